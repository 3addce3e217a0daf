"""RIS as databases and programs write it; works are made up, tags are those of real exports."""

import itertools

import pytest

from paracite import readers
from paracite.readers import Document
from paracite.reference import Date, Name, Reference


def read(*lines: str, kind: str = "JOUR") -> Reference:
    text = "\n".join((f"TY  - {kind}", *lines, "ER  - ", ""))
    [reference] = readers.reader("ris").read(Document("x", text.encode())).references
    return reference


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        # Ovid: the identifier is PubMed's only where the database is
        (["DB  - Ovid MEDLINE(R) ALL", "ID  - 32672909"], "pmid", "32672909"),
        (["DB  - Embase", "ID  - 32672909"], "pmid", ""),
        (["DB  - MEDLINE", "AN  - 12345678"], "pmid", "12345678"),
        (["DB  - PubMed", "AN  - 12345678"], "pmid", "12345678"),
        (["DB  - Embase", "AN  - 2012345678"], "pmid", ""),
        (["DB  - Embase", "C5  - 36123456"], "pmid", "36123456"),
        (["DB  - Embase", "AN  - PMID:36123456"], "pmid", "36123456"),
        (["DB  - PsycINFO", "C2  - PMID: 32123456"], "pmid", "32123456"),
        (["C2  - PMC1234567"], "pmcid", "PMC1234567"),
        (["Y1  - 1993//"], "issued", Date(1993)),
        (["T1  - A", "JF  - J Rivers", "JA  - J Riv"], "container_title_short", "J Riv"),
        (["T2  - J Rivers", "JO  - J Riv"], "container_title_short", "J Riv"),
        (["JO  - J Riv"], "container_title", "J Riv"),
        (["N2  - Text"], "abstract", "Text"),
        (["M3  - Article"], "genre", ""),
        (["M3  - Commentary"], "genre", "Commentary"),
        # where there is no DO, a DOI elsewhere is one
        (["M3  - 10.1000/x"], "doi", "10.1000/x"),
        (["L3  - 10.1002/Y"], "doi", "10.1002/Y"),
        (["N1  - 10.1111/z"], "doi", "10.1111/z"),
        (["DO  - https://doi.org/10.1000/x", "M3  - 10.1000/y"], "doi", "10.1000/x"),
        (["DO  - doi:10.1000/x"], "doi", "10.1000/x"),
        (["DO  - DOI 10.1000/x"], "doi", "10.1000/x"),
        # EndNote: the date has no year, numbers come with words, keywords on lines of their own
        (["PY  - 2013", "DA  - May 28"], "issued", Date(2013, 5, 28)),
        (["PY  - 2013", "DA  - Spring"], "issued", Date(2013, season=1)),
        (["PY  - 2013", "DA  - 2013/May/01"], "issued", Date(2013, 5, 1)),
        (["SN  - 1476-4687 (Electronic)", "      0028-0836 (Linking)"], "issn", "1476-4687"),
        (["KW  - rivers", "fish", "KW  - water"], "keyword", "rivers, fish, water"),
        (
            ["AU  - World Health Organization,"],
            "author",
            (Name(literal="World Health Organization"),),
        ),
        (["C7  - 104567"], "number", "104567"),
        (["SP  - 67-76", "EP  - 76"], "page", "67-76"),
        # ProQuest and Cochrane
        (["T1  - Title", "TI  - Title: whole"], "title", "Title: whole"),
        (["AN  - CN-02145678", "DB  - CENTRAL"], "pmid", ""),
        (["LB  - key"], "citekey", "key"),
        (["UV - visible"], "title", ""),
    ],
)
def test_journal_article(lines: list[str], field: str, value: object) -> None:
    assert getattr(read(*lines), field) == value


