"""Sources: registries that know works.  Asked by DOI or searched; offline, online, cached.

`open_sources` gives the one thing the rest of the program asks: local registries first,
then the cache, then Crossref, doi.org and DataCite.  A source that gives no answer is
never taken for one that has no record.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from paracite.fields import identifiers
from paracite.sources._cache import Cache
from paracite.sources._http import Unreachable, Web
from paracite.sources._kinds import Record, Status
from paracite.sources.crossref import BATCH, Crossref
from paracite.sources.datacite import DataCite
from paracite.sources.handle import Handle
from paracite.sources.registry import Registry

__all__ = ["Found", "Record", "Sources", "Status", "open_sources"]

WORKERS = 3  #: as many as Crossref serves at a time
CACHE_FILE = "answers.sqlite"

Asked = TypeVar("Asked")
Given = TypeVar("Given")


Settled = Callable[[str, Sequence[Record]], bool]


def _never(text: str, records: Sequence[Record]) -> bool:  # noqa: ARG001  the form of `Settled`
    return False


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where the services are."""

    crossref: str = "https://api.crossref.org"
    doi: str = "https://doi.org"
    datacite: str = "https://api.datacite.org"


ENDPOINTS = Endpoints()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave: candidates, where was searched, and why not everywhere."""

    records: tuple[Record, ...]
    searched: tuple[str, ...]
    trouble: str = ""
    offline: bool = False


class Sources:
    """Every source in the order asked.  Close it, or use it in a `with`."""

    def __init__(
        self,
        registries: Sequence[Registry],
        web: Web,
        cache: Cache,
        mailto: str = "",
    ) -> None:
        self.offline = web.offline
        self.web = web
        self._registries = tuple(registries)
        self._cache = cache
        self._crossref = Crossref(web, cache, ENDPOINTS.crossref, mailto)
        self._handle = Handle(web, cache, ENDPOINTS.doi)
        self._datacite = DataCite(web, cache, ENDPOINTS.datacite)

    def lookup(self, dois: Iterable[str]) -> Iterator[Record]:
        """Yield what is known of each DOI, in order; the answers come as they are ready."""
        listed = list(dois)
        once = list(dict.fromkeys(listed))
        batches = [once[start : start + BATCH] for start in range(0, len(once), BATCH)]
        answers = (record for batch in self._at_once(self._batch, batches) for record in batch)
        known: dict[str, Record] = {}
        unanswered = iter(once)
        for doi in listed:
            while doi not in known:
                known[next(unanswered)] = next(answers)
            yield known[doi]

    def one(self, doi: str) -> Record:
        """Return what is known of one DOI."""
        return self._batch([doi])[0]

    def searches(self, texts: Iterable[str], settled: Settled = _never) -> Iterator[Found]:
        """Yield what a search for each citation gives, in order.

        Crossref is not asked where `settled` says that the local registries' records do.
        """
        yield from self._at_once(lambda text: self.search(text, settled), list(texts))

    def search(self, text: str, settled: Settled = _never) -> Found:
        """Search for the work a citation names, in its printed words."""
        records = tuple(found for each in self._registries for found in each.search(text))
        searched = tuple(each.name for each in self._registries)
        if records and settled(text, records):
            return Found(records, searched)
        try:
            records += self._crossref.search(text)
        except Unreachable as failure:
            return Found(records, searched, str(failure), self.offline)
        return Found(records, (*searched, "Crossref"))

    def _batch(self, dois: Sequence[str]) -> list[Record]:
        known = {doi: record for doi in dois if (record := self._known(doi))}
        asked = [d for d in dois if d not in known and not self._handle.cached(d)]
        try:
            known |= self._crossref.fetch(asked) if asked else {}
        except Unreachable as failure:
            known |= dict.fromkeys(asked, self._no_answer(failure))
        return [known.get(doi) or self._elsewhere(doi) for doi in dois]

    def _known(self, doi: str) -> Record | None:
        """Answer without asking: from a registry, the cache, or because there is no need."""
        if not identifiers.doi(doi):
            return Record("malformed", notes=(f"{doi!r} has not the form of a DOI",))
        for registry in self._registries:
            if record := registry.one(doi):
                return record
        return self._crossref.cached(doi)

    def _no_answer(self, failure: Unreachable) -> Record:
        return Record("offline" if self.offline else "unreachable", notes=(str(failure),))

    def _elsewhere(self, doi: str) -> Record:
        """Find out about a DOI that Crossref's list leaves out."""
        try:
            registration = self._handle.registration(doi)
            if not registration.registered:
                return Record("unregistered", notes=("doi.org does not know this DOI",))
            if registration.prime:
                return self._prime(registration.prime)
            return self._crossref.one(doi) or self._agency(doi)
        except Unreachable as failure:
            return self._no_answer(failure)

    def _prime(self, doi: str) -> Record:
        record = self._crossref.one(doi)
        note = f"is an alias: the work's DOI is {doi}"
        if not record:
            return Record("alias", notes=(note,))
        return Record("alias", record.reference, record.kind, (note, *record.notes), record.source)

    def _agency(self, doi: str) -> Record:
        agency = self._handle.agency(doi)
        note = f"is registered with {agency}"
        record = self._datacite.one(doi) if agency == "DataCite" else None
        if not record:
            return Record("other-agency", notes=(note,))
        return Record(
            "other-agency", record.reference, record.kind, (note, *record.notes), record.source
        )

    def _at_once(self, ask: Callable[[Asked], Given], asked: Sequence[Asked]) -> Iterator[Given]:
        """Ask several at a time, and give the answers in order."""
        pool = ThreadPoolExecutor(WORKERS)
        try:
            yield from pool.map(ask, asked)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        """Close the files and connections."""
        self.web.close()
        self._cache.close()
        for registry in self._registries:
            registry.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_sources(
    registry: Sequence[str | Path] = (),
    *,
    cache_folder: Path | None = None,
    mailto: str = "",
    offline: bool = False,
    refresh: bool = False,
) -> Sources:
    """Open the sources; `cache_folder` None keeps answers in memory, `refresh` asks anew.

    Raises `ReadError` for a registry that cannot be read.
    """
    path = cache_folder / CACHE_FILE if cache_folder else None
    return Sources(
        [Registry(each) for each in registry],
        Web(offline=offline),
        Cache(path, refresh=refresh),
        mailto,
    )
