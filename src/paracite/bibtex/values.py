"""The values of fields as BibTeX would see them: macros put in, inherited fields added.

A view: nothing of it is ever written back.

Source: BibTeX's `@string` and `crossref`; biblatex manual 3.20, appendix B (inheritance).
"""

import re
from collections.abc import Callable, Mapping

from paracite.bibtex import body
from paracite.fields import months

Values = dict[str, str]  #: field name in lower case → LaTeX without its delimiters

MACROS: Mapping[str, str] = dict(zip(months.ABBREVIATIONS, months.NAMES, strict=True))
SPACES = re.compile(r"[ \t\n\r\f\v\u2028\u2029]{2,}|[\t\n\r\f\v\u2028\u2029]")
JOIN = re.compile(r"\s*#\s*")
DEEPEST = 8  #: how many times a parent may have a parent

NEVER_INHERITED = frozenset(
    [
        *("crossref", "xdata", "xref", "ids", "entryset", "entrysubtype", "execute", "keywords"),
        *("label", "options", "presort", "related", "relatedoptions", "relatedstring"),
        *("relatedtype", "shorthand", "sortkey", "sorttitle", "printed", "abstract", "doi"),
    ]
)
DATED = frozenset(["date", "year", "month", "day"])  #: inherited all or none
COLLECTIONS = frozenset(
    ["mvcollection", "mvproceedings", "mvreference", "collection", "proceedings", "reference"]
)
PARTS = frozenset(
    [
        *("inbook", "bookinbook", "suppbook", "incollection", "suppcollection"),
        *("inproceedings", "conference", "inreference"),
    ]
)
PERIODICALS = frozenset(["article", "suppperiodical"])
TITLES = ("title", "subtitle", "titleaddon")


def value(raw: str, macros: Mapping[str, str] = MACROS) -> str:
    """Return the LaTeX of a value as written: joined, without delimiters, white space squeezed."""
    if raw[:1] == "{" and raw[-1:] == "}" and "#" not in raw:
        text = raw[1:-1]
    else:
        text = "".join(_piece(each, macros) for each in pieces(raw))
    if "  " in text or not text.isprintable():  # quicker to see than to search for
        text = SPACES.sub(" ", text)
    return text.strip()


def pieces(raw: str) -> list[str]:
    """Split a value at the `#` outside braces and quotes; a broken value is one piece."""
    found: list[str] = []
    at = 0
    while at < len(raw):
        end = 0
        if raw[at] == "{":
            end = body.closing(raw, at, len(raw))
        elif (raw[at] == '"' and (match := body.QUOTED.match(raw, at))) or (
            match := body.BARE.match(raw, at)
        ):
            end = match.end()
        join = JOIN.match(raw, end) if end else None
        if not end or (end < len(raw) and join is None):
            return [raw]
        found.append(raw[at:end])
        at = join.end() if join else end
    return found


def inherited(
    kind: str, values: Values, parents: Callable[[str], tuple[str, Values] | None]
) -> Values:
    """Add what an entry inherits by `xdata` and `crossref`; its own fields win.

    `parents` gives the type and values of an entry by its key, or None.
    """
    return _inherited(kind, values, parents, DEEPEST)


def _inherited(
    kind: str,
    values: Values,
    parents: Callable[[str], tuple[str, Values] | None],
    depth: int,
) -> Values:
    full = dict(values)
    dated = not DATED.isdisjoint(values)
    for field in ("xdata", "crossref"):
        for key in filter(None, re.split(r"\s*,\s*", values.get(field, ""))):
            found = parents(key) if depth else None
            if found is None:
                continue
            parent_kind, own = found
            above = _inherited(parent_kind, own, parents, depth - 1)
            for name, text in sorted(above.items(), key=lambda pair: pair[0] in TITLES):
                given = name if field == "xdata" else renamed(name, parent_kind, kind)
                if given and name not in NEVER_INHERITED and not (dated and name in DATED):
                    full.setdefault(given, text)
    return full


def renamed(name: str, parent: str, child: str) -> str:
    """Name the field of `child` that a field of its `crossref` parent fills, or `""`."""
    parent, child = parent.casefold(), child.casefold()
    if name in TITLES:
        if parent.startswith("mv") and not child.startswith("mv"):
            return f"main{name}"
        if child in PARTS and (parent in COLLECTIONS or parent == "book"):
            return f"book{name}"
        return f"journal{name}" if child in PERIODICALS and parent == "periodical" else ""
    return "" if name in ("shorttitle", "sorttitle", "indextitle") else name


def _piece(piece: str, macros: Mapping[str, str]) -> str:
    if piece[:1] in ("{", '"'):
        closes = len(piece) > 1 and piece[-1] == {"{": "}", '"': '"'}[piece[0]]
        return piece[1:-1] if closes else piece[1:]
    return macros.get(piece.casefold(), piece)


def inner(value: str) -> str:
    """Return a value without its delimiters; `""` where it is no single delimited piece."""
    if "#" in value and _is_joined(value):
        return ""
    ends = value[:1] + value[-1:]
    if ends in ("{}", '""'):
        return value[1:-1]
    return value if value.isdecimal() else ""


def _is_joined(value: str) -> bool:
    """Return whether a `#` stands outside of all delimiters."""
    depth = 0
    quoted = False
    for character in value:
        if character == '"' and not depth:
            quoted = not quoted
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "#" and not depth and not quoted:
            return True
    return False
