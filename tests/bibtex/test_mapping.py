"""Every field and entry type goes where the manuals of BibTeX, biblatex and CSL say."""

import pytest

from paracite.bibtex import entries, values
from paracite.reference import Reference

#: CSL variable: fields that hold it
FIELDS = """
title: title
title_short: shorttitle
container_title: journal journaltitle booktitle
container_title_short: shortjournal
collection_title: series
event_title: eventtitle
original_title: origtitle
edition: edition
volume: volume
number_of_volumes: volumes
issue: issue
number: eid articleno article-number
chapter_number: chapter
part_number: part
page: pages
number_of_pages: pagetotal numpages
version: version
publisher: publisher school institution organization
publisher_place: address location
original_publisher: origpublisher
original_publisher_place: origlocation
event_place: venue
call_number: library
genre: type
medium: howpublished
language: language
status: pubstate
doi: doi
isbn: isbn
issn: issn
pmid: pmid
pmcid: pmcid
url: url
abstract: abstract
annote: annote annotation
keyword: keywords keyword
note: note
"""
#: CSL type: entry types that are read as it
TYPES = """
article-journal: article suppperiodical
article-newspaper: newsarticle
book: book manual collection commentary mvbook mvcollection mvproceedings mvreference proceedings reference
chapter: inbook incollection bookinbook suppbook suppcollection
dataset: data dataset
document: misc bibnote nosuch
entry: inreference
graphic: artwork image
legal_case: jurisdiction
legislation: legislation
manuscript: unpublished
motion_picture: movie video
pamphlet: booklet
paper-conference: inproceedings conference
patent: patent
performance: performance
periodical: periodical
personal_communication: letter
report: report techreport
review: review
software: software
song: audio music
standard: standard
thesis: thesis phdthesis mastersthesis
treaty: legal
webpage: online electronic www
"""
ADDRESSES = """doi url eprint isbn issn pmid pmcid sici archiveprefix primaryclass eprintclass
bdsk-url-1 bdsk-url-2 adsurl biburl ee eprinttype"""
PATHS = """file filename pdf local-url verba verbb verbc bdsk-file-1 xref ids keys options langid
groups timestamp crossref xdata"""


def pairs(table: str) -> list[tuple[str, str]]:
    rows = (row.split(": ") for row in table.strip().splitlines())
    return [(name, value) for value, names in rows for name in names.split()]


def read(entry_type: str, **fields: str) -> Reference:
    return entries.reference(entry_type, "a", list(fields.items()))


def held(reference: Reference, name: str) -> str:
    own = getattr(reference, name.replace("-", "_"), "")
    return str(own or reference.get(name))


@pytest.mark.parametrize(("field", "variable"), pairs(FIELDS))
def test_a_field_fills_its_variable(field: str, variable: str) -> None:
    assert getattr(read("misc", **{field: "5"}), variable) == "5"


@pytest.mark.parametrize(("entry_type", "kind"), pairs(TYPES))
def test_an_entry_type_is_its_type(entry_type: str, kind: str) -> None:
    assert read(entry_type).type == kind


@pytest.mark.parametrize(
    ("entry_type", "variable"),
    [
        *(("article", "issue"), ("review", "issue"), ("newsarticle", "issue")),
        *(("book", "collection_number"), ("incollection", "collection_number")),
        *(("inproceedings", "collection_number"), ("inreference", "collection_number")),
        *(("booklet", "collection_number"), ("techreport", "number"), ("patent", "number")),
    ],
)
def test_a_number_is_of_an_issue_a_series_or_its_own(entry_type: str, variable: str) -> None:
    assert getattr(read(entry_type, number="5"), variable) == "5"


@pytest.mark.parametrize("field", ADDRESSES.split())
def test_an_address_is_no_text(field: str) -> None:
    latex = r"10.1000/a{\_}b--c"
    reference = read("misc", **{field: latex})
    assert held(reference, field) == "10.1000/a_b--c"


@pytest.mark.parametrize("field", PATHS.split())
def test_a_path_or_list_of_keys_is_no_text(field: str) -> None:
    assert held(read("misc", **{field: r"a--b\_{c}"}), field) == r"a--b_{c}"


@pytest.mark.parametrize(
    ("title", "subtitle", "variable"),
    [
        ("title", "subtitle", "title"),
        ("booktitle", "booksubtitle", "container_title"),
        ("journaltitle", "journalsubtitle", "container_title"),
    ],
)
def test_a_subtitle_is_joined(title: str, subtitle: str, variable: str) -> None:
    reference = read("misc", **{title: "A b", subtitle: "C d"})
    assert getattr(reference, variable) == "A b: C d"
    assert getattr(read("misc", **{title: "A b?", subtitle: "C d"}), variable) == "A b? C d"


