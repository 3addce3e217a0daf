"""Sources: registries that know works.  Asked by DOI or searched; offline, online, cached.

One file is one source; it exports `source = Source(…)`, found by its file and asked in the
order it declares: local registries first, then what is kept of former answers, then the
services.  A source that gives no answer is never taken for one that has no record.
"""

import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from paracite import plugins
from paracite.fields import identifiers
from paracite.sources._cache import Cache
from paracite.sources._denied import is_denied
from paracite.sources._http import Unreachable, Web
from paracite.sources._kinds import RegistryRecord, Status
from paracite.sources._seam import Access, Client, Registrar, Registration, Source
from paracite.strict_json import encodable

__all__ = [
    "Access",
    "Client",
    "Registrar",
    "Registration",
    "RegistryRecord",
    "SearchResult",
    "Source",
    "Sources",
    "Status",
    "declared",
    "is_denied",
    "open_sources",
]

WORKERS = 3  #: as many as the most patient service serves at a time
TOGETHER = 20  #: DOIs looked up at a time; their answers are handed on together
CACHE_FILE = "answers.sqlite"

Asked = TypeVar("Asked")
Given = TypeVar("Given")
Opened = tuple[Source, tuple[Client, ...]]
Settled = Callable[[str, Sequence[RegistryRecord]], bool]


