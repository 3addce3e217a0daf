"""Merging the entries of a .bib file: only what a merge changes is spliced.

The kept entry gets the better values, the others' keys as aliases (`ids`), and in the
field `merged` every value that lost, as `key: @type, field = {value}, …`.  The other
entries go; those that refer to them (`crossref`, `xdata` …) follow.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from paracite.bibtex import entries, mapping, splice
from paracite.bibtex.body import Field
from paracite.bibtex.document import BibtexDocument
from paracite.bibtex.scan import Block
from paracite.deduplicating import Cluster
from paracite.errors import ParaciteError
from paracite.matching import merge
from paracite.opening import OpenList
from paracite.reference import Reference

REFERRING = re.compile(
    r"(\b(?:crossref|xdata|xref|related|entryset)\s*=\s*[{\"])([^{}\"]*)(?=[}\"])", re.IGNORECASE
)
REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")
DELIMITED = re.compile(r"\{.*\}|\".*\"|\d+", re.DOTALL)
ALIASES, LOST = "ids", "merged"
UNITED = {"keywords": ", ", "keyword": ", ", "note": ". ", "annote": ". ", "file": ";"}


def keymap(opened: OpenList, clusters: Sequence[Cluster]) -> dict[str, str]:
    """Return the new key of every key that a merge takes away.

    A key that another entry has too is not taken away.
    """
    merged = {
        at: opened.written[cluster.positions[cluster.kept]].citekey
        for cluster in clusters
        for at in cluster.positions
    }
    keys = [reference.citekey for reference in opened.written]
    staying = {key for at, key in enumerate(keys) if merged.get(at, key) == key}
    return {keys[at]: new for at, new in sorted(merged.items()) if keys[at] not in staying}


def spliced(opened: OpenList, clusters: Sequence[Cluster]) -> BibtexDocument:
    """Merge each cluster into the entry it keeps; every other byte stays.

    Entries are found by their places in the document that was opened.  Raises
    `ParaciteError` where the file would not split as meant afterwards.
    """
    document = opened.editable_document()
    edits: list[tuple[int, int, str]] = []
    for cluster in clusters:
        blocks = [opened.blocks[at] for at in cluster.positions]
        kept = blocks.pop(cluster.kept)
        others = [each for at, each in enumerate(cluster.references) if at != cluster.kept]
        edits.append((kept.start, kept.end, _merged(document, cluster, kept, others, blocks)))
        edits += ((block.start, _end(document.text, block), "") for block in blocks)
    keys = keymap(opened, clusters)
    new = replace(document, text=_referring(_applied(document.text, edits), keys))
    gone = sum(len(each.references) - 1 for each in clusters)
    if len(new.entries) != len(document.entries) - gone:
        raise ParaciteError(f"{document.path}: merging would break the file", "nothing was changed")
    return new


def _applied(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    last = 0
    for start, end, written in sorted(edits):
        parts += (text[last:start], written)
        last = end
    return "".join((*parts, text[last:]))


def _end(text: str, block: Block) -> int:
    """Return where an entry ends, with its line's end and the blank line after it."""
    end = block.end
    for _ in range(2):
        rest = REST_OF_LINE.match(text, end)
        end = rest.end() if rest else end
    return end


def _referring(text: str, keys: Mapping[str, str]) -> str:
    """Make the fields that name merged entries name the one that was kept."""

    def renamed(match: re.Match[str]) -> str:
        named = re.split(r"(\s*,\s*)", match[2])
        return match[1] + "".join(keys.get(each.strip(), each) for each in named)

    return REFERRING.sub(renamed, text) if keys else text


