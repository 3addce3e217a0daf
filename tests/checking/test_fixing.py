"""Fixes change what they mean to and nothing else, and once is enough."""

from pathlib import Path

import pytest

from paracite.checking import fixing, lists, selecting
from paracite.opening import open_bytes

SOURCE = (
    "comment kept\r\n@Article{a,\r\n  Title = {Snow},\r\n"
    '  DOI   = "doi:10.1000/182",  pages= {5-9}\r\n}\r\n@book{b,}\r\n'
)


def test_only_the_values_change() -> None:
    mended = fixing.fix(
        lists.of(open_bytes(SOURCE.encode(), "a.bib", "bibtex")), selecting.choose()
    )
    expected = SOURCE.replace("doi:", "").replace("5-9", "5--9")
    assert mended.checked.opened.text == expected
    assert mended.applied == 2


def test_unsafe_fixes_are_applied_only_when_asked_for() -> None:
    listed = lists.of(open_bytes(b"@book{a, title = {[Snow]}}"))
    assert fixing.fix(listed, selecting.choose(["TITLE004"])).applied == 0
    mended = fixing.fix(listed, selecting.choose(["TITLE004"]), unsafe=True)
    assert mended.checked.opened.text == "@book{a, title = {Snow}}"


@pytest.mark.parametrize("project", ["FlamingTempura+bibtex-tidy", "papis+papis"])
def test_fixed_corpus_parses_and_a_second_run_changes_nothing(corpora: Path, project: str) -> None:
    chosen = selecting.choose()
    for path in sorted((corpora / "bibtex" / project).glob("*.bib"))[:60]:
        before = lists.of(open_bytes(path.read_bytes() or b" %", "a.bib", "bibtex"))
        once = fixing.fix(before, chosen, unsafe=True).checked
        assert once.opened.text == before.opened.text or len(once.cases) == len(before.cases)
        assert fixing.fix(once, chosen, unsafe=True).applied == 0
        assert between_entries(once) == between_entries(before)


def between_entries(checked: lists.CheckedList) -> list[str]:
    """Give all of a file that is no entry."""
    document = checked.listing.document
    blocks = document.blocks if document else ()
    return [checked.opened.text[b.start : b.end] for b in blocks if b.kind != "entry"]
