"""Hayagriva's entry types, roles and fields, to CSL and back.

A work stands in its parent: an article in a periodical, a chapter in a book, a book in a series.
Source: Hayagriva, "The Hayagriva YAML File Format" (docs/file-format.md of its repository).
"""

#: CSL type → type of the entry, of its parent
TYPES = {
    "article": ("article", ""),
    "article-journal": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"),
    "paper-conference": ("article", "proceedings"),
    "post-weblog": ("article", "blog"),
    "book": ("book", ""),
    "broadcast": ("scene", "video"),
    "chapter": ("chapter", "book"),
    "collection": ("anthology", ""),
    "document": ("misc", ""),
    "entry": ("entry", ""),
    "entry-encyclopedia": ("entry", "reference"),
    "event": ("conference", ""),
    "graphic": ("artwork", ""),
    "legal_case": ("case", ""),
    "legislation": ("legislation", ""),
    "manuscript": ("manuscript", ""),
    "motion_picture": ("video", ""),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "periodical": ("periodical", ""),
    "post": ("post", ""),
    "report": ("report", ""),
    "software": ("repository", ""),
    "song": ("audio", ""),
    "thesis": ("thesis", ""),
    "webpage": ("web", ""),
    # written as what is nearest, so not found again
    "article-magazine": ("article", "periodical"),
    "bill": ("legislation", ""),
    "classic": ("book", ""),
    "entry-dictionary": ("entry", "reference"),
    "figure": ("artwork", ""),
    "map": ("artwork", ""),
    "musical_score": ("audio", ""),
    "pamphlet": ("book", ""),
    "regulation": ("legislation", ""),
    "review": ("article", "periodical"),
    "review-book": ("article", "periodical"),
    "speech": ("conference", ""),
    "standard": ("report", ""),
    "treaty": ("legislation", ""),
}
#: types of an entry, of its parent → CSL type
KINDS = {pair: kind for kind, pair in reversed(TYPES.items())} | {
    ("anthos", ""): "chapter",
    ("blog", ""): "webpage",
    ("exhibition", ""): "event",
    ("newspaper", ""): "periodical",
    ("original", ""): "document",
    ("proceedings", ""): "book",
    ("reference", ""): "book",
    ("thread", ""): "post",
    ("tweet", ""): "post",
}
#: type of an entry → of its parent, where that is not told
PARENTS = {"article": "periodical", "chapter": "book", "anthos": "anthology", "entry": "reference"}
#: fields of the work itself → CSL variable
FIELDS = {
    "publisher": "publisher",
    "location": "publisher_place",
    "organization": "authority",
    "edition": "edition",
    "page-range": "page",
    "page-total": "number_of_pages",
    "volume-total": "number_of_volumes",
    "chapter": "chapter_number",
    "language": "language",
    "genre": "genre",
    "archive": "archive",
    "archive-location": "archive_location",
    "call-number": "call_number",
    "abstract": "abstract",
    "note": "note",
}
#: fields that are counts: Hayagriva reads no file in which one is no number
COUNTS = frozenset(["page-total", "volume-total"])
#: fields that are no formattable text
PLAIN = COUNTS | {"page-range", "volume", "issue", "edition", "chapter", "language"}
#: fields that stand in the parent where there is one
SHARED = {"volume": "volume", "issue": "issue"}
SERIALS = {
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "serial": "number",
}
ROLES = {
    "cast-member": "performer",
    "collaborator": "contributor",
    "compiler": "compiler",
    "composer": "composer",
    "director": "director",
    "executive-producer": "executive_producer",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "producer": "producer",
    "translator": "translator",
    "writer": "script_writer",
}
SERIES = "anthology"  #: type of the parent that is a series
