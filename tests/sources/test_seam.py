"""A registry is one file: it is found, asked in its turn, and its trouble is its own."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

import pytest

from paracite import resolving, sources
from paracite.reference import Date, Name, Reference
from paracite.sources import Access, Client, RegistryRecord, Source
from paracite.sources._cache import Cache
from paracite.sources._denied import NAME, is_denied
from paracite.sources._http import Unreachable, Web

WORK = Reference(
    title="A survey of the tides of small northern harbours",
    author=(Name("Writer", "Wilma"),),
    issued=Date(1987),
    container_title="Annals of Harbours",
    volume="3",
    page="5-19",
    doi="10.1000/tides",
)
ADDED = """
from paracite.reference import Reference
from paracite.sources._kinds import RegistryRecord
from paracite.sources._seam import Client, Source


class Added(Client):
    name = "Added"

    def __init__(self, endpoint):
        self.endpoint = endpoint

    def known(self, doi):
        return RegistryRecord("ok", Reference(doi=doi, title=f"from {self.endpoint}"), source="Added")


source = Source("Added", 9, lambda access: [Added(access.endpoint)], "https://example.org")
"""


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put a file of a registry beside the others for a while."""
    (tmp_path / "plugin").mkdir()
    (tmp_path / "plugin" / "added.py").write_text(ADDED)
    monkeypatch.setattr(sources, "__path__", [*sources.__path__, str(tmp_path / "plugin")])
    yield
    sys.modules.pop("paracite.sources.added", None)
    delattr(sources, "added")


@pytest.mark.usefixtures("added")
def test_a_file_beside_the_others_is_a_registry() -> None:
    assert [each.name for each in sources.declared()][-1] == "Added"
    with sources.open_sources(offline=True) as opened:
        [record] = opened.lookup(["10.1000/any"])
    assert record.reference
    assert record.reference.title == "from https://example.org"


def test_no_registry_is_named_where_they_are_asked() -> None:
    text = Path(str(sources.__file__)).read_text("utf-8").casefold()
    for source in sources.declared():
        assert source.name.casefold() not in text.replace("local registries", ""), source.name


def test_every_source_declares_what_it_answers() -> None:
    access = Access(Web(offline=True), Cache())
    for source in sources.declared():
        assert bool(source.endpoint) == source.endpoint.startswith("https://")
        for client in source.open(access):
            assert client.name == source.name
            assert source.citations == (type(client).search is not Client.search)
            assert bool(source.agencies) == (type(client).fetch is not Client.fetch)


class Fake(Client):
    """A registry of what a test gives it, that counts what it was asked."""

    def __init__(self, name: str, *works: Reference, trouble: str = "") -> None:
        self.name = name
        self.works = works
        self.trouble = trouble
        self.asked = 0

    def _answer(self) -> list[RegistryRecord]:
        self.asked += 1
        if self.trouble:
            raise Unreachable(self.trouble)
        return [RegistryRecord("ok", work, "journal-article", (), self.name) for work in self.works]

    def fetch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        found = {each.reference.doi: each for each in self._answer() if each.reference}
        return {doi: found[doi] for doi in dois if doi in found}

    def search(self, text: str) -> tuple[RegistryRecord, ...]:
        return tuple(self._answer()) if text else ()


def declaration(client: Client, order: int) -> Source:
    return Source(
        client.name,
        order,
        lambda _: [client],
        citations=True,
        agencies=("An agency",),
        primary=True,
    )


def asking(*clients: Client) -> sources.Sources:
    declared = [declaration(client, order) for order, client in enumerate(clients)]
    return sources.Sources(declared, Access(Web(), Cache()))


def test_the_trouble_of_one_registry_is_not_that_of_the_next() -> None:
    down, next_one = Fake("Down", trouble="it is down"), Fake("Next", WORK)
    [result] = resolving.resolve([replace(WORK, doi="")], asking(down, next_one))
    assert (result.verdict, down.asked, next_one.asked) == ("confirmed", 1, 1)
    assert result.candidate == WORK


def test_a_work_may_be_known_to_the_registry_that_did_not_answer() -> None:
    down, other = Fake("Down", trouble="it is down"), Fake("Next")
    for clients in ((down, other), (other, down)):
        [result] = resolving.resolve([replace(WORK, doi="")], asking(*clients))
        assert (result.verdict, result.notes) == ("could-not-check", ("it is down",))


def test_nobody_is_asked_once_the_work_is_found() -> None:
    first, second = Fake("First", WORK), Fake("Second", WORK)
    [result] = resolving.resolve([replace(WORK, doi="")], asking(first, second))
    assert (result.verdict, first.asked, second.asked) == ("confirmed", 1, 0)


def test_records_of_other_works_settle_nothing() -> None:
    other = replace(WORK, title="Quantum chromodynamics on a lattice", doi="10.1000/other")
    first, second = Fake("First", other), Fake("Second", WORK)
    [result] = resolving.resolve([replace(WORK, doi="")], asking(first, second))
    assert (result.verdict, result.candidate, second.asked) == ("confirmed", WORK, 1)


@pytest.mark.parametrize("doi", ["10.1000/\ud800", "10.1000", "no DOI", "10.1000/\udfffx"])
def test_what_is_no_doi_is_asked_of_nobody(doi: str) -> None:
    client = Fake("Any", WORK)
    [record] = asking(client).lookup([doi])
    assert (record.status, client.asked) == ("malformed", 0)


def test_where_it_is_not_found_it_says_who_was_asked() -> None:
    [result] = resolving.resolve([replace(WORK, doi="")], asking(Fake("First"), Fake("Second")))
    assert result.verdict == "not-found"
    assert result.notes == ("no record in First, Second; many sound works have none",)


def test_a_doi_is_looked_up_in_each_registry_until_one_has_it() -> None:
    empty, other, idle = Fake("Empty"), Fake("Other", WORK), Fake("Idle", WORK)
    with asking(empty, other, idle) as opened:
        record = next(opened.lookup([WORK.doi]))
    assert (record.reference, record.source) == (WORK, "Other")
    assert (empty.asked, other.asked, idle.asked) == (1, 1, 0)


def test_without_a_registrar_a_doi_that_nobody_has_cannot_be_checked() -> None:
    [result] = resolving.validate([WORK], asking(Fake("Empty")))
    assert (result.verdict, result.status) == ("could-not-check", "missing")


@pytest.mark.parametrize(
    ("doi", "denied"),
    [
        ("10.65215/nxvz2v36", True),
        ("10.65215/ltspreprints.2026.01.01.000001", False),
        ("10.6521/nxvz2v36", False),
        ("", False),
    ],
)
def test_copies_are_denied_and_what_else_has_the_prefix_is_not(doi: str, *, denied: bool) -> None:
    assert is_denied(doi) == denied


def test_a_denied_doi_is_never_proposed() -> None:
    copy = replace(WORK, doi="10.65215/copy")
    [result] = resolving.resolve([replace(WORK, doi="")], asking(Fake("First", copy)))
    assert result.verdict == "not-found"


def test_every_denial_has_a_date_and_a_reason() -> None:
    for line in files("paracite.sources").joinpath(NAME).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            beginning, excepted, since, why = line.split("\t")
            assert excepted.startswith(beginning) or not excepted
            assert date.fromisoformat(since) <= datetime.now(UTC).date()
            assert len(why.split()) > 5
