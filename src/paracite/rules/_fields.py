"""The fields that styles and programs know.

Sources: Patashnik, "BibTeXing" (1988); biblatex manual 3.20, section 2.2; the fields that
JabRef, Zotero, Mendeley, BibDesk and publishers' exports add.
"""

from functools import cache

PRINTED = frozenset(
    [
        *("author", "editor", "translator", "title", "subtitle", "booktitle", "journal", "year"),
        *("month", "volume", "number", "pages", "publisher", "address", "edition", "series"),
        *("school", "institution", "organization", "chapter", "howpublished", "note", "date"),
        *("journaltitle", "location", "doi", "isbn", "issn", "url", "urldate", "eprint", "issue"),
        *("crossref", "archiveprefix", "primaryclass", "eprinttype", "abstract", "keywords"),
    ]
)
OTHERS = frozenset(
    [
        *("type", "key", "annote", "annotation", "language", "langid", "pagetotal", "volumes"),
        *("shorttitle", "shortjournal", "eid", "part", "version", "venue", "eventtitle", "keyword"),
        *("eventdate", "origdate", "origtitle", "maintitle", "editora", "editorb", "editorc"),
        *("bookauthor", "holder", "file", "pdf", "local-url", "groups", "owner", "timestamp"),
        *("day", "pmid", "pmcid", "urlyear", "mrclass", "mrnumber", "zblnumber", "numpages"),
        *("printed", "arxiv", "editors", "authors", "journals", "page", "years", "titles", "pubs"),
        *("date-added", "date-modified", "biburl", "bibsource", "ids", "options", "eprintclass"),
        *("addendum", "pubstate", "issuetitle", "nameaddon", "titleaddon", "editortype", "lists"),
        *("collaboration", "slaccitation", "reportnumber", "articleno", "issue_date", "notes"),
        *("bookpagination", "pagination", "chapters", "media", "city", "place", "source", "rights"),
    ]
)
KNOWN = PRINTED | OTHERS
SHORT = 6  #: letters up to which one slip is allowed, two beyond


@cache
def nearest(name: str) -> str:
    """Return the printed field that `name` is one or two slips from, or `""`."""
    from rapidfuzz.distance import OSA

    disabled = name[:-1] in KNOWN or name[1:] in KNOWN  # as in `notex`, to keep it from printing
    if len(name) < 4 or disabled or not name.isalpha():
        return ""
    slips = 1 if len(name) <= SHORT else 2
    near = ((OSA.distance(name, known, score_cutoff=slips), known) for known in sorted(PRINTED))
    distance, found = min(near)
    return found if distance <= slips and name[0] == found[0] else ""
