"""BibTeX and biblatex to CSL and back, as tables: entry types and fields.

Sources: Patashnik, "BibTeXing" (1988); biblatex manual 3.20, sections 2.1 and 2.2;
CSL 1.0.2 specification, appendices III and IV.
"""

#: entry type → CSL type
TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "bibnote": "document",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "book",
    "conference": "paper-conference",
    "data": "dataset",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "newsarticle": "article-newspaper",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}

#: CSL type → entry type of BibTeX, of biblatex
ENTRY_TYPES = {
    "article": ("misc", "online"),
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "bill": ("misc", "legislation"),
    "book": ("book", "book"),
    "broadcast": ("misc", "audio"),
    "chapter": ("incollection", "incollection"),
    "classic": ("book", "book"),
    "collection": ("misc", "misc"),
    "dataset": ("misc", "dataset"),
    "document": ("misc", "misc"),
    "entry": ("incollection", "inreference"),
    "entry-dictionary": ("incollection", "inreference"),
    "entry-encyclopedia": ("incollection", "inreference"),
    "event": ("misc", "misc"),
    "figure": ("misc", "image"),
    "graphic": ("misc", "artwork"),
    "hearing": ("misc", "legal"),
    "interview": ("misc", "misc"),
    "legal_case": ("misc", "jurisdiction"),
    "legislation": ("misc", "legislation"),
    "manuscript": ("unpublished", "unpublished"),
    "map": ("misc", "misc"),
    "motion_picture": ("misc", "movie"),
    "musical_score": ("misc", "misc"),
    "pamphlet": ("booklet", "booklet"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "patent": ("misc", "patent"),
    "performance": ("misc", "performance"),
    "periodical": ("misc", "periodical"),
    "personal_communication": ("misc", "letter"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "regulation": ("misc", "legislation"),
    "report": ("techreport", "report"),
    "review": ("article", "review"),
    "review-book": ("article", "review"),
    "software": ("misc", "software"),
    "song": ("misc", "music"),
    "speech": ("misc", "unpublished"),
    "standard": ("misc", "standard"),
    "thesis": ("phdthesis", "thesis"),
    "treaty": ("misc", "legal"),
    "webpage": ("misc", "online"),
}
BIBTEX, BIBLATEX = range(2)  #: which of the two a table's pair holds

ARTICLES = frozenset(
    ["article-journal", "article-magazine", "article-newspaper", "review", "review-book"]
)
IN_SERIES = frozenset(
    [
        *("book", "chapter", "paper-conference", "pamphlet", "classic"),
        *("entry", "entry-dictionary", "entry-encyclopedia"),
    ]
)

#: field of BibTeX or biblatex → CSL variable (as `Reference` names it), for text
TEXTS = {
    "title": "title",
    "shorttitle": "title_short",
    "journal": "container_title",
    "journaltitle": "container_title",
    "booktitle": "container_title",
    "shortjournal": "container_title_short",
    "series": "collection_title",
    "eventtitle": "event_title",
    "origtitle": "original_title",
    "edition": "edition",
    "volume": "volume",
    "volumes": "number_of_volumes",
    "number": "number",
    "issue": "issue",
    "eid": "number",
    "articleno": "number",
    "article-number": "number",
    "chapter": "chapter_number",
    "part": "part_number",
    "pages": "page",
    "pagetotal": "number_of_pages",
    "numpages": "number_of_pages",
    "version": "version",
    "publisher": "publisher",
    "school": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "address": "publisher_place",
    "location": "publisher_place",
    "origpublisher": "original_publisher",
    "origlocation": "original_publisher_place",
    "venue": "event_place",
    "library": "call_number",
    "type": "genre",
    "howpublished": "medium",
    "language": "language",
    "pubstate": "status",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "abstract": "abstract",
    "annote": "annote",
    "annotation": "annote",
    "keywords": "keyword",
    "keyword": "keyword",
    "note": "note",
}
#: where a field means something else in some types
TEXTS_IN = {
    **{("number", kind): "issue" for kind in ARTICLES},
    **{("number", kind): "collection_number" for kind in IN_SERIES},
}
NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container_author",
}
DATES = {
    "date": "issued",
    "urldate": "accessed",
    "eventdate": "event_date",
    "origdate": "original_date",
}
#: titles: braces in them protect from a change of case
TITLES = frozenset(["title", "shorttitle", "booktitle", "maintitle", "origtitle", "eventtitle"])
#: addresses and identifiers: LaTeX in them only stands for a character of theirs
ADDRESSES = frozenset(
    [
        *("doi", "url", "eprint", "isbn", "issn", "pmid", "pmcid", "sici"),
        *("archiveprefix", "eprinttype", "primaryclass", "eprintclass"),
        *("bdsk-url-1", "bdsk-url-2", "adsurl", "biburl", "ee"),
    ]
)
#: also paths and lists of keys: what stands in them is no LaTeX
VERBATIM = ADDRESSES | frozenset(
    [
        *("file", "filename", "pdf", "local-url", "verba", "verbb", "verbc", "bdsk-file-1"),
        *("crossref", "xdata", "xref", "ids", "keys", "options", "langid", "groups", "timestamp"),
    ]
)
#: (title, subtitle) pairs, joined when read and parted again when written
SUBTITLES = (
    ("title", "subtitle"),
    ("booktitle", "booksubtitle"),
    ("journaltitle", "journalsubtitle"),
)

#: what an entry type says of the genre, and what is written where no genre is known
THESES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
UNKNOWN_THESIS = "Thesis"
#: biblatex's localisation keys in the field `type`
GENRES = {
    **THESES,
    "mathesis": "Master's thesis",
    "candthesis": "Candidate thesis",
    "bathesis": "Bachelor's thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}

#: CSL variable → field of BibTeX, of biblatex, in the order they are written
FIELDS = {
    "author": ("author", "author"),
    "editor": ("editor", "editor"),
    "container_author": ("bookauthor", "bookauthor"),
    "translator": ("translator", "translator"),
    "title": ("title", "title"),
    "title_short": ("shorttitle", "shorttitle"),
    "original_title": ("origtitle", "origtitle"),
    "container_title": ("booktitle", "booktitle"),
    "container_title_short": ("shortjournal", "shortjournal"),
    "collection_title": ("series", "series"),
    "edition": ("edition", "edition"),
    "volume": ("volume", "volume"),
    "number_of_volumes": ("volumes", "volumes"),
    "collection_number": ("collection_number", "collection_number"),
    "issue": ("issue", "issue"),
    "number": ("number", "number"),
    "chapter_number": ("chapter", "chapter"),
    "part_number": ("part", "part"),
    "page": ("pages", "pages"),
    "number_of_pages": ("pagetotal", "pagetotal"),
    "version": ("version", "version"),
    "genre": ("type", "type"),
    "medium": ("howpublished", "howpublished"),
    "publisher": ("publisher", "publisher"),
    "publisher_place": ("address", "location"),
    "original_publisher": ("origpublisher", "origpublisher"),
    "original_publisher_place": ("origlocation", "origlocation"),
    "event_title": ("eventtitle", "eventtitle"),
    "event_place": ("venue", "venue"),
    "event_date": ("eventdate", "eventdate"),
    "original_date": ("origdate", "origdate"),
    "issued": ("date", "date"),
    "status": ("pubstate", "pubstate"),
    "isbn": ("isbn", "isbn"),
    "issn": ("issn", "issn"),
    "doi": ("doi", "doi"),
    "pmid": ("pmid", "pmid"),
    "pmcid": ("pmcid", "pmcid"),
    "url": ("url", "url"),
    "accessed": ("urldate", "urldate"),
    "call_number": ("library", "library"),
    "language": ("language", "language"),
    "keyword": ("keywords", "keywords"),
    "abstract": ("abstract", "abstract"),
    "note": ("note", "note"),
    "annote": ("annote", "annotation"),
}
#: where a variable is written to another field in some types
FIELDS_IN = {
    **{("container_title", kind): ("journal", "journaltitle") for kind in ARTICLES},
    **{("issue", kind): ("number", "number") for kind in ARTICLES},
    **{("number", kind): ("eid", "eid") for kind in ARTICLES},
    **{("collection_number", kind): ("number", "number") for kind in IN_SERIES},
    **{("number", kind): ("csl_number", "csl_number") for kind in IN_SERIES},
    ("publisher", "thesis"): ("school", "institution"),
    ("publisher", "report"): ("institution", "institution"),
    ("publisher", "webpage"): ("organization", "organization"),
}
