"""Edits that change only the bytes they mean to.

Each function gives a new document.  Values are LaTeX as it stands between the
delimiters; names are found without regard to case, as in BibTeX.  What an entry's
own lines show is followed: indentation, space around `=`, braces or quotation marks,
a comma after the last field, newlines, the file's encoding.

An edit is refused with `ParaciteError` where the text would then split in another way
than meant: braces that do not balance, a name that is no name.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from paracite.bibtex import scan
from paracite.bibtex.body import MARKS, Body, Field
from paracite.bibtex.document import BibtexDocument
from paracite.bibtex.scan import Block
from paracite.errors import ParaciteError
from paracite.fields.latex_out import for_codec

NEWLINE = re.compile(r"\r\n?|\n")
FIELD_NAME = re.compile(r"[^\W\d][^\s,{}()\"=%#\\']*")
KEY = re.compile(r"[^\s,{}()\"=%#\\~]+")
COMMA = re.compile(r"\s*,")
REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")
INDENT = re.compile(r"(?:\r\n?|\n)[ \t]*\Z|[ \t]*\Z")
NAMES_KEYS = re.compile(r"\b(?:crossref|xdata|xref|related|entryset)\s*\Z", re.IGNORECASE)
LONGEST_NAME = 64  #: characters before a `=` in which its field's name stands


def alone(document: BibtexDocument, entry: Block) -> BibtexDocument:
    """Return a document of one entry, to be edited without the rest being read again."""
    return replace(document, text=newline_of(document) + document.raw(entry))


def put_back(
    document: BibtexDocument, edited: Iterable[tuple[Block, BibtexDocument]]
) -> BibtexDocument:
    """Put entries that were edited alone in the places of the former ones."""
    newline = newline_of(document)
    parts: list[str] = []
    last = 0
    for entry, new in sorted(edited, key=lambda pair: pair[0].start):
        parts += (document.text[last : entry.start], new.text.removeprefix(newline))
        last = entry.end
    return replace(document, text="".join((*parts, document.text[last:])))


def set_field(document: BibtexDocument, key: str, name: str, value: str) -> BibtexDocument:
    """Set a field: the field there is, or a new last one."""
    entry, body = _entry(document, key)
    field = _field(body, name)
    if field is None:
        return add_field(document, key, name, value)
    written = _delimited(document, value, field.value[:1])
    return _replaced(document, entry, (field.value_start, field.value_end), written)


def add_field(document: BibtexDocument, key: str, name: str, value: str) -> BibtexDocument:
    """Add a field after the last one of an entry."""
    entry, body = _entry(document, key)
    _check_name(body, key, name)
    at = body.fields[-1].value_end if body.fields else body.key_start + len(entry.key)
    comma = COMMA.match(document.text, at, entry.end)
    at = comma.end() if comma else at
    quotes = next((each.value[0] for each in body.fields if each.value[:1] in ('"', "{")), "{")
    equals = _equals(document.text, body.fields, name)
    field = f"{name}{equals}{_delimited(document, value, quotes)}{',' if comma else ''}"
    written = f"{'' if comma else ','}{_indent(document, entry, body)}{field}"
    if not body.fields and "}" in document.text[at : at + 1]:
        written += newline_of(document)
    return _replaced(document, entry, (at, at), written)


def remove_field(document: BibtexDocument, key: str, name: str) -> BibtexDocument:
    """Remove a field with its comma, and its line where nothing else stands there."""
    entry, body = _entry(document, key)
    field = _required(body, key, name)
    text = document.text
    comma = COMMA.match(text, field.value_end, entry.end)
    end = comma.end() if comma else field.value_end
    start = field.start
    indent = INDENT.search(text, entry.opening, start)
    rest = REST_OF_LINE.match(text, end, entry.end)
    if indent and rest and indent[0][:1] in ("\r", "\n"):
        start, end = indent.start(), end + len(rest[0].rstrip("\r\n"))
    return _replaced(document, entry, (start, end), "")


def rename_field(document: BibtexDocument, key: str, old: str, new: str) -> BibtexDocument:
    """Give a field another name."""
    entry, body = _entry(document, key)
    field = _required(body, key, old)
    if old.casefold() != new.casefold():
        _check_name(body, key, new)
    return _replaced(document, entry, (field.start, field.start + len(field.name)), new)


def add_entry(document: BibtexDocument, source: str) -> BibtexDocument:
    """Add an entry, given as its text, at the end of the file."""
    newline = newline_of(document)
    added = NEWLINE.sub(newline, for_codec(source.strip(), document.codec))
    block = scan.block_at(added, 0) if added.startswith("@") else None
    if block is None or block.kind != "entry" or block.end != len(added):
        raise ParaciteError("what is to be added is not one BibTeX entry", added[:60])
    if faults := scan.split(added, block).faults:
        raise ParaciteError(f"the entry to be added cannot be read: {faults[0].message}")
    text = document.text
    kept = text.rstrip("\r\n")
    missing = max(0, 2 - len(NEWLINE.findall(text[len(kept) :]))) if kept.strip("\ufeff \t") else 0
    return replace(document, text=f"{text}{newline * missing}{added}{newline}")


def remove_entry(document: BibtexDocument, key: str) -> BibtexDocument:
    """Remove an entry with its line's end, and the blank line after it."""
    entry, _ = _entry(document, key)
    text = document.text
    end = entry.end
    for _ in range(2):
        rest = REST_OF_LINE.match(text, end)
        end = rest.end() if rest else end
    return replace(document, text=text[: entry.start] + text[end:])


