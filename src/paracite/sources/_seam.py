"""The seam of sources: what a registry's file declares, and what it answers once it is open."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from paracite.sources._cache import Cache
from paracite.sources._http import Web
from paracite.sources._kinds import RegistryRecord


@dataclass(frozen=True, slots=True)
class Access:
    """What a source is opened with: the network, what is kept, where it is, who asks."""

    web: Web
    cache: Cache
    endpoint: str = ""
    mailto: str = ""
    registries: tuple[str | Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Registration:
    """What the DOI system says of a DOI: registered or not, and the `prime` DOI it stands for."""

    registered: bool
    prime: str = ""


class Client:
    """A source that is open; what a source does not answer it leaves as it is here.

    Every method is called from several threads.  One that asks over the network raises
    `Unreachable` where it gets no usable answer.
    """

    name = ""

    def known(self, doi: str) -> RegistryRecord | None:  # noqa: ARG002
        """Return the record of a DOI where it is known without asking anyone."""
        return None

    def fetch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:  # noqa: ARG002
        """Return the records of DOIs; a DOI it has no record of is absent."""
        return {}

    def search(self, text: str) -> tuple[RegistryRecord, ...]:  # noqa: ARG002
        """Return the records that a citation may mean, best first."""
        return ()

    def close(self) -> None:
        """Close what was opened."""


class Registrar(Client, ABC):
    """A client that knows of every DOI whether it is registered, and with which agency."""

    @abstractmethod
    def is_known(self, doi: str) -> bool:
        """Return whether `registration` can be answered without asking anyone."""

    @abstractmethod
    def registration(self, doi: str) -> Registration:
        """Return whether a DOI is registered, and what it is an alias of."""

    @abstractmethod
    def agency(self, doi: str) -> str:
        """Return the name of the agency that registers a DOI."""


@dataclass(frozen=True, slots=True)
class Source:
    """A registry: what it answers, and how it is opened.

    `order` says when it is asked, the lowest first; `open` makes its client, or one for
    each local file.  `citations`: it can be searched by the words of a citation.
    `agencies`: it has the records of DOIs that these agencies register; with `primary`
    most DOIs are its own, so it is asked before anyone finds out whose a DOI is.
    """

    name: str
    order: int
    open: Callable[[Access], Sequence[Client]]
    endpoint: str = ""
    citations: bool = False
    agencies: tuple[str, ...] = ()
    primary: bool = False
