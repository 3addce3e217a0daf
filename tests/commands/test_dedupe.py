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
    assert "1 to merge in 1 cluster, 1 to review" in done.out


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


def test_a_merge_and_its_undo_restore_every_file(run: Run, tmp_path: Path) -> None:
    key = "duchacek2018internationala"
    former = {
        tmp_path / "references.bib": ARTICLE.read_bytes(),
        tmp_path / "paper.tex": f"See \\cite[5]{{liu2020chinese,{key}}}.\r\n".encode(),
        tmp_path / "chapter.md": f"See [@{key}, p. 5], \u00e9.\n".encode("cp1252"),
    }
    for path, data in former.items():
        path.write_bytes(data)
    library, *texts = former
    keymap = tmp_path / "keys.json"
    done = run("dedupe", library, "--write", "--rewrite", *texts, "--keymap", keymap)
    assert done.code == 1  # the wrong DOI is still to be reviewed
    assert json.loads(keymap.read_text()) == {key: "duchacek2018international"}
    for path in texts:
        assert path.read_bytes() == former[path].replace(key.encode(), key[:-1].encode())
    assert json.loads(run("dedupe", library, "--json").out)["clusters"] == []
    assert run("undo", library).code == 0
    assert {path: path.read_bytes() for path in former} == former


def test_without_write_the_difference_is_only_shown(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "paper.tex"
    paper.write_text("\\cite{duchacek2018internationala}\n")
    done = run("dedupe", ARTICLE, "--rewrite", paper)
    assert "+\\cite{duchacek2018international}" in done.err
    assert paper.read_text() == "\\cite{duchacek2018internationala}\n"


def test_a_list_that_is_no_bibtex_is_not_merged_in_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    line = "Liu, T., & Song, Y. (2020). Chinese Paradiplomacy: A Review. SAGE Open, 10(1), 1-9."
    path.write_text(f"{line}\n\n{line}\n")
    done = run("dedupe", path, "--from", "list", "--write")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert path.read_text() == f"{line}\n\n{line}\n"


TWICE = """
@article{a, author = {Brandt, L.}, title = {Twinning after the wall}, year = 2019, volume = 4}
@article{b, author = {Brandt, L.}, title = {Twinning after the wall}, year = 2019, volume = 4}
"""


def test_across_merges_no_two_records_of_one_file(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.bib", tmp_path / "other.bib"
    one.write_text(TWICE)
    other.write_text(TWICE.replace("{a,", "{c,").replace("{b,", "{d,").partition("@article{d")[0])
    found = json.loads(run("dedupe", one, other, "--json").out)
    assert [each["keys"] for each in found["clusters"]] == [["a", "b", "c"]]
    found = json.loads(run("dedupe", one, "--across", "--json").out)
    assert found["clusters"] == []
    assert found["review"][0]["reason"] == "alike, but both are of one source"
    found = json.loads(run("dedupe", one, other, "--across", "--json").out)
    assert [len(each["keys"]) for each in found["clusters"]] == [2]


def test_several_files_are_not_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.bib"
    path.write_text(TWICE)
    (tmp_path / "two.bib").write_text(TWICE)
    done = run("dedupe", path, tmp_path / "two.bib", "--write")
    assert (done.code, done.err.count("\n")) == (2, 1)
