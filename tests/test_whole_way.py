"""The article's real list, the whole way: what each command has to say of its faults."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE, LIBRARY, REGISTRY = (
    ROOT / "data" / name for name in ("article.txt", "references.bib", "registry.jsonl")
)
SHARED_DOI = "10.1177/2158244019899048"
RIGHT_DOIS = {
    "darmayadi2019potential",
    "dyment2012aldecoa",
    "liu2020chinese",
    "mchugh2015paradiplomacy",
    "rodrigues2017paradiplomacy",
}
GREY = {"city2010council", "ksp20182017", "sister2019guide", "lecours2008political"}

Runner = Callable[..., Any]


def test_dedupe_shows_the_one_cluster_and_the_one_doubt(run: Runner) -> None:
    done = run("dedupe", LIBRARY, "--json")
    found = json.loads(done.out)
    assert found["version"] == 1
    [cluster], [doubt] = found["clusters"], found["review"]
    assert cluster["keys"] == ["duchacek2018international", "duchacek2018internationala"]
    assert cluster["keep"] in cluster["keys"]
    assert {"title", "author", "volume", "page"} <= {each["field"] for each in cluster["evidence"]}
    assert sorted(doubt["keys"]) == ["liu2015introduction", "liu2020chinese"]
    assert "DOI" in doubt["reason"]
    assert done.code == 1


def test_validate_tells_the_seven_dois_apart(run: Runner) -> None:
    done = run("validate", LIBRARY, "--registry", REGISTRY, "--offline", "--json")
    results = {each["key"]: each for each in json.loads(done.out)["results"]}
    confirmed = {key for key, each in results.items() if each["verdict"] == "confirmed"}
    assert confirmed == RIGHT_DOIS
    assert results["duchacek1975external"]["status"] == "deleted"
    wrong = results["liu2015introduction"]
    assert (wrong["verdict"], wrong["doi"]) == ("conflict", SHARED_DOI)
    differing = {each["field"] for each in wrong["evidence"] if each["weight"] < 0}
    assert {"title", "year", "volume"} <= differing
    assert len(results) == 7
    assert done.code == 1


def test_validate_without_any_source_could_not_check(run: Runner) -> None:
    done = run("validate", LIBRARY, "--offline", "--json")
    results = json.loads(done.out)["results"]
    assert {each["verdict"] for each in results} == {"could-not-check"}
    assert len(results) == 7
    assert done.code == 3


def test_resolve_finds_missing_dois_and_accuses_no_grey_literature(run: Runner) -> None:
    done = run("resolve", LIBRARY, "--registry", REGISTRY, "--offline", "--json")
    results = {each["key"]: each for each in json.loads(done.out)["results"]}
    assert results["aldecoa1999paradiplomacy"]["candidate"]["DOI"] == "10.4324/9781315039497"
    assert results["duchacek2019territorial"]["candidate"]["DOI"] == "10.4324/9780429315244"
    assert {results[key]["verdict"] for key in GREY} == {"not-found"}


@pytest.fixture
def tidied(run: Runner, tmp_path: Path) -> tuple[Any, Path]:
    out = tmp_path / "out"
    return run("tidy", ARTICLE, "-o", out, "--registry", REGISTRY, "--offline"), out


def test_tidy_writes_every_output(tidied: tuple[Any, Path]) -> None:
    done, out = tidied
    names = {path.name for path in out.iterdir()}
    assert names == {"references.bib", "references.txt", "references.html", "report.json"}
    assert done.code == 1
    assert "22" in done.out
    assert "Look at next" in done.out


def test_tidy_merges_and_completes(tidied: tuple[Any, Path], run: Runner) -> None:
    _, out = tidied
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert report["summary"]["read"] == 22
    assert report["summary"]["merged"] == 1
    assert {each["key"] for each in report["changes"]} >= {"aldecoa1999paradiplomacy"}
    items = {
        i["id"]: i for i in json.loads(run("read", out / "references.bib", "--to", "csljson").out)
    }
    assert len(items) == 21
    assert items["aldecoa1999paradiplomacy"]["DOI"] == "10.4324/9781315039497"
    assert items["liu2015introduction"]["DOI"] == SHARED_DOI  # a person decides
    kept = items["duchacek2018international"]
    assert "duchacek2018internationala" in json.dumps(kept["custom"])
    assert "Autumn" in json.dumps(kept)


def test_tidied_list_reads_well(tidied: tuple[Any, Path]) -> None:
    _, out = tidied
    text = (out / "references.txt").read_text("utf-8")
    assert (
        "Liu, T., & Song, Y. (2020). Chinese Paradiplomacy: A Theoretical Review. SAGE Open, 10(1)."
        f" https://doi.org/{SHARED_DOI}\n"
    ) in text
    assert "(O. J. Martinez, Ed.; pp. 22–41). Texas Western Press." in text
    html = (out / "references.html").read_text("utf-8")
    assert f'<a href="https://doi.org/{SHARED_DOI}">' in html


def test_tidying_the_tidied_list_merges_nothing_more(
    tidied: tuple[Any, Path], run: Runner, tmp_path: Path
) -> None:
    _, out = tidied
    again = run("tidy", out / "references.bib", "-o", tmp_path / "again", "--offline", "--json")
    assert json.loads(again.out)["summary"]["merged"] == 0