@pytest.mark.parametrize(
    ("kind", "lines", "field", "value"),
    [
        ("BOOK", ["T2  - Series"], "collection_title", "Series"),
        ("BOOK", ["T2  - Series", "T3  - Sub"], "collection_title", "Series"),
        ("BOOK", ["BT  - Book"], "title", "Book"),
        ("BOOK", ["M1  - 12"], "collection_number", "12"),
        ("BOOK", ["SV  - 12"], "collection_number", "12"),
        ("BOOK", ["SP  - 300"], "number_of_pages", "300"),
        ("BOOK", ["SP  - 300", "EP  - 310"], "page", "300-310"),
        ("BOOK", ["A2  - Ed, E"], "editor", (Name("Ed", "E"),)),
        ("BOOK", ["A3  - Ed, E"], "editor", (Name("Ed", "E"),)),
        ("BOOK", ["A3  - Ed, E", "A2  - Ser, S"], "collection_editor", (Name("Ser", "S"),)),
        (
            "BOOK",
            ["AU  - A, A", "T2  - S", "A2  - Ser, S"],
            "collection_editor",
            (Name("Ser", "S"),),
        ),
        ("BOOK", ["AU  - A, A", "A2  - Ed, E"], "editor", (Name("Ed", "E"),)),
        ("CHAP", ["A2  - Ed, E", "A3  - Ser, S"], "editor", (Name("Ed", "E"),)),
        ("CHAP", ["T2  - Book", "SE  - 4"], "chapter_number", "4"),
        ("CHAP", ["BT  - Book"], "container_title", "Book"),
        ("THES", ["SP  - 250", "M3  - PhD"], "number_of_pages", "250"),
        ("RPRT", ["IS  - 7"], "number", "7"),
        ("RPRT", ["SN  - TR-7"], "number", "TR-7"),
        ("RPRT", ["SN  - 978-0-7146-4971-9"], "isbn", "978-0-7146-4971-9"),
        ("PAT", ["M1  - US 5"], "number", "US 5"),
        ("CPAPER", ["T2  - Conf", "C3  - Proc"], "container_title", "Proc"),
        ("CPAPER", ["T2  - Conf", "C3  - Proc"], "event_title", "Conf"),
        ("CPAPER", ["T2  - Proc"], "container_title", "Proc"),
        ("CONF", ["C1  - Ghent", "CY  - New York"], "event_place", "Ghent"),
        ("CONF", ["C1  - Ghent", "CY  - New York"], "publisher_place", "New York"),
        ("COMP", ["ET  - 2.1"], "version", "2.1"),
        ("MPCT", ["AU  - Dir, D"], "director", (Name("Dir", "D"),)),
        ("MAP", ["C1  - 1:50000"], "scale", "1:50000"),
        ("LEGAL", [], "type", "regulation"),
        ("jour", [], "type", "article-journal"),
    ],
)
def test_other_types(kind: str, lines: list[str], field: str, value: object) -> None:
    assert getattr(read(*lines, kind=kind), field) == value


def test_of_two_keys_the_first_counts() -> None:
    assert (read("LB  - key").citekey, read("LB  - key").extra) == ("key", ())
    reference = read("ID  - a", "LB  - b", "ID  - c")
    assert (reference.citekey, reference.extra) == ("a", (("LB", "b"), ("LB", "c")))


DATES = ["PY  - 2013", "Y1  - 2013/05/28", "DA  - 2014/04/01"]


@pytest.mark.parametrize("lines", list(itertools.permutations(DATES)))
def test_the_order_of_the_dates_does_not_matter(lines: tuple[str, ...]) -> None:
    reference = read(*lines)
    assert reference.issued == Date(2014, 4, 1)
    assert sorted(reference.extra) == [("PY", "2013"), ("Y1", "2013/05/28")]


@pytest.mark.parametrize(
    ("lines", "date", "extra"),
    [
        (["PY  - 2013", "Y1  - 2013/05/28"], Date(2013, 5, 28), ()),
        (["DA  - 2013", "Y1  - 2013/05/28"], Date(2013, 5, 28), ()),
        (["DA  - 2013/06/", "Y1  - 2013/05/28"], Date(2013, 6), (("Y1", "2013/05/28"),)),
        (["PY  - in press", "Y1  - 2013"], Date(2013), (("PY", "in press"),)),
        (["PY  - in press"], Date(literal="in press"), ()),
        (["PY  - 2013", "DA  - Epub"], Date(2013), (("DA", "Epub"),)),
        (["PY  - 2013//15"], Date(2013), (("PY", "2013//15"),)),
    ],
)
def test_dates_that_say_different_things(
    lines: list[str], date: Date, extra: tuple[tuple[str, str], ...]
) -> None:
    reference = read(*lines)
    assert (reference.issued, reference.extra) == (date, extra)


@pytest.mark.parametrize("gap", [" ", "  "])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_layouts(gap: str, newline: str, codec: str) -> None:
    lines = ["TY - JOUR", "AU - Müller, Ada", "TI - One", "two", "AB - Text", "UV - kept", "ER -"]
    text = newline.join(lines).replace(" -", f"{gap}-") + newline
    [reference] = readers.reader("ris").read(Document("x", text.encode(codec))).references
    assert (reference.author, reference.title) == ((Name("Müller", "Ada"),), "One two")
    assert reference.abstract == ("Text UV - kept" if gap == " " else "Text")


def test_what_is_no_value_of_a_tag_is_kept() -> None:
    reference = read(
        "T2  - J", "JF  - Journal", "XT  - Ovid", "AU  - A, B", "L1  - a.pdf", "L1  - b.pdf"
    )
    assert sorted(reference.extra) == [
        ("JF", "Journal"),
        ("L1", "a.pdf"),
        ("L1", "b.pdf"),
        ("XT", "Ovid"),
    ]
