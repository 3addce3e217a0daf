"""Editions as printed, to the number that CSL wants."""

import pytest

from paracite.fields import editions


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("7th ed", "7"),
        ("(2nd ed.).", "2"),
        ("2. Aufl.", "2"),
        ("3e édition", "3"),
        ("2.ª ed.", "2"),
        ("second edition", "2"),
        ("6", "6"),
        ("Rev. ed.", "Rev. ed."),
        ("2nd rev. ed.", "2nd rev. ed."),
        ("Series B", "Series B"),
        ("2 vols.", "2 vols."),
        ("", ""),
    ],
)
def test_bare_number_or_the_text_as_printed(printed: str, number: str) -> None:
    assert editions.number(printed) == number