def _merged(
    document: BibtexDocument,
    cluster: Cluster,
    kept: Block,
    others: Sequence[Reference],
    blocks: Sequence[Block],
) -> str:
    """Return the text of the kept entry with what it takes over from the others."""
    better = {each.field: each.source for each in merge.choices(cluster.references, cluster.keep)}
    better.update(cluster.chosen)
    entry = replace(document, text=document.raw(kept))
    aliases: list[str] = []
    before: list[str] = []
    lost: dict[str, list[str]] = {}
    for reference, block in zip(others, blocks, strict=True):
        fields = document.fields(block)
        if block.type.casefold() != kept.type.casefold():
            lost.setdefault(block.key, []).append(f"@{block.type}")
        for field in fields:
            entry, losing, own = _joined(entry, kept.key, field, reference, better)
            if losing:
                loser = lost.setdefault(kept.key if own else block.key, [])
                loser.append(f"{losing.name} = {{{_inner(losing)}}}")
        aliases += [block.key, *_parts(fields, ALIASES, ",")]
        before += _parts(fields, LOST)
    others_keys = filter(kept.key.__ne__, aliases)
    entry = _appended(entry, kept.key, ALIASES, ",", list(others_keys))
    losses = [f"{key}: {', '.join(values)}" for key, values in lost.items()]
    return _appended(entry, kept.key, LOST, "; ", [*before, *losses]).text


def _joined(
    entry: BibtexDocument, key: str, field: Field, other: Reference, better: Mapping[str, Reference]
) -> tuple[BibtexDocument, Field | None, bool]:
    """Join one field of another entry to the kept one; give the field that lost, and if its own."""
    name, value = field.name.casefold(), _inner(field)
    if name in (ALIASES, LOST):  # these are put together apart
        return entry, None, False
    mine = next((each for each in _fields(entry) if each.name.casefold() == name), None)
    if mine and _inner(mine) == value:
        return entry, None, False
    if mine and name in UNITED:
        return _united(entry, key, name, value), None, False
    attribute = attribute_of(name, other.type)
    wins = better.get(attribute) is other if attribute else mine is None
    if not (wins and DELIMITED.fullmatch(field.value)):
        return entry, field, False
    return splice.set_field(entry, key, field.name, value), mine, True


def attribute_of(name: str, kind: str) -> str:
    """Return the attribute of `Reference` that a field of an entry is read into, or `""`."""
    if name in entries.PARTS_OF_DATE:
        return "issued"
    special = mapping.TEXTS_IN.get((name, kind))
    return special or next(
        (table[name] for table in (entries.TEXTS, entries.NAMES, entries.DATES) if name in table),
        "",
    )


def _inner(field: Field) -> str:
    """Return a value without its delimiters; a macro as it stands."""
    value = field.value
    return value[1:-1] if value[:1] in ("{", '"') and DELIMITED.fullmatch(value) else value


def _united(entry: BibtexDocument, key: str, name: str, value: str) -> BibtexDocument:
    """Add to a field the parts of `value` it does not have."""
    separator = UNITED[name]
    mine = next(_inner(each) for each in _fields(entry) if each.name.casefold() == name)
    parts = [part.strip() for part in value.split(separator.strip())]
    new = [part for part in parts if part and part not in mine]
    return splice.set_field(entry, key, name, separator.join([mine, *new])) if new else entry


def _fields(entry: BibtexDocument) -> tuple[Field, ...]:
    return entry.fields(entry.entries[0])


def _parts(fields: Sequence[Field], name: str, separator: str = "") -> Iterator[str]:
    """Yield the parts of a field's value, all of it where nothing separates them."""
    for field in fields:
        if field.name.casefold() == name:
            value = _inner(field)
            yield from (part.strip() for part in (value.split(separator) if separator else [value]))


def _appended(
    entry: BibtexDocument, key: str, name: str, separator: str, values: Sequence[str]
) -> BibtexDocument:
    """Set a field to the parts it has and the new ones, each once."""
    before = _parts(_fields(entry), name, separator if name == ALIASES else "")
    every = separator.join(dict.fromkeys([*before, *values]))
    return splice.set_field(entry, key, name, every) if values else entry