def rename_entry(document: BibtexDocument, old: str, new: str) -> BibtexDocument:
    """Give an entry another key; `crossref`, `xdata` and the like that name it follow."""
    entry, body = _entry(document, old)
    if not KEY.fullmatch(new):
        raise ParaciteError(f"{new!r} cannot be a citekey", 'leave out spaces and , { } # % = " ~')
    clash = document.find(new)
    if clash and clash.start != entry.start:
        raise ParaciteError(f"the key {clash.key} is taken", "choose another")
    new = for_codec(new, document.codec)
    spans = [(body.key_start, body.key_start + len(entry.key)), *_mentions(document, entry.key)]
    text = document.text
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{new}{text[end:]}"
    return replace(document, text=text)


def _mentions(document: BibtexDocument, key: str) -> list[tuple[int, int]]:
    """Find the fields that name another entry by its key."""
    text = document.text
    value = r"=\s*[{\"](?:[^{}\"]*,)?\s*()" + re.escape(key) + r"()\s*[,}\"]"
    return [
        (match.start(1), match.start(2))
        for match in re.finditer(value, text, re.IGNORECASE)
        if NAMES_KEYS.search(text[max(0, match.start() - LONGEST_NAME) : match.start()])
    ]


def _entry(document: BibtexDocument, key: str) -> tuple[Block, Body]:
    entry = document.find(key)
    if entry is None:
        raise ParaciteError(f"{document.path or 'the library'} has no entry {key}", "check the key")
    return entry, document.body(entry)


def _field(body: Body, name: str) -> Field | None:
    folded = name.casefold()
    return next((each for each in body.fields if each.name.casefold() == folded), None)


def _required(body: Body, key: str, name: str) -> Field:
    field = _field(body, name)
    if field is None:
        raise ParaciteError(f"{key} has no field {name}", "check the name")
    return field


def _check_name(body: Body, key: str, name: str) -> None:
    if not FIELD_NAME.fullmatch(name):
        raise ParaciteError(f"{name!r} cannot be the name of a field")
    if _field(body, name):
        raise ParaciteError(f"{key} has a field {name} already", "set or remove that one")


def _delimited(document: BibtexDocument, value: str, quotes: str) -> str:
    """Put a value between delimiters: quotation marks where those are in use and can be."""
    latex = for_codec(value, document.codec)
    depth = 0
    for mark in MARKS.finditer(latex):
        depth += 1 if mark[0] == "{" else -1
        if depth < 0:
            break
    if depth:
        raise ParaciteError(f"the braces of {value!r} do not balance", "add or take one away")
    return f'"{latex}"' if quotes == '"' and '"' not in latex else f"{{{latex}}}"


def _indent(document: BibtexDocument, entry: Block, body: Body) -> str:
    """Return what stands before the last field: a newline and its indentation."""
    if not body.fields:
        return f"{newline_of(document)}  "
    indent = INDENT.search(document.text, entry.opening, body.fields[-1].start)
    return indent[0] if indent and indent[0] else " "


def _equals(text: str, fields: tuple[Field, ...], name: str) -> str:
    """Write `=` with the space the fields have around it, in the column they share."""
    if not fields:
        return " = "
    gaps = [text[each.start + len(each.name) : each.value_start] for each in fields]
    columns = [len(f.name) + gap.index("=") for f, gap in zip(fields, gaps, strict=True)]
    column, shared = Counter(columns).most_common(1)[0]
    before, _, after = gaps[-1].partition("=")
    if shared > 1 and len({len(gap.partition("=")[0]) for gap in gaps}) > 1:
        before = " " * max(column - len(name), min(len(before), 1))
    return f"{before}={after}"


def newline_of(document: BibtexDocument) -> str:
    """Return the newline a document is written with."""
    found = NEWLINE.search(document.text)
    return found[0] if found else "\n"


def _replaced(
    document: BibtexDocument, entry: Block, span: tuple[int, int], written: str
) -> BibtexDocument:
    """Put `written` in place of a span of an entry; the text must split as before around it."""
    start, end = span
    text = f"{document.text[:start]}{written}{document.text[end:]}"
    now = scan.block_at(text, entry.start)
    if now is None or now.end != entry.end + len(written) - (end - start):
        raise ParaciteError(f"the change would break the entry {entry.key}", "nothing was changed")
    return replace(document, text=text)