@pytest.mark.parametrize(
    "field", ["title", "shorttitle", "booktitle", "maintitle", "origtitle", "eventtitle"]
)
def test_braces_in_titles_protect(field: str) -> None:
    reference = read("misc", **{field: "Of {DNA}"})
    variables = dict(pairs(FIELDS))
    text = held(reference, variables.get(field, field))
    assert text == ("Of DNA" if field == "maintitle" else 'Of <span class="nocase">DNA</span>')


@pytest.mark.parametrize(
    ("entry_type", "fields", "genre"),
    [
        ("phdthesis", {}, "PhD thesis"),
        ("mastersthesis", {}, "Master's thesis"),
        ("phdthesis", {"type": "Habilitation"}, "Habilitation"),
        ("phdthesis", {"type": "Thesis"}, ""),
        ("thesis", {"type": "phdthesis"}, "PhD thesis"),
        ("thesis", {"type": "mathesis"}, "Master's thesis"),
        ("thesis", {"type": "candthesis"}, "Candidate thesis"),
        ("thesis", {"type": "bathesis"}, "Bachelor's thesis"),
        ("report", {"type": "techreport"}, "Technical report"),
        ("report", {"type": "resreport"}, "Research report"),
    ],
)
def test_genres(entry_type: str, fields: dict[str, str], genre: str) -> None:
    assert read(entry_type, **fields).genre == genre


@pytest.mark.parametrize(
    ("eprint", "kind"), [("arXiv", "article"), ("arxiv", "article"), ("HAL", "document")]
)
@pytest.mark.parametrize("entry_type", ["misc", "online", "unpublished", "electronic", "www"])
def test_an_arxiv_eprint_makes_a_preprint(entry_type: str, eprint: str, kind: str) -> None:
    found = read(entry_type, archiveprefix=eprint, eprint="2203.1").type
    assert found == ("article" if kind == "article" else read(entry_type).type)
    assert read("article", eprinttype="arxiv").type == "article-journal"


@pytest.mark.parametrize(
    ("name", "variable"),
    [("pubmed", "pmid"), ("PMID", "pmid"), ("pmc", "pmcid"), ("pmcid", "pmcid")],
)
def test_an_eprint_of_pubmed_is_its_identifier(name: str, variable: str) -> None:
    reference = read("article", eprinttype=name, eprint="123")
    assert (getattr(reference, variable), reference.extra) == ("123", ())


@pytest.mark.parametrize(
    ("subtype", "kind"),
    [("magazine", "article-magazine"), ("newspaper", "article-newspaper"), ("map", "map")],
)
def test_a_subtype_says_more(subtype: str, kind: str) -> None:
    reference = read("article", entrysubtype=subtype)
    assert (reference.type, reference.get("entrysubtype")) == (kind, "")


@pytest.mark.parametrize(
    ("parent", "child", "name", "renamed"),
    [
        ("book", "inbook", "title", "booktitle"),
        ("book", "inbook", "subtitle", "booksubtitle"),
        ("collection", "incollection", "titleaddon", "booktitleaddon"),
        ("proceedings", "inproceedings", "title", "booktitle"),
        ("proceedings", "conference", "title", "booktitle"),
        ("reference", "inreference", "title", "booktitle"),
        ("mvreference", "inreference", "title", "maintitle"),
        ("mvproceedings", "inproceedings", "title", "maintitle"),
        ("mvcollection", "suppcollection", "title", "maintitle"),
        ("mvbook", "book", "title", "maintitle"),
        ("mvbook", "mvbook", "title", ""),
        ("book", "suppbook", "title", "booktitle"),
        ("book", "bookinbook", "title", "booktitle"),
        ("periodical", "article", "title", "journaltitle"),
        ("periodical", "suppperiodical", "subtitle", "journalsubtitle"),
        ("book", "article", "title", ""),
        ("book", "inbook", "shorttitle", ""),
        ("book", "inbook", "sorttitle", ""),
        ("book", "inbook", "indextitle", ""),
        ("book", "inbook", "publisher", "publisher"),
    ],
)
def test_what_a_field_of_a_parent_is_called(
    parent: str, child: str, name: str, renamed: str
) -> None:
    assert values.renamed(name, parent, child) == renamed


NOT_INHERITED = """xref ids entryset entrysubtype execute keywords label options presort related
relatedoptions relatedstring relatedtype shorthand sortkey printed abstract doi"""


@pytest.mark.parametrize("field", NOT_INHERITED.split())
def test_what_is_never_inherited(field: str) -> None:
    parent = "book", {field: "x", "publisher": "P"}
    found = values.inherited("inbook", {"crossref": "p"}, lambda _: parent)
    assert found == {"crossref": "p", "publisher": "P"}


def test_a_date_is_inherited_all_or_none() -> None:
    parent = "proceedings", {"year": "2001", "month": "jan", "day": "5", "date": "2001"}
    own = {"crossref": "p", "year": "2005"}
    assert values.inherited("inproceedings", own, lambda _: parent) == own
    assert values.inherited("inproceedings", {"xdata": "p"}, lambda _: parent)["month"] == "jan"
