"""What confirmed records add to a library, and that nothing else in it changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from paracite.completing import Completion, completions
from paracite.opening import open_bytes
from paracite.reference import Date, Reference
from paracite.resolving import Result

ROOT = Path(__file__).parents[2]
REGISTRY = ROOT / "data" / "registry.jsonl"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "references.bib"
    path.write_bytes((ROOT / "data" / "references.bib").read_bytes())
    return path


def test_missing_fields_are_added_and_no_other_byte_changes(
    run: Callable[..., Any], library: Path
) -> None:
    before = library.read_text("utf-8").splitlines()
    done = run("resolve", library, "--registry", REGISTRY, "--offline", "--write")
    after = library.read_text("utf-8").splitlines()
    assert done.code == 1
    assert "bolewsky2007diplomacy: doi = 10.1007/978-3-540-71101-8" in done.err
    added = [line.strip() for line in after if line not in before]
    assert "doi = {10.1007/978-3-540-71101-8}," in added
    assert [line for line in after if line in before] == before
    assert run("undo", library).code == 0
    assert library.read_text("utf-8").splitlines() == before


def test_a_conflict_changes_nothing(run: Callable[..., Any], library: Path) -> None:
    run("validate", library, "--registry", REGISTRY, "--offline", "--write")
    entry = library.read_text("utf-8").partition("@article{liu2015introduction,")[2].split("\n@")[0]
    assert "SAGE" not in entry
    assert "10.1177/2158244019899048" in entry


def test_only_a_bib_file_is_written_to(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("References\n\nAuthor, A. (1999). A title. Journal, 1, 2-3.\n")
    done = run("resolve", path, "--offline", "--write")
    assert done.code == 2
    assert path.read_text().startswith("References")


def test_an_alias_gives_way_to_the_doi_of_the_work() -> None:
    opened = open_bytes(b"@misc{a, doi = {10.1000/old}, title = {T}, year = 1999}", "a.bib")
    record = Reference(doi="10.1000/new", title="T", issued=Date(1999))
    result = Result("a", "10.1000/old", "confirmed", "alias", record, ())
    assert list(completions(opened, [(0, result)])) == [
        Completion(0, "a", "formerdoi", "", "10.1000/old"),
        Completion(0, "a", "doi", "10.1000/old", "10.1000/new"),
    ]
