"""The article's own list against its own registry: every DOI is called what it is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LIBRARY, REGISTRY = ROOT / "data" / "references.bib", ROOT / "data" / "registry.jsonl"


@pytest.fixture
def look(run: Callable[..., Any]) -> Callable[..., dict[str, Any]]:
    """Give a function that runs a command on the article and gives its results by key."""

    def looker(command: str, *options: object) -> dict[str, Any]:
        done = run(command, LIBRARY, "--json", *options)
        results = {each["key"]: each for each in json.loads(done.out)["results"]}
        return results | {"exit": done.code}

    return looker


def test_the_seven_printed_dois(look: Callable[..., dict[str, Any]]) -> None:
    found = look("validate", "--registry", REGISTRY, "--offline")
    assert found.pop("exit") == 1
    assert {key: (each["verdict"], each["status"]) for key, each in found.items()} == {
        "darmayadi2019potential": ("confirmed", "ok"),
        "duchacek1975external": ("conflict", "deleted"),
        "dyment2012aldecoa": ("confirmed", "ok"),
        "liu2020chinese": ("confirmed", "ok"),
        "liu2015introduction": ("conflict", "ok"),
        "mchugh2015paradiplomacy": ("confirmed", "ok"),
        "rodrigues2017paradiplomacy": ("confirmed", "ok"),
    }
    differing = {e["field"] for e in found["liu2015introduction"]["evidence"] if e["weight"] < 0}
    assert {"title", "year", "container"} <= differing


def test_without_any_source_nothing_is_said_of_a_doi(look: Callable[..., dict[str, Any]]) -> None:
    found = look("validate", "--offline")
    assert found.pop("exit") == 3
    assert {each["verdict"] for each in found.values()} == {"could-not-check"}
    assert len(found) == 7


def test_allow_incomplete_turns_3_into_0(look: Callable[..., dict[str, Any]]) -> None:
    assert look("validate", "--offline", "--allow-incomplete")["exit"] == 0


def test_missing_dois_are_found_and_grey_literature_is_not(
    look: Callable[..., dict[str, Any]],
) -> None:
    found = look("resolve", "--registry", REGISTRY, "--offline")
    assert found.pop("exit") == 1
    dois = {k: e["candidate"].get("DOI") for k, e in found.items() if e["verdict"] == "confirmed"}
    assert dois["aldecoa1999paradiplomacy"] == "10.4324/9781315039497"
    assert dois["bolewsky2007diplomacy"] == "10.1007/978-3-540-71101-8"
    assert dois["duchacek2019territorial"] == "10.4324/9780429315244"
    assert dois["duchacek2018international"] is None
    assert found["duchacek2018international"]["status"] == "no-doi"
    for grey in ("city2010council", "ksp20182017", "sister2019guide", "yuliantoro2018menghadapi"):
        assert found[grey]["verdict"] == "not-found"
        assert "many sound works have none" in found[grey]["notes"][0]


@pytest.mark.parametrize("command", ["validate", "resolve"])
def test_a_note_is_no_evidence(look: Callable[..., dict[str, Any]], command: str) -> None:
    found = look(command, "--registry", REGISTRY, "--offline")
    found.pop("exit")
    assert all(piece["weight"] for each in found.values() for piece in each["evidence"])
    assert any(each["notes"] for each in found.values())


def test_every_record_says_where_it_is_from() -> None:
    for line in REGISTRY.read_text("utf-8").splitlines():
        own = json.loads(line)["paracite"]
        assert own["source"]
        assert own["confidence"]
        assert own["fetched-from-crossref"] is False


def test_the_table_names_the_verdicts(run: Callable[..., Any]) -> None:
    done = run("validate", LIBRARY, "--registry", REGISTRY, "--offline")
    assert "5 confirmed, 2 conflict" in done.out
    assert "↔ Chinese Paradiplomacy" in done.out
    assert "15 of 22 references have no DOI" in done.err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"title": ["A"], "DOI": "10.1000/1"}\n{"title"\n', "registry.jsonl:2: is no JSON"),
        ('{"title": ["A"]}\n\n{"volume": "1"}\n', "registry.jsonl:3: is no record"),
        ("[1]\n", "registry.jsonl:1: is no record"),
        (b"\xff\xfe\n", "registry.jsonl:1: is no JSON"),
    ],
)
def test_a_malformed_registry_is_named_with_its_line(
    run: Callable[..., Any], tmp_path: Path, content: str | bytes, message: str
) -> None:
    path = tmp_path / "registry.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    done = run("validate", LIBRARY, "--registry", path, "--offline")
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_a_missing_registry_is_named(run: Callable[..., Any], tmp_path: Path) -> None:
    done = run("validate", LIBRARY, "--registry", tmp_path / "none.jsonl", "--offline")
    assert (done.code, done.out) == (2, "")
    assert "none.jsonl: no such file" in done.err
