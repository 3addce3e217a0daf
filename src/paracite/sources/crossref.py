"""Crossref's REST API: records by DOI, one or twenty at a time, and search.

Source: Crossref, "REST API" (api.crossref.org/swagger-ui; github.com/CrossRef/rest-api-doc).
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeGuard
from urllib.parse import quote

from paracite.fields import identifiers
from paracite.sources import _pacing
from paracite.sources._cache import ABSENT_DAYS, RECORD_DAYS, SEARCH_DAYS
from paracite.sources._http import NOT_FOUND, Answer, TooLarge, Unreachable
from paracite.sources._kinds import RegistryRecord
from paracite.sources._record import to_record
from paracite.sources._seam import Access, Client, Source

Item = dict[str, Any]

NAME = "Crossref"
ABSENT = "resource not found"  #: how a 404 begins that is Crossref's own
OTHERWISE = "Crossref's answer has another form than documented"
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
        item = self._cache.get(f"crossref/{doi}", dict)
        return to_record(item, NAME) if item else None

    def fetch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        """Ask for several DOIs; those without a record are silently absent, as at Crossref.

        Raises `Unreachable`.
        """
        found: dict[str, RegistryRecord] = {}
        # A comma ends a value of the filter, and nothing can escape it.
        together = [doi for doi in dois if "," not in doi]
        for start in range(0, len(together), BATCH):
            found |= self._batch(together[start : start + BATCH])
        return found | self._alone(doi for doi in dois if "," in doi)

    def search(self, text: str) -> tuple[RegistryRecord, ...]:
        """Search by the words of a citation, best first.  Raises `Unreachable`."""
        text = text[:LONGEST_QUERY]
        items = self._cache.get(f"crossref?{text}", list)
        if items is None:
            items, unread = self._items({"query.bibliographic": text, "rows": ROWS})
            if unread:
                records = [to_record(item, NAME) for item in items]
                raise Unreachable(f"{unread} of Crossref's records are not as documented", records)
            self._cache.put(f"crossref?{text}", items, SEARCH_DAYS)
        return tuple(to_record(item, NAME) for item in items if _is_work(item))

    def _batch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        """Ask for DOIs in one request, in smaller ones where the answer is too large."""
        if len(dois) < 2:
            return self._alone(dois)
        query: dict[str, str | int] = {
            "filter": ",".join(f"doi:{doi}" for doi in dois),
            "rows": len(dois),
        }
        try:
            items, _ = self._items(query)  # a DOI whose record cannot be read is asked for alone
        except TooLarge:
            half = len(dois) // 2
            return self._batch(dois[:half]) | self._batch(dois[half:])
        by_doi = {item["DOI"].lower(): item for item in items}
        return {doi: self._keep(doi, by_doi[doi]) for doi in dois if doi in by_doi}

    def _alone(self, dois: Iterable[str]) -> dict[str, RegistryRecord]:
        return {doi: record for doi in dois if (record := self._one(doi))}

    def _one(self, doi: str) -> RegistryRecord | None:
        """Ask for one DOI; None where Crossref has none.  Raises `Unreachable`."""
        if kept := self.known(doi):
            return kept
        if self._cache.get(f"crossref-absent/{doi}", bool):
            return None
        url = f"{self._base}/works/{quote(doi, safe='')}"
        answer = self._web.get(url, self._single, self._mailto)
        if answer.status == NOT_FOUND and ABSENT in answer.text.casefold():
            self._cache.put(f"crossref-absent/{doi}", value=True, days=ABSENT_DAYS)
            return None
        item = _message(answer)
        if not _is_work(item):
            raise Unreachable(OTHERWISE)
        return self._keep(doi, item)

    def _items(self, query: dict[str, str | int]) -> tuple[list[Item], int]:
        """Ask for a list of works; return them, and how many are not as documented.

        Raises `Unreachable`, also where there are works and none can be read.
        """
        answer = self._web.get(f"{self._base}/works", self._list, query | self._mailto)
        listed = _message(answer).get("items")
        if not isinstance(listed, list):
            raise Unreachable("Crossref's answer has no list of works")
        items = [_slim(item) for item in listed if _is_work(item)]
        if listed and not items:
            raise Unreachable(OTHERWISE)
        return items, len(listed) - len(items)

    def _keep(self, doi: str, item: Item) -> RegistryRecord:
        slim = _slim(item)
        self._cache.put(f"crossref/{doi}", slim, RECORD_DAYS)
        return to_record(slim, NAME)


def _message(answer: Answer) -> Item:
    message = answer.data.get("message") if isinstance(answer.data, dict) else None
    if answer.status == NOT_FOUND or not isinstance(message, dict):
        raise Unreachable(OTHERWISE)
    return message


def _is_work(item: object) -> TypeGuard[Item]:
    """Return whether an item is a work: Crossref documents a DOI for each."""
    return isinstance(item, dict) and bool(identifiers.doi(str(item.get("DOI"))))


def _slim(item: Item) -> Item:
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