def _never(text: str, records: Sequence[RegistryRecord]) -> bool:  # noqa: ARG001  the form of `Settled`
    return False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: candidates, the sources that answered, and why others did not."""

    records: tuple[RegistryRecord, ...]
    searched: tuple[str, ...]
    trouble: tuple[str, ...] = ()
    offline: bool = False


def declared() -> tuple[Source, ...]:
    """Return every source there is a file of, in the order they are asked."""
    package = sys.modules[__name__]
    found = [plugins.load(package, name).source for name in plugins.names(package)]
    return tuple(sorted(found, key=lambda source: (source.order, source.name)))


class Sources:
    """Every source in the order asked.  Close it, or use it in a `with`."""

    def __init__(self, sources: Sequence[Source], access: Access) -> None:
        """Open the sources.  Raises `ReadError` for a local registry that cannot be read."""
        self.offline = access.web.offline
        self.web = access.web
        self._cache = access.cache
        self._opened: list[Opened] = []
        for source in sources:
            clients = source.open(replace(access, endpoint=source.endpoint))
            self._opened.append((source, tuple(clients)))
        self._clients = [client for _, clients in self._opened for client in clients]
        self._primary = [c for source, clients in self._opened if source.primary for c in clients]
        self._registrars = [each for each in self._clients if isinstance(each, Registrar)]

    def lookup(self, dois: Iterable[str]) -> Iterator[RegistryRecord]:
        """Yield what is known of each DOI, in order; the answers come as they are ready."""
        listed = list(dois)
        once = list(dict.fromkeys(listed))
        batches = [once[start : start + TOGETHER] for start in range(0, len(once), TOGETHER)]
        answers = (record for batch in self._at_once(self._batch, batches) for record in batch)
        known: dict[str, RegistryRecord] = {}
        unanswered = iter(once)
        for doi in listed:
            while doi not in known:
                known[next(unanswered)] = next(answers)
            yield known[doi]

    def searches(self, texts: Iterable[str], settled: Settled = _never) -> Iterator[SearchResult]:
        """Yield what a search for each citation gives, in order.

        A source is not asked where `settled` says that the records of those before it do.
        """
        yield from self._at_once(lambda text: self.search(text, settled), list(texts))

    def search(self, text: str, settled: Settled = _never) -> SearchResult:
        """Search for the work a citation names, in its printed words."""
        text = encodable(text)
        records: list[RegistryRecord] = []
        searched: list[str] = []
        trouble: list[str] = []
        for source, clients in self._opened:
            if not source.citations or (records and settled(text, records)):
                continue
            for client in clients:
                try:
                    records += client.search(text)
                    searched.append(client.name)
                except Unreachable as failure:
                    records += failure.records
                    trouble.append(str(failure))
        return SearchResult(tuple(records), tuple(searched), tuple(trouble), self.offline)

    def _batch(self, dois: Sequence[str]) -> list[RegistryRecord]:
        """Look up DOIs: what is known, then the sources most are of, then one by one."""
        answers = {doi: record for doi in dois if (record := self._known(doi))}
        for client in self._primary:
            asked = [doi for doi in dois if doi not in answers and not self._is_foreign(doi)]
            answers |= self._fetched(client, asked) if asked else {}
        return [answers.get(doi) or self._elsewhere(doi) for doi in dois]

    def _is_foreign(self, doi: str) -> bool:
        """Return whether a DOI is known to be one that the primary sources have no record of."""
        return any(registrar.is_known(doi) for registrar in self._registrars)

    def _fetched(self, client: Client, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        try:
            return client.fetch(dois)
        except Unreachable as failure:
            return dict.fromkeys(dois, self._no_answer(failure))

    def _known(self, doi: str) -> RegistryRecord | None:
        """Answer without asking: from what is at hand, or because there is no need."""
        if not identifiers.doi(doi) or encodable(doi) != doi:
            return RegistryRecord("malformed", notes=(f"{doi!r} has not the form of a DOI",))
        return next((record for each in self._clients if (record := each.known(doi))), None)

    def _no_answer(self, failure: Unreachable) -> RegistryRecord:
        return RegistryRecord("offline" if self.offline else "unreachable", notes=(str(failure),))

    def _elsewhere(self, doi: str) -> RegistryRecord:
        """Find out about a DOI that the primary sources leave out."""
        if not self._registrars:
            return RegistryRecord("missing", notes=("no source has this DOI",))
        try:
            return self._registered(doi, self._registrars[0])
        except Unreachable as failure:
            return self._no_answer(failure)

    def _registered(self, doi: str, registrar: Registrar) -> RegistryRecord:
        """Find out about a DOI from where it is registered, if it is.  Raises `Unreachable`."""
        registration = registrar.registration(doi)
        if not registration.registered:
            return RegistryRecord(
                "unregistered", notes=(f"{registrar.name} does not know this DOI",)
            )
        if prime := registration.prime:
            record = self._one(prime, self._primary)
            return _with(record, "alias", f"is an alias: the work's DOI is {prime}")
        if record := self._one(doi, self._primary):
            return record
        agency = registrar.agency(doi)
        record = self._one(doi, self._by_agency(agency))
        return _with(record, "other-agency", f"is registered with {agency}")

    def _one(self, doi: str, clients: Iterable[Client]) -> RegistryRecord | None:
        """Ask for one DOI until one has it.  Raises `Unreachable`."""
        return next((record for each in clients if (record := each.fetch([doi]).get(doi))), None)

    def _by_agency(self, agency: str) -> Iterator[Client]:
        """Yield those that have the DOIs of an agency and were not asked before."""
        for source, clients in self._opened:
            if agency in source.agencies and not source.primary:
                yield from clients

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
        for client in self._clients:
            client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _with(record: RegistryRecord | None, status: Status, note: str) -> RegistryRecord:
    """Return a record, or that there is none, with what was found out on the way to it."""
    if record is None:
        return RegistryRecord(status, notes=(note,))
    return replace(record, status=status, notes=(note, *record.notes))


def open_sources(
    registry: Sequence[str | Path] = (),
    *,
    cache_folder: Path | None = None,
    mailto: str = "",
    offline: bool = False,
    refresh: bool = False,
    patience: float | None = None,
    seconds: float | None = None,
    tell: Callable[[str], object] = warnings.warn,
) -> Sources:
    """Open the sources; `cache_folder` None keeps answers in memory, `refresh` asks anew.

    A service that is silent for `patience` seconds is left out of the rest of the run, and
    after `seconds` nobody is asked any more; None: `PATIENCE` and `RUN_SECONDS` of `limits`.
    `tell` is called with a sentence for whoever waits: what for, who is left out, and that
    a damaged cache was dropped.  Raises `ReadError` for a registry that cannot be read.
    """
    path = cache_folder / CACHE_FILE if cache_folder else None
    cache = Cache(path, refresh=refresh, tell=tell)
    web = Web(offline=offline, patience=patience, seconds=seconds, tell=tell)
    return Sources(declared(), Access(web, cache, mailto=mailto, registries=tuple(registry)))
