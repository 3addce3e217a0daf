"""RIS, PubMed, EndNote and Web of Science: every record is read, and nothing of it is lost."""

import re
from pathlib import Path

import pytest

from paracite import readers
from paracite.errors import ReadError
from paracite.readers import Document, Reading
from paracite.reference import OTHERS, Date, Name

RIS = """\
TY  - JOUR
ID  - dna
AU  - Watson, James D.
AU  - World Bank
AU  - King, Martin Luther, Jr.
AU  - et al.
TI  - Molecular structure of
      nucleic acids
T2  - Nature
VL  - 171
SP  - 737
EP  - 738
PY  - 1953
DA  - 1953/04/25
SN  - 0028-0836
SN  - 1476-4687
KW  - DNA
KW  - helix
C2  - kept
ER  -
"""
START = {
    ".ris": rb"(?m)^(?:\xef\xbb\xbf)?TY {0,2}-|^PT [A-Z]\s*$",
    ".nbib": rb"(?m)^PMID-",
    ".enw": rb"(?m)^%0",
    ".xml": rb"<record>",
}


def read(name: str, text: str) -> Reading:
    return readers.reader(name).read(Document("x", text.encode()))


def test_ris() -> None:
    [reference] = read("ris", RIS).references
    assert reference.citekey == "dna"
    assert reference.author == (
        Name("Watson", "James D."),
        Name(literal="World Bank"),
        Name("King", "Martin Luther", suffix="Jr."),
        OTHERS,
    )
    assert reference.title == "Molecular structure of nucleic acids"
    assert reference.issued == Date(1953, 4, 25)
    assert (reference.page, reference.issn) == ("737-738", "0028-0836")
    assert reference.keyword == "DNA, helix"
    assert reference.extra == (("C2", "kept"), ("SN", "1476-4687"))
    assert reference.origin.line == 1


def test_a_record_that_never_ends_is_read_and_told_of() -> None:
    reading = read("ris", "TY  - BOOK\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  - \n")
    assert [each.title for each in reading.references] == ["One", "Two"]
    assert [each.line for each in reading.problems] == [1]


def test_a_book_is_in_a_series_and_a_report_has_a_number() -> None:
    text = "TY  - BOOK\nT2  - Series\nER  - \nTY  - RPRT\nIS  - 7\nER  - \n"
    book, report = read("ris", text).references
    assert (book.collection_title, book.container_title) == ("Series", "")
    assert (report.number, report.issue) == ("7", "")


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("1948/07//", Date(1948, 7)),
        ("2005/07/15/Summer", Date(2005, 7, 15)),
        ("2001/00/00/", Date(2001)),
        ("in press", Date(literal="in press")),
    ],
)
def test_ris_dates(printed: str, date: Date) -> None:
    [reference] = read("ris", f"TY  - JOUR\nPY  - {printed}\nER  - \n").references
    assert reference.issued == date


def test_pubmed() -> None:
    text = (
        "PMID- 12\nFAU - Shruthi, Basavaradhya Sahukar\nAU  - Shruthi BS\nCN  - A Group\n"
        "DP  - 2016 May-Jun\nTI  - Long\n      title\nLID - 10.1/x [doi]\nAID - S1 [pii]\n"
    )
    [reference] = read("nbib", text).references
    assert reference.author == (
        Name("Shruthi", "Basavaradhya Sahukar"),
        Name(literal="A Group"),
    )
    assert reference.issued == Date(2016, 5, end=Date(2016, 6))
    assert (reference.title, reference.doi, reference.pmid) == ("Long title", "10.1/x", "12")
    assert ("pii", "S1") in reference.extra


def test_endnote_records_are_parted_by_blank_lines() -> None:
    text = "%0 Thesis\n%A Bell, Jocelyn\n%T Pulsars\n%D 1968\n\n%0 Book\n%T Two\n%= kept\n"
    thesis, book = read("endnote", text).references
    assert (thesis.type, thesis.title, thesis.issued) == ("thesis", "Pulsars", Date(1968))
    assert (book.title, book.extra, book.origin.line) == ("Two", (("=", "kept"),), 6)


def test_web_of_science_lists_names_line_by_line() -> None:
    text = "PT J\nAU Cao, WX\n   Ye, X\nTI Two\n   lines\nPD JUN 8\nPY 2004\nER\n\nEF\n"
    [reference] = read("wos", text).references
    assert reference.author == (Name("Cao", "WX"), Name("Ye", "X"))
    assert (reference.title, reference.issued) == ("Two lines", Date(2004, 6, 8))


