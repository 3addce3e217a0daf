"""Crossref's REST API: records by DOI, one or twenty at a time, and search.

Source: Crossref, "REST API" (api.crossref.org/swagger-ui; github.com/CrossRef/rest-api-doc).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from paracite.sources import _pacing
from paracite.sources._cache import ABSENT_DAYS, RECORD_DAYS, SEARCH_DAYS
from paracite.sources._http import NOT_FOUND, Answer, Unreachable
from paracite.sources._kinds import RegistryRecord
from paracite.sources._record import to_record
from paracite.sources._seam import Access, Client, Source

NAME = "Crossref"
BATCH = 20  #: DOIs in one request
ROWS = 20  #: candidates of a search
LONGEST_QUERY = 600  #: characters; more only makes the search slower
#: Members that are large and say nothing about which work it is.
DROPPED = ("reference", "license", "link", "funder", "assertion", "content-domain", "abstract")


class Crossref(Client):
    """A client that keeps to the limits of the pool `mailto` puts it in."""

    name = NAME

    def __init__(self, access: Access) -> None:
        self._web, self._cache, self._base = access.web, access.cache, access.endpoint
        self._mailto = {"mailto": access.mailto} if access.mailto else {}
        polite = bool(access.mailto)
        self._single = _pacing.Bucket(_pacing.POLITE_SINGLE if polite else _pacing.PUBLIC_SINGLE)
        self._list = _pacing.Bucket(_pacing.POLITE_LIST if polite else _pacing.PUBLIC_LIST)

    def known(self, doi: str) -> RegistryRecord | None:
        """Return the record of a DOI where it is kept."""
        item = self._cache.get(f"crossref/{doi}")
        return to_record(item, NAME) if item else None

    def fetch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        """Ask for several DOIs; those without a record are silently absent, as at Crossref.

        Raises `Unreachable`.
        """
        found: dict[str, RegistryRecord] = {}
        # A comma ends a value of the filter, and nothing can escape it.
        together = [doi for doi in dois if "," not in doi]
        for start in range(0, len(together), BATCH):
            batch = together[start : start + BATCH]
            found |= self._batch(batch) if len(batch) > 1 else self._alone(batch)
        return found | self._alone(doi for doi in dois if "," in doi)

    def search(self, text: str) -> tuple[RegistryRecord, ...]:
        """Search by the words of a citation, best first.  Raises `Unreachable`."""
        text = text[:LONGEST_QUERY]
        items = self._cache.get(f"crossref?{text}")
        if items is None:
            items = [
                _slim(each) for each in self._items({"query.bibliographic": text, "rows": ROWS})
            ]
            self._cache.put(f"crossref?{text}", items, SEARCH_DAYS)
        return tuple(to_record(item, NAME) for item in items)

    def _batch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        query: dict[str, str | int] = {
            "filter": ",".join(f"doi:{doi}" for doi in dois),
            "rows": len(dois),
        }
        items = {str(item.get("DOI", "")).lower(): item for item in self._items(query)}
        return {doi: self._keep(doi, items[doi]) for doi in dois if doi in items}

    def _alone(self, dois: Iterable[str]) -> dict[str, RegistryRecord]:
        return {doi: record for doi in dois if (record := self._one(doi))}

    def _one(self, doi: str) -> RegistryRecord | None:
        """Ask for one DOI; None where Crossref has none.  Raises `Unreachable`."""
        if kept := self.known(doi):
            return kept
        if self._cache.get(f"crossref-absent/{doi}"):
            return None
        url = f"{self._base}/works/{quote(doi, safe='')}"
        answer = self._web.get(url, self._single, self._mailto)
        if answer.status == NOT_FOUND:
            self._cache.put(f"crossref-absent/{doi}", value=True, days=ABSENT_DAYS)
            return None
        return self._keep(doi, _message(answer))

    def _items(self, query: dict[str, str | int]) -> Iterator[dict[str, Any]]:
        answer = self._web.get(f"{self._base}/works", self._list, query | self._mailto)
        items = _message(answer).get("items")
        if not isinstance(items, list):
            raise Unreachable("Crossref's answer has no list of works")
        return (item for item in items if isinstance(item, dict))

    def _keep(self, doi: str, item: dict[str, Any]) -> RegistryRecord:
        slim = _slim(item)
        self._cache.put(f"crossref/{doi}", slim, RECORD_DAYS)
        return to_record(slim, NAME)


def _message(answer: Answer) -> dict[str, Any]:
    message = answer.data.get("message") if isinstance(answer.data, dict) else None
    if answer.status == NOT_FOUND or not isinstance(message, dict):
        raise Unreachable("Crossref's answer has another form than documented")
    return message


def _slim(item: dict[str, Any]) -> dict[str, Any]:
    return {member: value for member, value in item.items() if member not in DROPPED}


source = Source(
    NAME,
    order=1,
    open=lambda access: [Crossref(access)],
    endpoint="https://api.crossref.org",
    citations=True,
    agencies=(NAME,),
    primary=True,
)
