"""Every fault that the article's printed list shows is found, offline, and nothing false."""

from pathlib import Path

import pytest

from paracite import checking
from paracite.checking import lists, selecting

ROOT = Path(__file__).parent.parent.parent
FAULTS = {
    ("aldecoa1999paradiplomacy", "REQ002"),  # publisher missing
    ("bolewsky2007diplomacy", "REQ002"),
    ("bolewsky2007diplomacy", "TITLE004"),  # title in brackets
    ("city2010council", "NAME001"),  # “Kelowna, C. O.”
    ("darmayadi2019potential", "REQ001"),  # container missing
    ("duchacek1975external", "DOI005"),  # the record of a deleted DOI
    ("duchacek1986international", "REQ001"),  # title of the book missing
    ("duchacek2018international", "REQ001"),  # journal missing
    ("duchacek2018international", "TITLE003"),  # text of a cover sheet
    ("duchacek2018internationala", "DUP001"),
    ("duchacek2018internationala", "NAME010"),  # invented authors
    ("duchacek2018internationala", "REQ001"),
    ("duchacek2018internationala", "TITLE003"),
    ("duchacek2019territorial", "REQ002"),
    ("dyment2012aldecoa", "TEXT001"),  # mojibake
    ("ksp20182017", "NAME001"),  # initials of a ministry
    ("liu2015introduction", "DATE003"),  # the DOI is of another year
    ("liu2015introduction", "DOI004"),
    ("liu2015introduction", "NAME010"),
    ("liu2015introduction", "URL005"),  # an address as the journal
    ("liu2020chinese", "DOI004"),
    ("sister2019guide", "NAME001"),  # “Sister Cities, I.”
}


@pytest.mark.parametrize("path", ["data/references.bib", "data/article.txt"])
def test_faults_are_found_and_nothing_else(path: str) -> None:
    found = checking.check(lists.load(str(ROOT / path)), selecting.choose())
    if path.endswith(".bib"):
        assert {(each.key, each.code) for each in found} == FAULTS
    else:
        assert {each.code for each in found} == {code for _, code in FAULTS}
