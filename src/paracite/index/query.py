"""The query language, and what it means in SQL.

Words and "phrases" must all occur; `word*` is the start of a word; `field:value` looks
in one field, `field:*` asks that it be there; `year:2000..2010` is a range; `-` before
any of these says not; `OR` between them separates alternatives.  Case and diacritics
do not count.
"""

import re
from dataclasses import dataclass

from paracite.errors import ParaciteError
from paracite.index import schema

TERM = re.compile(r'(-?)(?:([A-Za-z][A-Za-z0-9_-]*):)?(?:"([^"]*)"?|(\S+))')
YEARS = re.compile(r"(-?\d{1,9})?(\.\.)?(-?\d{1,9})?")
ADDRESS = ("http", "https", "ftp")
NOT_IN_PHRASE = re.compile(r"[\"\x00]")
NAME = re.compile(r"[a-z][a-z0-9-]*")
ANY = "*"
MOST_TERMS = 200
ALIASES = {
    "booktitle": "container",
    "citekey": "key",
    "container-title": "container",
    "date": "year",
    "id": "key",
    "institution": "publisher",
    "journal": "container",
    "journaltitle": "container",
    "keywords": "keyword",
    "location": "publisher-place",
    "address": "publisher-place",
    "organization": "publisher",
    "pages": "page",
    "school": "publisher",
    "series": "container",
    "tag": "keyword",
}


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word or phrase, looked for in `field` (everywhere where that is empty)."""

    text: str
    field: str = ""
    negated: bool = False


#: Alternatives, of each of which every term must hold; `()` finds everything.
Query = tuple[tuple[QueryTerm, ...], ...]


Condition = tuple[str, tuple[str | int, ...]]  #: in SQL, and its parameters
MATCHING = "SELECT rowid FROM words WHERE words MATCH ?"


@dataclass(frozen=True, slots=True)
class Sql:
    """What follows `SELECT … `: from where, which, in which order."""

    text: str
    parameters: tuple[str | int, ...]


def parse(text: str) -> Query:
    """Read a query.  Raises `ParaciteError` for one of too many terms.

    >>> parse('author:smith "wild type" -mouse')
    ((QueryTerm(text='smith', field='author', negated=False), ...),)
    """
    groups: list[list[QueryTerm]] = [[]]
    for match in TERM.finditer(text):
        if match[0] == "OR":
            groups.append([])
        elif term := _term(match):
            groups[-1].append(term)
    if sum(map(len, groups)) > MOST_TERMS:
        raise ParaciteError(f"query: more than {MOST_TERMS} terms", "look for fewer words")
    return tuple(tuple(group) for group in groups if group)


def sql(query: Query, sort: str = "") -> Sql:
    """Say a query in SQL, over the tables of `schema`.

    Raises `ParaciteError` for a year that is none, and a field or column that cannot be.
    """
    parameters: list[str | int] = []
    source = "FROM entry LEFT JOIN item ON item.id = entry.id"
    order, ranked = _order(sort), _ranked(query) if sort == schema.RANK else ""
    if ranked:
        weights = ", ".join(map(str, schema.WORDS.values()))
        hits = f"SELECT rowid, bm25(words, {weights}) AS score FROM words WHERE words MATCH ?"  # noqa: S608  our numbers
        source += f" LEFT JOIN ({hits}) AS hit ON hit.rowid = entry.id"
        order = f"hit.score IS NULL, hit.score, {order}"
        parameters.append(ranked)
    alternatives = []
    for group in query:
        conditions = [_condition(term) for term in group]
        alternatives.append(" AND ".join(text for text, _ in conditions))
        parameters += (value for _, values in conditions for value in values)
    where = f" WHERE ({') OR ('.join(alternatives)})" if alternatives else ""
    return Sql(f"{source}{where} ORDER BY {order}", tuple(parameters))


def columns(text: str) -> tuple[str, ...]:
    """Read the names of columns, separated by commas."""
    names = tuple(filter(None, (name.strip() for name in text.split(","))))
    for name in names or ("",):
        column(name)
    return names


def column(name: str, *, full: bool = False) -> str:
    """Say in SQL where a column's value is: a CSL variable, or else a field of `extra`.

    Raises `ParaciteError` for what cannot be a name.
    """
    known = name.lower().replace("_", "-")
    known = ALIASES.get(known, known)
    if not NAME.fullmatch(known):
        raise ParaciteError(
            f"{name!r} is no column", f"columns: {', '.join(schema.COLUMNS)} or any other field"
        )
    if known in schema.COLUMNS and not (full and known == "author"):
        return f"entry.{known}"
    return f"value(item.json, '{known}')"


def _term(match: re.Match[str]) -> QueryTerm | None:
    minus, field, phrase, word = match.groups()
    if field and field.lower() in ADDRESS:
        field, word = "", f"{field}:{word or ''}"
    name = (field or "").lower().replace("_", "-")
    text = phrase if phrase is not None else word
    if not schema.has_words(text) and not (name and text == ANY):
        return None
    return QueryTerm(text, ALIASES.get(name, name), negated=bool(minus))


def _condition(term: QueryTerm) -> Condition:
    text, values = _positive(term)
    return (f"NOT ({text})" if term.negated else f"({text})"), values


def _positive(term: QueryTerm) -> Condition:
    if term.text == ANY:
        return _given(term.field), ()
    if term.field in SPECIAL:
        return SPECIAL[term.field](term.text)
    if not term.field or term.field in schema.WORDS:
        return f"entry.id IN ({MATCHING})", (_match(term),)
    # Likely references are found by their words, then the field itself is looked at.
    text = f"entry.id IN ({MATCHING}) AND instr(words({column(term.field)}), ?)"
    return text, (_match(QueryTerm(term.text)), schema.padded(term.text))


def _given(field: str) -> str:
    if field in schema.WORDS and field not in schema.COLUMNS:
        return f"entry.id IN (SELECT rowid FROM words WHERE {field} <> '')"  # noqa: S608  a name of ours
    return f"coalesce({column(field)}, '') <> ''"


def _type(text: str) -> Condition:
    kind = text.casefold()
    return "entry.type = ? OR entry.kind = ? OR entry.type LIKE ?", (kind, kind, f"{kind}-%")


def _doi(text: str) -> Condition:
    doi = schema.bare_doi(text)
    return "entry.doi = ? OR substr(entry.doi, 1, ?) = ?", (doi, len(doi) + 1, f"{doi}/")


def _key(text: str) -> Condition:
    pattern = re.sub(r"[\[?]", r"[\g<0>]", schema.folded(text))  # only `*` stands for others
    return "fold(entry.key) GLOB ?", (pattern,)


def _years(text: str) -> Condition:
    found = YEARS.fullmatch(text)
    if found is None or not (found[1] or found[3]) or (found[3] and not found[2]):
        raise ParaciteError(
            f"query: {text!r} is no year", "write year:2005, year:2000..2010 or year:2000.."
        )
    first = int(found[1]) if found[1] else None
    last = int(found[3]) if found[3] else first if not found[2] else None
    bounds = [("entry.year >= ?", first), ("entry.year <= ?", last)]
    given = [(condition, year) for condition, year in bounds if year is not None]
    return " AND ".join(c for c, _ in given), tuple(y for _, y in given)


SPECIAL = {"year": _years, "type": _type, "doi": _doi, "key": _key}


def _match(term: QueryTerm) -> str:
    """Write a term as FTS5 reads it: a phrase, of one column where it names one."""
    text = schema.indexed(NOT_IN_PHRASE.sub(" ", term.text))
    start = "*" if term.text.endswith("*") else ""
    column = f"{{{term.field}}} : " if term.field in schema.WORDS else ""
    return f'{column}"{text}"{start}'


def _ranked(query: Query) -> str:
    """Write the terms that count for the rank as one FTS5 query, or `""` where none does."""
    terms = [term for group in query for term in group if not term.negated and term.text != ANY]
    return " OR ".join(_match(t) for t in terms if not t.field or t.field in schema.WORDS)


def _order(sort: str) -> str:
    if sort in ("", schema.RANK):
        return "entry.line, entry.id"
    by = column(sort.removeprefix("-"))
    way = " DESC" if sort.startswith("-") else ""
    key = by if by in ("entry.year", "entry.line") else f"fold({by})"
    return f"{by} IS NULL OR {by} = '', {key}{way}, entry.line, entry.id"
