"""The tables of formats: their words by the formats' own documents, their variables by CSL."""

import pytest

from paracite import readers
from paracite.fields import endnote, hayagriva, nbib, ris
from paracite.readers import Document, _columns
from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, TYPES, Reference

VARIABLES = {*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS}

#: RIS type → CSL type and EndNote's name of it
RIS_TYPES = {
    "ABST": ("article-journal", ""),
    "ADVS": ("motion_picture", "Audiovisual Material"),
    "AGGR": ("dataset", ""),
    "ANCIENT": ("classic", "Ancient Text"),
    "ART": ("graphic", "Artwork"),
    "BILL": ("bill", "Bill"),
    "BLOG": ("post-weblog", "Blog"),
    "BOOK": ("book", "Book"),
    "CASE": ("legal_case", "Case"),
    "CHAP": ("chapter", "Book Section"),
    "CHART": ("figure", "Chart or Table"),
    "CLSWK": ("classic", "Classical Work"),
    "COMP": ("software", "Computer Program"),
    "CONF": ("paper-conference", "Conference Proceedings"),
    "CPAPER": ("paper-conference", "Conference Paper"),
    "CTLG": ("book", "Catalog"),
    "DATA": ("dataset", "Dataset"),
    "DBASE": ("dataset", "Online Database"),
    "DICT": ("entry-dictionary", "Dictionary"),
    "EBOOK": ("book", "Electronic Book"),
    "ECHAP": ("chapter", "Electronic Book Section"),
    "EDBOOK": ("book", "Edited Book"),
    "EJOUR": ("article-journal", "Electronic Article"),
    "ELEC": ("webpage", "Web Page"),
    "ENCYC": ("entry-encyclopedia", "Encyclopedia"),
    "EQUA": ("figure", "Equation"),
    "FIGURE": ("figure", "Figure"),
    "GEN": ("document", "Generic"),
    "GOVDOC": ("report", "Government Document"),
    "GRANT": ("document", "Grant"),
    "GRNT": ("document", "Grant"),
    "HEAR": ("hearing", "Hearing"),
    "ICOMM": ("personal_communication", ""),
    "INPR": ("article-journal", ""),
    "JFULL": ("periodical", ""),
    "JOUR": ("article-journal", "Journal Article"),
    "LEGAL": ("regulation", "Legal Rule or Regulation"),
    "MANSCPT": ("manuscript", "Manuscript"),
    "MAP": ("map", "Map"),
    "MGZN": ("article-magazine", "Magazine Article"),
    "MPCT": ("motion_picture", "Film or Broadcast"),
    "MULTI": ("webpage", "Online Multimedia"),
    "MUSIC": ("musical_score", "Music"),
    "NEWS": ("article-newspaper", "Newspaper Article"),
    "PAMP": ("pamphlet", "Pamphlet"),
    "PAT": ("patent", "Patent"),
    "PCOMM": ("personal_communication", "Personal Communication"),
    "PODCST": ("broadcast", "Podcast"),
    "RPRT": ("report", "Report"),
    "SER": ("periodical", "Serial"),
    "SLIDE": ("speech", ""),
    "SOUND": ("song", ""),
    "STAND": ("standard", "Standard"),
    "STAT": ("legislation", "Statute"),
    "STD": ("standard", "Standard"),
    "THES": ("thesis", "Thesis"),
    "UNBILL": ("bill", ""),
    "UNPB": ("manuscript", "Unpublished Work"),
    "UNPD": ("manuscript", "Unpublished Work"),
    "VIDEO": ("motion_picture", ""),
    "WEB": ("webpage", "Web Page"),
}
#: EndNote's name of a type → its number in XML
NUMBERS = {
    "Artwork": 2,
    "Audiovisual Material": 3,
    "Bill": 4,
    "Book Section": 5,
    "Book": 6,
    "Case": 7,
    "Computer Program": 9,
    "Web Page": 12,
    "Generic": 13,
    "Hearing": 14,
    "Journal Article": 17,
    "Magazine Article": 19,
    "Map": 20,
    "Film or Broadcast": 21,
    "Newspaper Article": 23,
    "Pamphlet": 24,
    "Patent": 25,
    "Personal Communication": 26,
    "Report": 27,
    "Statute": 31,
    "Thesis": 32,
    "Unpublished Work": 34,
    "Manuscript": 36,
    "Figure": 37,
    "Conference Paper": 47,
    "Classical Work": 49,
    "Legal Rule or Regulation": 50,
    "Dictionary": 52,
    "Encyclopedia": 53,
    "Blog": 56,
    "Serial": 57,
    "Standard": 58,
    "Dataset": 59,
    "Music": 61,
}
#: RIS tag → sign of `.enw`, element of XML, as EndNote names the field
FIELDS = {
    "A2": ("E", "contributors/secondary-authors/author"),
    "A3": ("Y", "contributors/tertiary-authors/author"),
    "A4": ("?", "contributors/subsidiary-authors/author"),
    "AB": ("X", "abstract"),
    "AD": ("+", "auth-address"),
    "AN": ("M", "accession-num"),
    "AU": ("A", "contributors/authors/author"),
    "C1": ("1", "custom1"),
    "C2": ("2", "custom2"),
    "C3": ("3", "custom3"),
    "C4": ("4", "custom4"),
    "C5": ("#", "custom5"),
    "C6": ("$", "custom6"),
    "C7": ("]", "custom7"),
    "CA": ("^", "caption"),
    "CN": ("L", "call-num"),
    "CY": ("C", "pub-location"),
    "DA": ("8", "dates/pub-dates/date"),
    "DB": ("~", "remote-database-name"),
    "DO": ("R", "electronic-resource-num"),
    "DP": ("W", "remote-database-provider"),
    "ET": ("7", "edition"),
    "ID": ("F", "label"),
    "IS": ("N", "number"),
    "KW": ("K", "keywords/keyword"),
    "L1": (">", "urls/pdf-urls/url"),
    "LA": ("G", "language"),
    "M3": ("9", "work-type"),
    "N1": ("Z", "notes"),
    "NV": ("6", "num-vols"),
    "OP": ("(", "orig-pub"),
    "PB": ("I", "publisher"),
    "PY": ("D", "dates/year"),
    "RI": ("*", "reviewed-item"),
    "RN": ("<", "research-notes"),
    "RP": (")", "reprint-edition"),
    "SE": ("&", "section"),
    "SN": ("@", "isbn"),
    "SP": ("P", "pages"),
    "ST": ("!", "titles/short-title"),
    "T2": ("B", "titles/secondary-title"),
    "T3": ("S", "titles/tertiary-title"),
    "TA": ("H", "contributors/translated-authors/author"),
    "TI": ("T", "titles/title"),
    "TT": ("Q", "titles/translated-title"),
    "UR": ("U", "urls/related-urls/url"),
    "VL": ("V", "volume"),
    "Y2": ("[", "access-date"),
}
#: tags of RIS that rispy does not know: of 2001, of EndNote and RefWorks
RARE = frozenset(
    [
        "AV",
        "BT",
        "CP",
        "CR",
        "CT",
        "ED",
        "J1",
        "L3",
        "LK",
        "LL",
        "M2",
        "NO",
        "OL",
        "PP",
        "RD",
        "SL",
        "SR",
        "SV",
        "U1",
        "U2",
        "U3",
        "U4",
        "U5",
        "VO",
        "WP",
        "WT",
        "WV",
    ]
)
COLUMNS = {
    "author": "Autor Autores Auteurs Penulis Creators Book_Authors Author_Names",
    "editor": "Editors Book_Editors",
    "title": "Titel Titre Titulo Judul Document_Title Article_Title",
    "issued": "Jahr Annee Tahun Year Date PubYear Date_of_Publication",
    "container_title": "Journal Booktitle Container Journal_Title Journal/Book Anthology_Title",
    "container_title_short": "Journal_Abbr Journal_Abbreviation Journal_ISO_Abbreviation",
    "collection_title": "Series Book_Series_Title",
    "collection_number": "Series_Number",
    "container_author": "Book_Author",
    "script_writer": "Scriptwriter",
    "event_title": "Meeting_Name Conference_Name Conference_Title",
    "event_place": "Conference_Location",
    "issue": "No Issue_Number Number",
    "volume": "Vol",
    "page": "Pages Page_Range Pagination",
    "number": "Art._No. Article_Number",
    "number_of_pages": "Num_Pages",
    "number_of_volumes": "Number_Of_Volumes",
    "publisher_place": "Place Address Location Publisher_City",
    "url": "Link Web ArticleURL External_URL",
    "pmid": "PubMed_ID Medline_PMID",
    "issn": "ISSNs Source_ISSN",
    "doi": "DOI_Link",
    "abstract": "Abstract_Note",
    "keyword": "Keywords Author_Keywords Manual_Tags",
    "language": "Language_of_Original_Document Language_of_Article",
    "license": "Rights",
    "source": "Library_Catalog",
    "dimensions": "Artwork_Size",
    "authority": "Court",
    "accessed": "Access_Date urldate",
    "title_short": "Short_Title",
    "collection_editor": "Series_Editor",
}
KINDS = {
    "article-journal": "Article Review Letter Editorial Erratum Note J journalArticle",
    "paper-conference": "Conference_Paper Proceedings_Paper inproceedings C conferencePaper",
    "chapter": "bookSection Book_Chapter incollection inbook",
    "book": "Book Monograph Edited_Book B ebook",
    "article": "Preprint posted-content Working_Paper",
    "thesis": "Dissertation phdthesis thesis mastersthesis",
    "report": "techreport Technical_Report report",
    "webpage": "webpage Website online www",
    "article-newspaper": "newspaperArticle News",
    "article-magazine": "magazineArticle",
    "entry-encyclopedia": "encyclopediaArticle",
    "entry-dictionary": "dictionaryEntry",
    "post-weblog": "blogPost",
    "post": "forumPost",
    "software": "computerProgram software",
    "motion_picture": "film videoRecording",
    "song": "audioRecording",
    "broadcast": "podcast radioBroadcast tvBroadcast",
    "graphic": "artwork",
    "speech": "presentation",
    "legal_case": "case",
    "legislation": "statute",
    "patent": "patent P",
    "personal_communication": "email instantMessage",
    "document": "misc Clinical_Trial",
}


