"""The library as people import it: one list, opened once."""

import subprocess
import sys
from pathlib import Path

import pytest

import paracite
from paracite.errors import ReadError, WriteError

DATA = Path(__file__).parent.parent / "data"
TWICE = """% mine
@article{a, author = {Lee, Kim}, title = {The growth of large cities}, journal = {Urban Studies}, year = {2003}, doi = {10.1000/182}}
@article{b, author = {Lee, K.}, title = {The growth of large cities}, journal = {Urban Studies}, year = {2003}, doi = {10.1000/182}}
@book{c, author = {Roe, Jane}, title = {Rivers}, year = {1999}}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "thesis.bib"
    path.write_text(TWICE)
    return path


def test_the_public_names_are_those_of_all() -> None:
    assert set(paracite.__all__) < set(dir(paracite))
    assert all(getattr(paracite, name) for name in paracite.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(paracite, "nothing")  # noqa: B009  mypy knows that it is not there


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, paracite; print(*[m for m in sys.modules if m.startswith('paracite.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_path_bytes_and_text_open_alike(bib: Path) -> None:
    keys = [
        [each.citekey for each in paracite.open(source).references]
        for source in (bib, str(bib), TWICE, TWICE.encode())
    ]
    assert keys == [["a", "b", "c"]] * 4


def test_a_page_and_bare_references_open() -> None:
    assert len(paracite.open(DATA / "article.txt")) == 22
    bare = "Lee, K. (2003). The growth of cities. Urban Studies, 3(1), 5-9.\n\nRoe, J. (1999). Rivers. Sage.\n"
    assert [each.issued for each in paracite.open(bare).references] == [
        paracite.Date(2003),
        paracite.Date(1999),
    ]
    with pytest.raises(ReadError, match="no such file"):
        paracite.open("nothing.bib")
    with pytest.raises(ReadError, match="is empty"):
        paracite.open(b" ")


def test_each_reference_has_a_key_of_its_own() -> None:
    listed = paracite.open(
        "@book{a, title = {One}}\n@book{a, title = {Two}}\n@book{, title = {Three}}"
    )
    keys = [each.citekey for each in listed.references]
    assert keys == ["a", "aa", "three"]
    assert listed["aa"].title == "Two"
    with pytest.raises(KeyError):
        _ = listed["b"]


def test_search_finds_in_text_that_is_in_no_file() -> None:
    listed = paracite.open(TWICE)
    assert [each.citekey for each in listed.search("author:lee")] == ["a", "b"]
    assert [each.citekey for each in listed.search("year:1990..2000 rivers")] == ["c"]
    assert listed.search("nothing") == ()


def test_merged_and_saved_only_the_merge_changes(bib: Path) -> None:
    listed = paracite.open(bib)
    assert [each.keys for each in listed.duplicates().clusters] == [("a", "b")]
    assert {each.key for each in listed.check(select=["DUP001"])} == {"b"}
    merged = listed.merged()
    assert [each.citekey for each in merged.references] == ["a", "c"]
    assert bib.read_text() == TWICE
    merged.save()
    assert bib.read_text().startswith("% mine\n@article{a, author = {Lee, Kim}")
    assert bib.read_text().endswith(TWICE.splitlines(keepends=True)[-1])
    with pytest.raises(WriteError, match="changed by another program"):
        merged.save()


def test_a_list_that_is_no_bib_is_merged_but_not_saved_in_place(tmp_path: Path) -> None:
    listed = paracite.open(paracite.open(TWICE).export(to="ris"))
    assert len(listed.merged()) == 2
    with pytest.raises(WriteError, match="cannot be edited"):
        listed.merged().save()
    target = tmp_path / "list.bib"
    listed.merged().save(str(target))
    assert len(paracite.open(target)) == 2
    other = tmp_path / "list.ris"
    other.write_bytes(target.read_bytes())
    with pytest.raises(WriteError, match="is a reference list"):
        listed.save(str(other))


def test_export_says_what_it_could_not_do() -> None:
    listed = paracite.open(TWICE)
    assert "Roe, J. (1999)." in listed.export(style="apa")
    assert listed.export(to="html").count("<") > 3
    with pytest.raises(paracite.ParaciteError, match="docx is no text"):
        listed.export(to="docx")
    odd = paracite.open("@book{a, title = {One}, howmany = {5}}")
    with pytest.warns(paracite.ParaciteWarning):
        odd.export(to="ris")


def test_a_reference_shows_the_fields_it_has() -> None:
    one = paracite.open(TWICE)["c"]
    assert repr(one) == (
        "Reference(citekey='c', type='book', author=(Name(family='Roe', given='Jane'),), "
        "issued=Date(year=1999), title='Rivers')"
    )
    assert "<i>Rivers</i>" in one._repr_html_()
    assert repr(paracite.open(TWICE)) == "<ReferenceList bibtex text: 3 references>"


def test_verdicts_come_from_local_registries() -> None:
    library = paracite.open(DATA / "references.bib")
    registry = [str(DATA / "registry.jsonl")]
    validated = library.validate(registries=registry, offline=True)
    assert [each.key for each in validated] == [
        each.citekey for each in library.references if each.doi
    ]
    resolved = library.resolve(registries=registry, offline=True)
    assert len(resolved) == len(library)
