"""The bibliography: entries in order, repeated authors replaced, what the style says of the page.

Source: CSL 1.0.2 specification, "Bibliography-specific Options".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from paracite.csl import affixes
from paracite.csl.areas import Area
from paracite.csl.context import Context, Replace
from paracite.csl.entry import Entry as Source
from paracite.csl.marks import (
    ANY,
    CLOSING,
    DISPLAYS,
    END,
    LEFT_MARGIN,
    OPENING,
    RIGHT_INLINE,
    plain,
)
from paracite.csl.namelist import Written
from paracite.csl.output import Format, Piece, Quotes, pieces

TRAILING_SPACE = re.compile(f" +(?=[{END}]+$)")  #: inside the last block


class BibliographyEntry(NamedTuple):
    """A reference of the list as printed, under the key of its item."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A rendered list and how the style wants it set."""

    entries: tuple[BibliographyEntry, ...] = ()
    hanging_indent: bool = False
    second_field_align: str = ""  #: `flush`, `margin` or none
    entry_spacing: int = 1
    line_spacing: int = 1
    max_offset: int = 0
    warnings: tuple[str, ...] = ()
    format: Format | None = None
    rich: tuple[str, ...] = ()
    quotes: Quotes = field(default_factory=Quotes)

    def __str__(self) -> str:
        """The whole list in its format."""
        if self.format is None:
            return ""
        (start, end), (before, after) = self.format.document, self.format.entry
        return start + "".join(before + each.text + after for each in self.entries) + end

    def runs(self) -> Iterator[list[str | Piece]]:
        """Yield each entry as text and the starts and ends of what it is set in."""
        for rich in self.rich:
            yield list(pieces(rich, self.quotes))


def make(
    area: Area,
    entries: Sequence[Source],
    start: Callable[[Source], Context],
    finish: Callable[[str], str],
    format_: Format,
    quotes: Quotes,
    warnings: list[str],
) -> Bibliography:
    """Render entries in the order given, each from its `start`; one that fails is reported and never costs the rest."""
    rendered: list[BibliographyEntry] = []
    riches: list[str] = []
    lost: list[str] = []
    previous: tuple[str, ...] = ()
    for entry in entries:
        try:
            rich, previous = _entry(area, start, entry, previous)
        except Exception as error:  # noqa: BLE001  whatever is wrong with one item, the others are printed
            lost.append(f"{entry.id}: could not be styled ({type(error).__name__}: {error})")
            rich, previous = plain(entry.raw("title")) or entry.id, ()
        if rich:
            text = finish(rich)
            riches.append(TRAILING_SPACE.sub("", text) if text[-1:] == END else text)
            rendered.append(BibliographyEntry(entry.id, format_.render(riches[-1], quotes)))
        else:
            lost.append(f"{entry.id}: left out: the style prints nothing for it")
    return Bibliography(
        tuple(rendered),
        area.options.get("hanging-indent") == "true",
        area.options.get("second-field-align", ""),
        _number(area, "entry-spacing"),
        _number(area, "line-spacing"),
        max(map(_offset, riches), default=0),
        (*warnings, *lost),
        format_,
        tuple(riches),
        quotes,
    )


def _entry(
    area: Area, start: Callable[[Source], Context], entry: Source, previous: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Render an entry; give it and its names, for the next to be compared with."""
    context = start(entry)
    text = _fields(area, context)
    names = context.name_parts or ()
    substitute = area.options.get("subsequent-author-substitute")
    if substitute is not None and names and previous:
        rule = area.options.get("subsequent-author-substitute-rule", "complete-all")
        context = start(entry)
        context.replace_names = _replacement(rule, substitute, names, previous)
        if context.replace_names:
            text = _fields(area, context)
    return area.dress(text) if text else "", names


def _fields(area: Area, context: Context) -> str:
    """Render the layout, its first field set apart where the style aligns the second."""
    before, after = affixes.jointed(area.prefix), affixes.jointed(area.suffix)
    if "second-field-align" not in area.options:
        text = area.render(context)
        return _within(before + text, after) if text else ""
    first, rest = "", ""
    for field_ in area.fields:
        text = field_(context.entry.shape)(context)
        if first:
            rest += text
        else:
            first = text
    if not rest:
        return _within(before + first, after) if first else ""
    return f"{LEFT_MARGIN}{before}{first}{END}{RIGHT_INLINE}{rest}{after}{END}"


def _within(text: str, after: str) -> str:
    """Put a suffix behind text, inside the block it ends with."""
    if not after or not text.endswith(END):
        return text + after
    depths = []
    for match in ANY.finditer(text):
        if match[0] in OPENING:
            depths.append(match[0])
        elif match[0] in CLOSING:
            last = depths.pop()
    return text[:-1] + after + END if last in DISPLAYS.values() else text + after


def _offset(rich: str) -> int:
    """Count the characters of the first field."""
    _, found, after = rich.partition(LEFT_MARGIN)
    return len(plain(after.partition(RIGHT_INLINE)[0])) if found else 0


def _replacement(
    rule: str, substitute: str, names: tuple[str, ...], previous: tuple[str, ...]
) -> Replace | None:
    """Return what prints a list of names that repeats the one before, or None."""
    same = 0
    while same < min(len(names), len(previous)) and names[same] == previous[same]:
        same += 1
    if (rule.startswith("complete") and names != previous) or not same:
        return None
    if rule == "complete-all":
        return lambda _written, _join: substitute
    count = 1 if rule == "partial-first" else same

    def replace(written: Written, join: Callable[[Written], str]) -> str:
        kept = written.names[count:]
        return join(written._replace(names=(substitute,) * count + kept))

    return replace


def _number(area: Area, name: str) -> int:
    value = area.options.get(name, "1")
    return int(value) if value.isdecimal() else 1