def test_types_of_ris_and_endnote() -> None:
    assert {name: kind for name, (kind, _) in RIS_TYPES.items()} == ris.TYPES
    named = {
        name.casefold(): kind for kind, name in RIS_TYPES.values() if name not in ("", "Generic")
    }
    more = {
        "conference": "paper-conference",
        "journal": "article-journal",
        "review": "review",
        "press release": "document",
    }
    assert named | more == endnote.TYPES
    assert set(ris.RIS_TYPES) == TYPES
    assert set(ris.RIS_TYPES.values()) <= set(ris.TYPES)


def test_every_type_is_read_as_itself_where_a_format_has_it() -> None:
    lossy = {kind for kind, name in ris.RIS_TYPES.items() if ris.TYPES[name] != kind}
    assert lossy == {
        *("article", "collection", "entry", "event", "interview", "performance", "post"),
        *("review", "review-book", "treaty"),
    }
    assert {kind for kind in TYPES if nbib.TYPES and kind in nbib.TYPES.values()} == {
        *("article", "article-newspaper", "book", "chapter", "dataset", "report", "thesis"),
        "webpage",
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Book", "book"),
        ("Book Chapter", "chapter"),
        ("Dataset", "dataset"),
        ("Preprint", "article"),
        ("Newspaper Article", "article-newspaper"),
        ("Webpage", "webpage"),
        ("Technical Report", "report"),
        ("Academic Dissertation", "thesis"),
        ("Journal Article", "article-journal"),
        ("Review", "article-journal"),
    ],
)
def test_publication_types_of_pubmed(name: str, kind: str) -> None:
    text = f"PMID- 1\nTI  - T\nPT  - {name}\n"
    [reference] = readers.reader("nbib").read(Document("x", text.encode())).references
    assert (reference.type, reference.extra) == (kind, (("PT", name),))