@pytest.mark.parametrize(
    ("part", "date", "extra"),
    [
        ("JUN 8", Date(2004, 6, 8), ()),
        ("SEP-OCT", Date(2004, 9, end=Date(2004, 10)), ()),
        ("SPR", Date(2004, season=1), ()),
        ("WIN", Date(2004, season=4), ()),
        ("SUPPL", Date(2004), (("PD", "2004 SUPPL"),)),
        ("", Date(2004), ()),
    ],
)
def test_dates_of_web_of_science(part: str, date: Date, extra: tuple[tuple[str, str], ...]) -> None:
    text = f"PT J\nTI T\nPD {part}\nPY 2004\nBP 5\nEP 9\nER\n"
    [reference] = read("wos", text).references
    assert (reference.issued, reference.extra, reference.page) == (date, extra, "5-9")


@pytest.mark.parametrize(
    ("part", "date", "extra"),
    [
        ("2016 May-Jun", Date(2016, 5, end=Date(2016, 6)), ()),
        ("2013 Dec-2014 Jan", Date(2013, 12, end=Date(2014, 1)), ()),
        ("2009 Spring", Date(2009, season=1), ()),
        ("2009 1st Quart", Date(2009), (("DP", "2009 1st Quart"),)),
        ("2012 Aug 15", Date(2012, 8, 15), ()),
        ("1998-1999", Date(1998, end=Date(1999)), ()),
    ],
)
def test_dates_of_pubmed(part: str, date: Date, extra: tuple[tuple[str, str], ...]) -> None:
    [reference] = read("nbib", f"PMID- 1\nTI  - T\nDP  - {part}\n").references
    assert (reference.issued, reference.extra) == (date, extra)


def test_records_of_pubmed_without_a_number_are_parted_by_blank_lines() -> None:
    reading = read("nbib", "TI  - One\nAU  - Lee A\n\nTI  - Two\n\nPMID- 3\nTI  - Three\n")
    assert [each.title for each in reading.references] == ["One", "Two", "Three"]


def test_the_type_may_stand_anywhere_in_a_record_of_ris() -> None:
    text = "DB  - McK\nTI  - One\nTY  - JOUR\nVL  - 4\nER  - \n\nTI  - Two\nTY  - BOOK\nER  - \n"
    reading = read("ris", text)
    assert [(each.type, each.title) for each in reading.references] == [
        ("article-journal", "One"),
        ("book", "Two"),
    ]
    assert reading.references[0].volume == "4"
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Smith, J.; Doe, A.", 2),
        ("Smith, J. and Doe, A.", 2),
        ("Smith, J., Doe, A.", 2),
        ("Smith, J., Doe, A., Roe, B.", 3),
        ("Smith, J., Jr.", 1),
        ("King, M. L., Jr., Esq.", 1),
        ("Food and Agriculture Organization", 1),
        ("ACME; Sons", 1),
        ("University of California,, San Diego,, Health,, Sciences", 1),
    ],
)
def test_several_names_on_a_line(line: str, count: int) -> None:
    [reference] = read("ris", f"TY  - JOUR\nAU  - {line}\nER  - \n").references
    assert len(reference.author) == count


def test_endnote_xml() -> None:
    text = (
        '<xml><records><record><ref-type name="Book">6</ref-type><contributors><authors>'
        "<author><style>Doe, Jane</style></author></authors></contributors><titles><title>"
        '<style face="normal">On </style><style face="italic">E. coli</style></title></titles>'
        "<custom1>kept</custom1></record></records></xml>"
    )
    [reference] = read("endnotexml", text).references
    assert (reference.type, reference.title) == ("book", "On <i>E. coli</i>")
    assert reference.author == (Name("Doe", "Jane"),)
    assert reference.extra == (("C1", "kept"),)


def test_xml_that_declares_entities_is_refused() -> None:
    text = '<!DOCTYPE x [<!ENTITY a "aaaa">]><xml><records><record>&a;</record></records></xml>'
    with pytest.raises(ReadError, match="declares a document type"):
        read("endnotexml", text)


@pytest.mark.parametrize("name", ["ris", "nbib", "endnote", "wos", "endnotexml", "csljson"])
def test_what_holds_no_record_is_said_in_one_line(name: str) -> None:
    with pytest.raises(ReadError, match=r"x: |x:1: "):
        read(name, "nothing here")


def test_no_record_of_the_corpus_is_lost(corpora: Path) -> None:
    for path in sorted((corpora / "formats").rglob("*.*")):
        if path.suffix not in START:
            continue
        reading = readers.read(str(path))
        starts = len(re.findall(START[path.suffix], path.read_bytes()))
        assert len(reading.references) >= starts, path.name
