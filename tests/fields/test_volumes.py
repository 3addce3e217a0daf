"""Volume and issue, printed together."""

import pytest

from paracite.fields import volumes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("66:", ("66", "", "")),
        ("12(11)", ("12", "11", "")),
        ("225(Icobest)", ("225", "Icobest", "")),
        ("76(Tabloid 1),", ("76", "Tabloid 1", "")),
        ("Vol. 9, No. 2,", ("9", "2", "")),
        ("v. 23, n. 14,", ("23", "14", "")),
        ("16 (1/2).", ("16", "1/2", "")),
        ("(71)3:", ("71", "3", "")),
        ("XVII, 3,", ("XVII", "3", "")),
        ("261:3:", ("261", "3", "")),
        ("36-3,", ("36", "3", "")),
        ("16-18,", ("16-18", "", "")),
        ("n° 39,", ("", "39", "")),
        ("№ 38.", ("", "38", "")),
        ("26 Suppl 1:", ("26", "Suppl 1", "")),
        ("D86,", ("D86", "", "")),
        ("Tome 4.", ("4", "", "")),
        ("2 vols.", ("", "", "2")),
        ("Vol. 3, Part A,", ("3", "", "")),
        ("", ("", "", "")),
    ],
)
def test_split(text: str, parts: tuple[str, str, str]) -> None:
    assert volumes.split(text) == parts