def test_numbers_of_types() -> None:
    assert all(NUMBERS[name] == number for name, number in endnote.NAMES.values())
    assert ("Generic", NUMBERS["Generic"]) == endnote.GENERIC
    found = {kind: endnote.TYPES.get(name.casefold()) for kind, (name, _) in endnote.NAMES.items()}
    lossy = {kind for kind, read in found.items() if read != kind}
    assert lossy == {
        *("article", "broadcast", "entry", "interview", "post", "review", "review-book"),
        *("song", "speech", "treaty"),
    }


def test_fields_of_endnote() -> None:
    more = {"J": "T2", "O": "N1"}
    assert {sign: tag for tag, (sign, _) in FIELDS.items()} | more == endnote.SIGNS
    others = {
        "periodical/full-title": "JF",
        "periodical/abbr-1": "J2",
        "titles/alt-title": "JA",
        "alt-periodical/abbr-1": "J1",
        "issue": "CP",
        "urls/web-urls/url": "UR",
    }
    assert {element: tag for tag, (_, element) in FIELDS.items()} | others == endnote.ELEMENTS


def test_what_formats_name_are_variables_and_types() -> None:
    for table in (ris.TEXTS, ris.TEXTS_IN, ris.WRITTEN, nbib.TEXTS, hayagriva.FIELDS):
        variables = set(table) if table is ris.WRITTEN else set(table.values())
        assert variables <= VARIABLES
    assert {*ris.NAMES.values(), *ris.NAMES_IN.values(), *hayagriva.ROLES.values()} <= set(
        NAME_FIELDS
    )
    assert set(_columns.COLUMNS.values()) <= VARIABLES | {"citekey"}
    kinds = {*_columns.KINDS.values(), *hayagriva.TYPES, *hayagriva.KINDS.values()}
    kinds |= {kind for _, kind in (*ris.TEXTS_IN, *ris.NAMES_IN)} | ris.NUMBERED | ris.ARTICLES
    assert kinds | ris.COUNTED | set(nbib.TYPES.values()) <= TYPES
    assert {tag for tag, _ in (*ris.TEXTS_IN, *ris.NAMES_IN)} <= ris.TAGS
    assert {*ris.TEXTS, *ris.NAMES, *ris.WRITTEN.values()} <= ris.TAGS


