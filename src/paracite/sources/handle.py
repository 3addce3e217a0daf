"""doi.org: whether a DOI is registered, with which agency, and what it is an alias of.

Sources: DOI Foundation, "DOI Proxy REST API" (doi.org/the-identifier/resources/
factsheets/doi-resolution-documentation); "Which RA?" (doi.org/doiRA).
"""

from typing import Any
from urllib.parse import quote

from paracite.fields import identifiers
from paracite.sources import _pacing
from paracite.sources._cache import ABSENT_DAYS, RECORD_DAYS
from paracite.sources._http import Unreachable
from paracite.sources._seam import Access, Registrar, Registration, Source

NAME = "doi.org"
FOUND, NO_SUCH_HANDLE, NO_VALUES = 1, 100, 200  #: values of `responseCode`


class Handle(Registrar):
    """A client of doi.org's proxy."""

    name = NAME

    def __init__(self, access: Access) -> None:
        self._web, self._cache, self._base = access.web, access.cache, access.endpoint
        self._bucket = _pacing.Bucket(_pacing.CONSIDERATE)

    def is_known(self, doi: str) -> bool:
        """Return whether an answer about a DOI is kept."""
        return self._kept(doi) is not None

    def _kept(self, doi: str) -> Registration | None:
        match self._cache.get(f"handle/{doi}", list):
            case [bool(registered), str(prime)]:
                return Registration(registered, prime)
        return None

    def registration(self, doi: str) -> Registration:
        """Ask whether a DOI is registered.  Raises `Unreachable`."""
        if kept := self._kept(doi):
            return kept
        data = self._web.get(f"{self._base}/api/handles/{quote(doi)}", self._bucket).data
        code = data.get("responseCode") if isinstance(data, dict) else None
        if isinstance(code, bool) or code not in (FOUND, NO_SUCH_HANDLE, NO_VALUES):
            raise Unreachable("doi.org's answer has another form than documented")
        found = Registration(code != NO_SUCH_HANDLE, _alias(data.get("values")))
        days = RECORD_DAYS if found.registered else ABSENT_DAYS
        self._cache.put(f"handle/{doi}", [found.registered, found.prime], days)
        return found

    def agency(self, doi: str) -> str:
        """Ask which agency registers the DOIs of this prefix.  Raises `Unreachable`."""
        prefix = doi.partition("/")[0]
        if kept := self._cache.get(f"agency/{prefix}", str):
            return kept
        data = self._web.get(f"{self._base}/doiRA/{quote(doi)}", self._bucket).data
        first = data[0] if isinstance(data, list) and data else {}
        agency = first.get("RA") if isinstance(first, dict) else None
        if not isinstance(agency, str) or not agency:
            raise Unreachable("doi.org names no agency")
        self._cache.put(f"agency/{prefix}", agency, RECORD_DAYS)
        return agency


def _alias(values: Any) -> str:
    for value in values if isinstance(values, list) else ():
        match value:
            case {"type": "HS_ALIAS", "data": {"value": str(alias)}}:
                return identifiers.doi(alias)
    return ""


source = Source(NAME, order=2, open=lambda access: [Handle(access)], endpoint="https://doi.org")
