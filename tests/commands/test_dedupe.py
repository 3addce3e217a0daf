"""`paracite dedupe`: what it prints, its JSON, its exit codes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]

ARTICLE = Path(__file__).parents[2] / "data" / "references.bib"


def test_the_article_has_one_cluster_and_one_wrong_doi(run: Run) -> None:
    done = run("dedupe", ARTICLE, "--json")
    found = json.loads(done.out)
    assert (done.code, found["version"]) == (1, 1)
    [cluster] = found["clusters"]
    assert cluster["keys"] == ["duchacek2018international", "duchacek2018internationala"]
    assert cluster["keep"] in cluster["keys"]
    assert {each["field"] for each in cluster["evidence"]} >= {"title", "author", "year", "page"}
    [doubt] = found["review"]
    assert doubt["keys"] == ["liu2020chinese", "liu2015introduction"]
    assert doubt["reason"].startswith("wrong DOI")
    assert set(doubt["evidence"][0]) == {"field", "similarity", "weight", "note"}


def test_a_person_reads_what_is_merged_and_why(run: Run) -> None:
    done = run("dedupe", ARTICLE)
    assert "duchacek2018internationala" in done.out
    assert "page equal" in done.out
    assert "1 to merge in 1 clusters, 1 to review" in done.out


def test_a_clean_list_exits_0(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.bib"
    path.write_text("@book{a, title = {One}, year = 1999}\n@book{b, title = {Two}, year = 2001}\n")
    assert run("dedupe", path).code == 0


def test_an_unknown_profile_is_one_line(run: Run) -> None:
    done = run("dedupe", ARTICLE, "--profile", "bold")
    assert done.code == 2
    assert done.err == (
        "paracite: there is no profile 'bold' (profiles: strict, default, thorough)\n"
    )