def test_types_and_tags_of_rispy() -> None:
    rispy = pytest.importorskip("rispy")
    ours = {"GRNT", "PODCST", "STD", "UNBILL", "UNPD", "WEB"}  #: of EndNote and misspelt ones
    assert set(rispy.config.TYPE_OF_REFERENCE_MAPPING) == set(ris.TYPES) - ours
    assert set(rispy.config.TAG_KEY_MAPPING) - {"UK"} == ris.TAGS - RARE


def test_hayagriva_finds_its_types_again() -> None:
    lossy = {kind for kind, pair in hayagriva.TYPES.items() if hayagriva.KINDS.get(pair) != kind}
    assert lossy == {
        *("article-magazine", "bill", "classic", "entry-dictionary", "figure", "map"),
        *("musical_score", "pamphlet", "regulation", "review", "review-book", "speech"),
        *("standard", "treaty"),
    }


def table(header: str, cell: str, more: str = "Title,Authors\n") -> Reference:
    text = f'{header.replace("_", " ")},{more}"{cell}",T,A. Lee\n'
    [reference] = readers.reader("csv").read(Document("x", text.encode())).references
    return reference


CELLS = {"issued": "2001", "accessed": "2001", "doi": "10.1000/x", "issn": "0028-0836"}


@pytest.mark.parametrize(
    ("variable", "header"),
    [(name, header) for name, headers in COLUMNS.items() for header in headers.split()],
)
def test_columns(variable: str, header: str) -> None:
    own = {"title": "Year,Authors\n", "author": "Title,Publisher\n"}.get(variable)
    cell = CELLS.get(variable, "Lee, A." if variable in NAME_FIELDS else "12")
    assert getattr(table(header, cell, own or "Title,Authors\n"), variable)


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in KINDS.items() for name in names.split()]
)
@pytest.mark.parametrize("header", ["Item Type", "Document Type", "Publication Type"])
def test_kinds(kind: str, name: str, header: str) -> None:
    assert table(header, name.replace("_", " ")).type == kind
