"""Tables of databases and programs, each by the header of its real exports; works are made up."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from paracite import readers
from paracite.readers import Document
from paracite.reference import Date, Name, Reference

SCOPUS = (
    "Authors,Author full names,Author(s) ID,Title,Year,Source title,Volume,Issue,Art. No.,Page start,"
    "Page end,Page count,Cited by,DOI,Link,Affiliations,Abstract,Author Keywords,Index Keywords,"
    "References,Editors,Publisher,Conference name,Conference location,ISSN,ISBN,PubMed ID,"
    "Language of Original Document,Abbreviated Source Title,Document Type,Source,EID\n"
)
WOS = (
    "Publication Type\tAuthors\tBook Authors\tBook Editors\tAuthor Full Names\tGroup Authors\t"
    "Article Title\tSource Title\tBook Series Title\tLanguage\tDocument Type\tConference Title\t"
    "Author Keywords\tAbstract\tPublisher\tPublisher City\tISSN\teISSN\tISBN\tJournal Abbreviation\t"
    "Publication Date\tPublication Year\tVolume\tIssue\tStart Page\tEnd Page\tArticle Number\tDOI\t"
    "DOI Link\tNumber of Pages\tPubmed Id\tUT (Unique WOS ID)\n"
)
WOS_TAGS = (
    "PT\tAU\tBA\tBE\tAF\tTI\tSO\tSE\tLA\tDT\tDE\tSN\tPD\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tPM\tUT\n"
)
DIMENSIONS = (
    '"About the data: Exported on Mar 01, 2024. Criteria: rivers"\n'
    "Rank,Publication ID,DOI,PMID,PMCID,Title,Abstract,Source title,Anthology title,Publication Date,"
    "PubYear,Volume,Issue,Pagination,Open Access,Publication Type,Authors,Times cited,Dimensions URL\n"
)
LENS = (
    "Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,ISSNs,Publisher,"
    "Source Country,Author/s,Abstract,Volume,Issue Number,Start Page,End Page,Keywords,Source URLs,"
    "External URL,PMID,DOI,PMCID,Citing Patents Count,References\n"
)
PUBMED = (
    "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,"
    "NIHMS ID,DOI\n"
)
ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","ISSN","DOI",'
    '"Url","Abstract Note","Date","Access Date","Pages","Num Pages","Issue","Volume",'
    '"Journal Abbreviation","Short Title","Series","Series Number","Publisher","Place","Language",'
    '"Rights","Type","Library Catalog","Manual Tags","Editor","Series Editor","Number","References"\n'
)
SCHOLAR = "Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"
EMBASE = (
    "Title,Author Names,Source title,Volume,Issue,Date of Publication,Pages,DOI,Medline PMID,"
    "Embase Accession ID,Publication Type,Language of Article,Author Keywords,Abstract\n"
)
IEEE = (
    '"Document Title","Authors","Publication Title","Publication Year","Volume","Issue","Start Page",'
    '"End Page","Abstract","ISSN","DOI","Author Keywords","PDF Link"\n'
)
PERISH = "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,Type,DOI,ISSN\n"


def read(text: str) -> Reference:
    """Read a table of one row, recognised by its content."""
    document = Document("x.dat", text.encode())
    [reference] = readers.recognise(document).read(document).references
    return reference


def table(head: str, delimiter: str = ",", **cells: str) -> str:
    """Put one row below a header; names of cells have `_` for what is no letter."""
    titles = next(csv.reader(head.splitlines()[-1:], delimiter=delimiter))
    names = [re.sub(r"\W+", "_", title).strip("_\ufeff") for title in titles]
    assert set(cells) <= set(names), set(cells) - set(names)
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerow([cells.get(name, "") for name in names])
    return head + file.getvalue()


GATIN = (Name("Gatin", "Gil"), Name("Sequel", "Fay"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            table(
                SCOPUS,
                Authors="Gatin G.N.; Sequel F.A.",
                Author_full_names="Gatin, Gil (57190000000); Sequel, Fay (57190000001)",
                Author_s_ID="57190000000; 57190000001",
                Title="A river study",
                Year="2020",
                Source_title="J Rivers",
                Volume="5",
                Issue="2",
                Art_No="104567",
                Page_start="10",
                Page_end="19",
                DOI="10.1000/RIV.1",
                Author_Keywords="fish; rivers",
                ISSN="00280836",
                PubMed_ID="31234567",
                Abbreviated_Source_Title="J. Riv.",
                Document_Type="Article",
            ),
            Reference(
                type="article-journal",
                author=GATIN,
                issued=Date(2020),
                title="A river study",
                container_title="J Rivers",
                container_title_short="J. Riv.",
                volume="5",
                issue="2",
                number="104567",
                page="10-19",
                doi="10.1000/RIV.1",
                issn="0028-0836",
                pmid="31234567",
                keyword="fish, rivers",
            ),
        ),
        (
            table(
                SCOPUS,
                Authors="Gatin, G.N., Sequel, F.A.",
                Title="A talk",
                Conference_name="River Conf",
                Conference_location="Ghent",
                Document_Type="Conference Paper",
            ),
            Reference(
                type="paper-conference",
                author=(Name("Gatin", "G.N."), Name("Sequel", "F.A.")),
                title="A talk",
                event_title="River Conf",
                event_place="Ghent",
            ),
        ),
        (
            table(
                WOS,
                "\t",
                Publication_Type="J",
                Authors="Gatin, G; Sequel, F",
                Author_Full_Names="Gatin, Gil; Sequel, Fay",
                Article_Title="Two",
                Source_Title="RIVERS",
                Document_Type="Article; Proceedings Paper",
                Author_Keywords="a; b",
                Publisher_City="Ghent",
                eISSN="1476-4687",
                Publication_Date="JUN 8",
                Publication_Year="2004",
                Start_Page="5",
                End_Page="9",
                DOI="10.1000/w",
                DOI_Link="http://dx.doi.org/10.1000/w",
                Pubmed_Id="12",
            ),
            Reference(
                type="article-journal",
                author=GATIN,
                issued=Date(2004, 6, 8),
                title="Two",
                container_title="RIVERS",
                page="5-9",
                keyword="a, b",
                publisher_place="Ghent",
                doi="10.1000/w",
                pmid="12",
            ),
        ),
        (
            table(
                WOS,
                "\t",
                Publication_Type="B",
                Article_Title="T",
                Document_Type="Article; Book Chapter",
            ),
            Reference(type="chapter", title="T"),
        ),
        (
            table(
                WOS_TAGS,
                "\t",
                PT="J",
                AU="Gatin, G; Sequel, F",
                AF="Gatin, Gil; Sequel, Fay",
                TI="Two",
                DE="a; b",
                PD="JUN 8",
                PY="2004",
                BP="5",
                EP="9",
                PM="12",
                UT="WOS:1",
            ),
            Reference(
                type="article-journal",
                author=GATIN,
                issued=Date(2004, 6, 8),
                title="Two",
                page="5-9",
                keyword="a, b",
                pmid="12",
            ),
        ),
        (
            table(
                DIMENSIONS,
                Title="A study",
                PMCID="PMC3",
                Publication_Date="2021-03-04",
                PubYear="2021",
                Pagination="10-20",
                Publication_Type="Article",
                Authors="Gatin, Gil; Sequel, Fay",
            ),
            Reference(
                type="article-journal",
                author=GATIN,
                title="A study",
                issued=Date(2021, 3, 4),
                page="10-20",
                pmcid="PMC3",
            ),
        ),
        (
            table(DIMENSIONS, Title="A", Source_title="SSRN", Publication_Type="Preprint"),
            Reference(type="article", title="A", container_title="SSRN"),
        ),
        (
            table(
                LENS,
                Title="A study",
                Date_Published="2020-05-03",
                Publication_Year="2020",
                Publication_Type="journal article",
                ISSNs="00280836; 14764687",
                Author_s="Gil Gatin; Fay Sequel",
                Issue_Number="2",
                Start_Page="10",
                End_Page="19",
                External_URL="http://y",
            ),
            Reference(
                type="article-journal",
                author=GATIN,
                title="A study",
                issued=Date(2020, 5, 3),
                issue="2",
                page="10-19",
                issn="0028-0836",
                url="http://y",
            ),
        ),
        (
            table(
                PUBMED,
                PMID="30",
                Title="A study",
                Authors="Lira R, de Oliveira Filho ASB, Cruz A.",
                Citation="Econ Bot. 2021 Mar;75(2):101-110. doi: 10.1000/eb. Epub 2021 Jan 3.",
                Journal_Book="Econ Bot",
                Publication_Year="2021",
                PMCID="PMC7",
                DOI="10.1000/eb",
            ),
            Reference(
                type="article-journal",
                title="A study",
                author=(
                    Name("Lira", "R"),
                    Name("Oliveira Filho", "ASB", non_dropping_particle="de"),
                    Name("Cruz", "A"),
                ),
                issued=Date(2021),
                container_title="Econ Bot",
                volume="75",
                issue="2",
                page="101-110",
                pmid="30",
                pmcid="PMC7",
                doi="10.1000/eb",
            ),
        ),
        (
            table(
                ZOTERO,
                Key="K1",
                Item_Type="journalArticle",
                Publication_Year="2020",
                Author="Gatin, Gil; Sequel, Fay",
                Title="A study",
                Publication_Title="J Rivers",
                Date="2020-03-04",
                Access_Date="2021-02-03 04:05:06",
                Pages="5-9",
                Issue="2",
                Rights="CC BY",
                Manual_Tags="a; b",
                Number="7",
            ),
            Reference(
                citekey="K1",
                type="article-journal",
                author=GATIN,
                title="A study",
                container_title="J Rivers",
                issued=Date(2020, 3, 4),
                accessed=Date(2021, 2, 3),
                page="5-9",
                issue="2",
                number="7",
                license="CC BY",
                keyword="a, b",
            ),
        ),
        (
            table(ZOTERO, Key="K2", Item_Type="thesis", Title="T", Type="PhD", Num_Pages="250"),
            Reference(citekey="K2", type="thesis", title="T", genre="PhD", number_of_pages="250"),
        ),
        (
            table(
                ZOTERO,
                Item_Type="bookSection",
                Title="T",
                Publication_Title="The Book",
                Editor="Gatin, Gil; Sequel, Fay",
                Series_Editor="Serie, Sam",
                Series="S",
                Series_Number="4",
            ),
            Reference(
                type="chapter",
                title="T",
                container_title="The Book",
                editor=GATIN,
                collection_editor=(Name("Serie", "Sam"),),
                collection_title="S",
                collection_number="4",
            ),
        ),
        (
            table(
                SCHOLAR,
                Authors="Gatin, Gil; Sequel, Fay; ",
                Title="T",
                Publication="J Rivers",
                Number="2",
                Pages="10-19",
                Year="2020",
            ),
            Reference(
                type="article-journal",
                author=GATIN,
                title="T",
                issue="2",
                page="10-19",
                issued=Date(2020),
                container_title="J Rivers",
            ),
        ),
        (
            table(
                EMBASE,
                Title="T",
                Author_Names="Gatin G.;Sequel F.",
                Date_of_Publication="March 2022",
                Pages="e123-e130",
                Medline_PMID="12",
                Publication_Type="Journal Article",
                Author_Keywords="a;b",
            ),
            Reference(
                type="article-journal",
                title="T",
                author=(Name("Gatin", "G."), Name("Sequel", "F.")),
                issued=Date(2022, 3),
                page="e123-e130",
                pmid="12",
                keyword="a, b",
            ),
        ),
        (
            table(
                IEEE,
                Document_Title="T",
                Authors="G. Gatin; F. Sequel",
                Publication_Title="IEEE Trans. Rivers",
                Start_Page="10",
                End_Page="19",
            ),
            Reference(
                type="article-journal",
                title="T",
                author=(Name("Gatin", "G."), Name("Sequel", "F.")),
                container_title="IEEE Trans. Rivers",
                page="10-19",
            ),
        ),
        (
            table(
                PERISH,
                Authors="A. G. Gatin, J. Sequel",
                Title="T",
                Source="J Rivers",
                Publisher="P",
            ),
            Reference(
                type="article-journal",
                title="T",
                author=(Name("Gatin", "A. G."), Name("Sequel", "J.")),
                container_title="J Rivers",
                publisher="P",
            ),
        ),
        (
            "sep=;\nAuthor;Title;Date;Journal\nGatin, Gil;T;2020-03;J\n",
            Reference(
                type="article-journal",
                title="T",
                author=GATIN[:1],
                issued=Date(2020, 3),
                container_title="J",
            ),
        ),
    ],
)
def test_export(text: str, expected: Reference) -> None:
    assert replace(read(text), extra=()) == expected


@pytest.mark.parametrize(
    "nobody", ["[No author name available]", "[No author id available]", "Anonymous", "[Anonymous]"]
)
def test_what_stands_for_no_author_is_none(nobody: str) -> None:
    assert read(table(SCOPUS, Authors=nobody, Title="T")).author == ()


def test_columns_that_are_no_variable_are_kept() -> None:
    table = (
        SCOPUS + "A,B,1,T,2020,J,1,1,,1,2,2,33,,,,,,,Old A. (1999),,,,,,,,,,Article,Scopus,2-s2\n"
    )
    extra = dict(read(table).extra)
    assert (extra["cited_by"], extra["eid"], extra["references"]) == ("33", "2-s2", "Old A. (1999)")


def test_a_type_nobody_knows_is_kept() -> None:
    reference = read("Title,Authors,Document Type\nT,A. Lee,Gizmo\n")
    assert (reference.type, reference.extra) == ("document", (("document_type", "Gizmo"),))


def test_dates_that_disagree_are_kept() -> None:
    reference = read("Title,Date,Year\nT,2020-03-04,2019\n")
    assert (reference.issued, reference.extra) == (Date(2020, 3, 4), (("year", "2019"),))


def test_lines_are_counted_from_the_top_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('sep=,\nTitle,Year\n"A\nB",2001\nC,2002,x\n')
    reading = readers.read(str(path))
    assert [each.origin.line for each in reading.references] == [4, 5]
    assert [each.line for each in reading.problems] == [5]
