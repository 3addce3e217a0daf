"""Findings in order, allowed ones left out, lists in other formats checked too."""

from pathlib import Path

import pytest

from paracite import checking
from paracite.checking import lists, selecting
from paracite.errors import ParaciteError

BIB = """% paracite: allow DOI001 (registered so)
@article{a,
  title = {Snow},
  doi = {doi:10.1000/182},
  pages = {5-3}
}
@article{b, doi = {doi:10.1000/183}}
"""


def checked(tmp_path: Path, text: str, name: str = "list.bib") -> lists.CheckedList:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return lists.load(str(path))


def test_findings_are_in_order_and_point_to_the_place(tmp_path: Path) -> None:
    found = checking.check(checked(tmp_path, BIB), selecting.choose(["DOI001,NUM"]))
    assert [(each.code, each.key, each.line, each.column) for each in found] == [
        ("NUM002", "a", 5, 11),
        ("NUM001", "a", 5, 12),
        ("DOI001", "b", 7, 20),
    ]
    assert found[0].source == "  pages = {5-3}"


def test_an_allowance_without_effect_is_found(tmp_path: Path) -> None:
    text = BIB.replace("allow DOI001", "allow-all URL")
    found = checking.check(checked(tmp_path, text), selecting.choose())
    assert [each.line for each in found if each.code == "META001"] == [1]


def test_a_list_in_another_format_is_checked_and_allowed_for(tmp_path: Path) -> None:
    item = '[{"id": "a", "type": "book", "title": "Snow", "ISBN": "9780714649710"}]'
    listed = checked(tmp_path, item, "list.json")
    [found] = checking.check(listed, selecting.choose(["ID"]))
    assert (found.code, found.key) == ("ID001", "a")
    beside = '[[allow]]\ncodes = ["ID"]\nkey = "a"\nreason = "printed so"\n'
    (tmp_path / "list.paracite.toml").write_text(beside, "utf-8")
    assert checking.check(checked(tmp_path, item, "list.json"), selecting.choose(["ID"])) == ()


def test_references_without_a_key_are_named_by_one(tmp_path: Path) -> None:
    listed = checked(tmp_path, "TY  - BOOK\nTI  - Snow on ice\nPY  - 1999\nER  - \n", "list.ris")
    found = checking.check(listed, selecting.choose(["REQ"]))
    assert {each.key for each in found} == {"1999snow"}


def test_a_file_beside_the_list_that_is_no_toml_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "list.paracite.toml").write_text("[[allow]", "utf-8")
    with pytest.raises(ParaciteError, match="not valid TOML"):
        checked(tmp_path, BIB)


def test_selection() -> None:
    assert {each.family for each in selecting.choose(["DOI"])} == {"DOI"}
    assert "DOI001" not in {each.code for each in selecting.choose(["DOI"], ignore=["doi-prefix"])}
    assert all(each.default for each in selecting.choose())
    assert "META002" in {each.code for each in selecting.choose(extend=["META002"])}
    with pytest.raises(ParaciteError, match="no rule or family is called 'DOX'"):
        selecting.choose(["DOX"])
