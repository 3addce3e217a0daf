"""RIS as tables: reference types and tags, to CSL and back.

Sources: Research Information Systems, "RIS Format Specifications" (2001); the tags and
types added in 2011, as EndNote and Zotero use them.
"""

from functools import cache

#: RIS type → CSL type
TYPES = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "figure",
    "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "CTLG": "book",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "EQUA": "figure",
    "FIGURE": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "GRANT": "document",
    "GRNT": "document",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "LEGAL": "regulation",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MULTI": "webpage",
    "MUSIC": "musical_score",
    "NEWS": "article-newspaper",
    "PAMP": "pamphlet",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "PODCST": "broadcast",
    "RPRT": "report",
    "SER": "periodical",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "STD": "standard",
    "THES": "thesis",
    "UNBILL": "bill",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "motion_picture",
    "WEB": "webpage",
}

#: CSL type → RIS type
RIS_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "PODCST",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "GEN",
    "dataset": "DATA",
    "document": "GEN",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "event": "GEN",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "performance": "GEN",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "LEGAL",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}

#: every tag of the format; a line that begins with another is no new one
TAGS = frozenset(
    [
        "TY",
        "A1",
        "A2",
        "A3",
        "A4",
        "AB",
        "AD",
        "AN",
        "AU",
        "AV",
        "BT",
        "C1",
        "C2",
        "C3",
        "C4",
        "C5",
        "C6",
        "C7",
        "C8",
        "CA",
        "CN",
        "CP",
        "CR",
        "CT",
        "CY",
        "DA",
        "DB",
        "DO",
        "DP",
        "ED",
        "EP",
        "ER",
        "ET",
        "ID",
        "IS",
        "J1",
        "J2",
        "JA",
        "JF",
        "JO",
        "KW",
        "L1",
        "L2",
        "L3",
        "L4",
        "LA",
        "LB",
        "LK",
        "LL",
        "M1",
        "M2",
        "M3",
        "N1",
        "N2",
        "NO",
        "NV",
        "OL",
        "OP",
        "PB",
        "PP",
        "PY",
        "RD",
        "RI",
        "RN",
        "RP",
        "SE",
        "SL",
        "SN",
        "SP",
        "SR",
        "ST",
        "SV",
        "T1",
        "T2",
        "T3",
        "TA",
        "TI",
        "TT",
        "U1",
        "U2",
        "U3",
        "U4",
        "U5",
        "UR",
        "VL",
        "VO",
        "WP",
        "WT",
        "WV",
        "Y1",
        "Y2",
    ]
)

#: tag → CSL variable (as `Reference` names it); of two tags for one the first listed wins
TEXTS = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "T2": "container_title",
    "JF": "container_title",
    "JO": "container_title",
    "BT": "container_title",
    "J2": "container_title_short",
    "JA": "container_title_short",
    "J1": "container_title_short",
    "T3": "collection_title",
    "SV": "collection_number",
    "ST": "title_short",
    "RI": "reviewed_title",
    "VL": "volume",
    "IS": "issue",
    "CP": "issue",
    "ET": "edition",
    "NV": "number_of_volumes",
    "SE": "section",
    "PB": "publisher",
    "CY": "publisher_place",
    "PP": "publisher_place",
    "AV": "archive_location",
    "DO": "doi",
    "UR": "url",
    "AB": "abstract",
    "N2": "abstract",
    "N1": "note",
    "RN": "annote",
    "LA": "language",
    "CN": "call_number",
    "DB": "source",
    "DP": "source",
    "M3": "genre",
    "M1": "number",
    "C7": "number",  # the article's number, in journals without pages
}
NAMES = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A3": "collection_editor",
    "A4": "translator",
    "TA": "translator",
}
#: where a tag means something else in one type
TEXTS_IN = {
    ("T2", "book"): "collection_title",
    ("T3", "book"): "collection_title",
    ("BT", "book"): "title",
    ("M1", "book"): "collection_number",
    ("SE", "chapter"): "chapter_number",
    ("ET", "software"): "version",
    ("PB", "legal_case"): "authority",
    ("C1", "paper-conference"): "event_place",
    ("C1", "map"): "scale",
    ("C3", "map"): "dimensions",
    ("C3", "graphic"): "dimensions",
}
NAMES_IN = {
    ("A2", "book"): "collection_editor",
    ("A3", "book"): "editor",
    ("AU", "motion_picture"): "director",
    ("A1", "motion_picture"): "director",
    ("A3", "motion_picture"): "producer",
    ("AU", "musical_score"): "composer",
    ("A1", "musical_score"): "composer",
    ("A2", "personal_communication"): "recipient",
}
#: types whose `IS` is the number of the work itself
NUMBERED = frozenset(
    ["report", "patent", "standard", "legislation", "bill", "legal_case", "regulation", "hearing"]
)
#: types whose `SP`, without an `EP`, is how many pages the work has
COUNTED = frozenset(["book", "thesis", "manuscript"])
ARTICLES = frozenset(["article-journal", "article-magazine", "article-newspaper"])
#: what `M3` says of articles in the exports of databases: no genre that anybody cites
DOCUMENT_TYPES = frozenset(
    [
        *("article", "journal article", "review", "editorial", "letter", "note", "erratum"),
        *("short survey", "conference abstract", "conference paper", "conference review"),
        *("article in press", "journal", "original article", "research article", "data paper"),
    ]
)

#: CSL variable → tag, in the order they are written
WRITTEN = {
    "author": "AU",
    "editor": "A2",
    "collection_editor": "A3",
    "translator": "A4",
    "title": "TI",
    "title_short": "ST",
    "container_title": "T2",
    "container_title_short": "J2",
    "collection_title": "T3",
    "collection_number": "SV",
    "reviewed_title": "RI",
    "volume": "VL",
    "issue": "IS",
    "number": "M1",
    "edition": "ET",
    "number_of_volumes": "NV",
    "section": "SE",
    "publisher": "PB",
    "publisher_place": "CY",
    "archive_location": "AV",
    "isbn": "SN",
    "issn": "SN",
    "doi": "DO",
    "url": "UR",
    "language": "LA",
    "call_number": "CN",
    "source": "DB",
    "genre": "M3",
    "abstract": "AB",
    "note": "N1",
    "annote": "RN",
}
#: where a variable is written to another tag in one type
WRITTEN_IN = {
    **{
        (variable, kind): tag
        for (tag, kind), variable in TEXTS_IN.items()
        if tag not in ("M1", "T3", "BT")
    },
    **{(variable, kind): tag for (tag, kind), variable in NAMES_IN.items() if tag != "A1"},
    ("container_title", "book"): "JF",
    **{("number", kind): "C7" for kind in ARTICLES},
    **{("number", kind): "IS" for kind in NUMBERED},
}


@cache
def texts(kind: str) -> dict[str, str]:
    """Return what each tag of text means in a CSL type."""
    own = {tag: variable for (tag, each), variable in TEXTS_IN.items() if each == kind}
    return own | {tag: variable for tag, variable in TEXTS.items() if tag not in own}


@cache
def names(kind: str) -> dict[str, str]:
    """Return whose names each tag holds in a CSL type."""
    own = {tag: variable for (tag, each), variable in NAMES_IN.items() if each == kind}
    return NAMES | own


@cache
def tags(kind: str) -> dict[str, str]:
    """Return the tag of each variable in a CSL type, in the order they are written."""
    own = {variable: tag for (variable, each), tag in WRITTEN_IN.items() if each == kind}
    used = set(own.values())
    return {v: t for v, t in WRITTEN.items() if t not in used or v in own} | own
