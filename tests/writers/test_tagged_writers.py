"""RIS, `.enw`, EndNote XML and `.nbib` to the letter, as other programs are to find them."""

import pytest

from paracite import writers
from paracite.reference import OTHERS, Date, Name, Reference

ARTICLE = Reference(
    citekey="lee2001",
    type="article-journal",
    author=(
        Name("Lee", "Kim Ann"),
        Name("Berg", "Jan", non_dropping_particle="van der"),
        Name(literal="World Bank"),
        OTHERS,
    ),
    title="On <i>E. coli</i>   &c.",
    title_short="E. coli",
    container_title="Journal of Things",
    container_title_short="J. Things",
    volume="12",
    issue="3",
    number="e45",
    page="45-67",
    issued=Date(2001, 5, 17),
    accessed=Date(2020, 1, 2),
    doi="10.1000/1",
    issn="0028-0836",
    pmid="123",
    pmcid="PMC9",
    url="https://example.org",
    language="en",
    keyword="DNA, rivers and fish",
    abstract="Text.",
    note="N.",
    extra=(("c1", "x"), ("AD", "Ghent"), ("issn", "1476-4687"), ("pii", "S1")),
)
BOOK = Reference(
    citekey="roe",
    type="book",
    author=(Name("Roe", "A. B-C", suffix="Jr."),),
    editor=(Name("Ed", "E."),),
    title="B",
    container_title="In <b>C</b>",
    collection_title="S",
    collection_number="4",
    publisher="P",
    publisher_place="Ghent",
    number_of_pages="300",
    isbn="9780714649719",
    issued=Date(1999, season=2),
    edition="2",
    genre="G",
)
RIS = """\
TY  - JOUR
ID  - lee2001
AU  - Lee, Kim Ann
AU  - van der Berg, Jan
AU  - World Bank
AU  - et al.
TI  - On E. coli &c.
ST  - E. coli
T2  - Journal of Things
J2  - J. Things
VL  - 12
IS  - 3
C7  - e45
SN  - 0028-0836
DO  - 10.1000/1
UR  - https://example.org
LA  - en
AB  - Text.
N1  - N.
PY  - 2001
DA  - 2001/05/17/
Y2  - 2020/01/02/
SP  - 45
EP  - 67
KW  - DNA
KW  - rivers and fish
AN  - PMID: 123
C2  - PMC9
C1  - x
AD  - Ghent
ER  -

TY  - BOOK
ID  - roe
AU  - Roe, A. B-C, Jr.
A3  - Ed, E.
TI  - B
JF  - In C
T2  - S
SV  - 4
ET  - 2
PB  - P
CY  - Ghent
SN  - 9780714649719
M3  - G
PY  - 1999
DA  - 1999///Summer
SP  - 300
ER  -
"""
ENW = """\
%0 Journal Article
%P 45-67
%F lee2001
%A Lee, Kim Ann
%A van der Berg, Jan
%A World Bank
%A et al.
%T On E. coli &c.
%! E. coli
%J Journal of Things
%V 12
%N 3
%] e45
%@ 0028-0836
%R 10.1000/1
%U https://example.org
%G en
%X Text.
%Z N.
%D 2001
%8 2001/05/17
%[ 2020/01/02
%K DNA
%K rivers and fish
%M PMID: 123
%2 PMC9
%1 x
%+ Ghent

%0 Book
%F roe
%A Roe, A. B-C, Jr.
%Y Ed, E.
%T B
%B S
%7 2
%I P
%C Ghent
%@ 9780714649719
%9 G
%D 1999
%8 1999///Summer
%P 300
"""
NBIB = """\
PMID- 123
TI  - On E. coli &c.
JT  - Journal of Things
TA  - J. Things
VI  - 12
IP  - 3
AB  - Text.
GN  - N.
PMC - PMC9
LA  - en
FAU - Lee, Kim Ann
AU  - Lee KA
FAU - van der Berg, Jan
AU  - van der Berg J
CN  - World Bank
FAU - et al.
DP  - 2001 May 17
PG  - 45-67
LID - 10.1000/1 [doi]
AID - 10.1000/1 [doi]
IS  - 0028-0836 (Linking)
OT  - DNA
OT  - rivers and fish
PT  - Journal Article
AD  - Ghent
IS  - 1476-4687 (Linking)
AID - S1 [pii]

TI  - B
BTI - In C
CTI - S
EN  - 2
PB  - P
PL  - Ghent
ISBN- 9780714649719
FAU - Roe, A. B-C, Jr.
AU  - Roe ABC
FED - Ed, E.
DP  - 1999 Summer
PT  - Book
"""
XML = """\
<?xml version='1.0' encoding='UTF-8'?>
<xml><records><record><ref-type name="Book">6</ref-type><label>roe</label><contributors><authors>
<author>Roe, A. B-C, Jr.</author></authors><tertiary-authors><author>Ed, E.</author>
</tertiary-authors></contributors><titles><title>B</title><secondary-title>S</secondary-title>
</titles><periodical><full-title>In <style face="bold">C</style></full-title></periodical>
<edition>2</edition><publisher>P</publisher><pub-location>Ghent</pub-location>
<isbn>9780714649719</isbn><work-type>G</work-type><dates><year>1999</year><pub-dates>
<date>1999///Summer</date></pub-dates></dates><pages>300</pages></record>
</records></xml>"""


def written(name: str, *references: Reference) -> str:
    return writers.writer(name).write(references, writers.Options()).data.decode()


@pytest.mark.parametrize(("name", "text"), [("ris", RIS), ("endnote", ENW), ("nbib", NBIB)])
def test_lines(name: str, text: str) -> None:
    assert written(name, ARTICLE, BOOK) == text.replace("ER  -\n", "ER  - \n").replace("\n", "\r\n")


def test_xml() -> None:
    text = written("endnotexml", BOOK).replace('<style face="normal">', "")
    plain = text.replace('In </style><style face="bold">C</style>', 'In <style face="bold">C|')
    plain = plain.replace("</style>", "").replace("C|", "C</style>")
    assert plain.replace("\n", "") == XML.replace("\n", "")


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(2016, 5, end=Date(2016, 6)), "2016 May-Jun"),
        (Date(2013, 12, end=Date(2014, 1)), "2013 Dec-2014 Jan"),
        (Date(2009, season=1), "2009 Spring"),
        (Date(2009), "2009"),
        (Date(800, 3), "0800 Mar"),
        (Date(2001, 3, 4, end=Date(2001, 3, 9)), "2001-03-04/2001-03-09"),
        (Date(2001, circa=True), "2001~"),
        (Date(-44, 3, 15), "-0043-03-15"),  # ISO 8601 has a year 0
        (Date(literal="in press"), "in press"),
    ],
)
def test_dates_of_pubmed(date: Date, text: str) -> None:
    assert f"DP  - {text}\r\n" in written("nbib", Reference(title="T", issued=date))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ris", "TY  - EJOUR\r\n"),
        ("endnote", "%0 Electronic Article\r\n"),
        ("endnotexml", '<ref-type name="Electronic Article">17</ref-type>'),
    ],
)
def test_the_type_it_was_read_with_is_written_again(name: str, line: str) -> None:
    own = "EJOUR" if name == "ris" else "Electronic Article"
    article = Reference(type="article-journal", extra=(("ty", own),))
    assert line in written(name, article)
    other = Reference(type="book", extra=(("TY", own),))
    assert own not in written(name, other)
