"""Merging references of one work: the best value of each field, with the reason.

The fullest reference is kept.  Another's value takes the place of its own only where it
says the same and more: names written out, a title or container not cut short, a page
range for a page, a field that is empty; or where its own title has its container attached.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from paracite.fields import titles
from paracite.matching import attached, containers
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    Date,
    Name,
    Reference,
)
from paracite.text import fold

FIELDS = (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)
UNITED = {"keyword": ", ", "note": ". ", "annote": ". "}  #: fields whose values are joined
IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn")


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """The value of a field in the merged reference: whose it is, and why not the kept one's."""

    field: str
    value: Any
    source: Reference
    reason: str


def fullest(references: Sequence[Reference]) -> Reference:
    """Return the reference that says most: identifiers first, then filled fields, then order."""
    return max(references, key=_fullness)


def _fullness(reference: Reference) -> tuple[int, int]:
    known = sum(bool(getattr(reference, name)) for name in IDENTIFIERS)
    return known, sum(bool(getattr(reference, name)) for name in FIELDS)


def merge(references: Sequence[Reference], keep: Reference | None = None) -> Reference:
    """Merge references of one work into one.

    The others' keys become aliases (`ids` in `extra`), their values that lose stay in
    `extra` under `merged`, as `key: field = value`, and so does their printed text.
    """
    kept = keep or fullest(references)
    others = [each for each in references if each is not kept]
    values = {choice.field: choice.value for choice in choices(references, kept)}
    merged = replace(kept, **values)
    extra = list(kept.extra)
    extra += (pair for other in others for pair in other.extra if pair not in extra)
    aliases = ",".join(dict.fromkeys(each.citekey for each in others if each.citekey))
    if aliases:
        extra.append(("ids", aliases))
    extra += (
        ("merged", f"{source.citekey}: {field} = {shown(value)}")
        for source, field, value in losing(references, merged)
    )
    extra += (
        ("merged", f"{each.citekey}: printed = {each.origin.text}")
        for each in others
        if each.origin.text not in ("", kept.origin.text)
    )
    return replace(merged, extra=tuple(extra))


def choices(references: Sequence[Reference], kept: Reference) -> Iterator[FieldChoice]:
    """Yield the fields whose merged value is not the kept reference's own."""
    others = [reference for reference in references if reference is not kept]
    known = attached.names(references)
    for field in FIELDS:
        choose = _united_choice if field in UNITED else _best_choice
        if choice := choose(field, kept, others, known):
            yield choice


def _united_choice(
    field: str, kept: Reference, others: Sequence[Reference], _: Sequence[str]
) -> FieldChoice | None:
    """Return the values of all references joined, where they are more than the kept one's."""
    own = getattr(kept, field)
    united = _united([own, *(getattr(other, field) for other in others)], UNITED[field])
    if united == own:
        return None
    source = next(other for other in others if getattr(other, field) not in ("", own))
    return FieldChoice(field, united, source, "united")


def _best_choice(
    field: str, kept: Reference, others: Sequence[Reference], known: Sequence[str]
) -> FieldChoice | None:
    """Return the value that says the same and more than the kept reference's own."""
    best, source, reason = getattr(kept, field), kept, ""
    for other in others:
        value = getattr(other, field)
        if value and (better := _why_better(field, best, value, known)):
            best, source, reason = value, other, better
    return FieldChoice(field, best, source, reason) if source is not kept else None


def losing(
    references: Sequence[Reference], merged: Reference
) -> Iterator[tuple[Reference, str, Any]]:
    """Yield the values that are in none of the merged reference's fields, and whose they are."""
    for reference in references:
        for field in FIELDS:
            value = getattr(reference, field)
            if value and field not in UNITED and value != getattr(merged, field):
                yield reference, field, value


def _united(values: Sequence[str], separator: str) -> str:
    parts = [part for value in values for part in value.split(separator)] if values else []
    return separator.join(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _why_better(field: str, own: Any, other: Any, known: Sequence[str]) -> str:
    """Return why another value is better than the own one, or `""`."""
    if not own:
        return "was missing"
    if field in NAME_FIELDS:
        return _why_better_names(own, other)
    if field in DATE_FIELDS:
        return "more precise" if _is_more_precise(own, other) else ""
    if field == "page":
        longer = own and other.startswith(f"{own}-")
        return "a range, not a page" if longer else ""
    if field == "title":
        return _why_better_title(own, other, known)
    return _why_better_container(own, other) if field == "container_title" else ""


def _why_better_names(own: tuple[Name, ...], other: tuple[Name, ...]) -> str:
    mine, theirs = _families(own), _families(other)
    if own[-1] == OTHERS and len(theirs) > len(mine) and theirs[: len(mine)] == mine:
        return "names the others"
    if mine != theirs or (own[-1] == OTHERS) != (other[-1] == OTHERS):
        return ""
    longer = sum(len(name.given) for name in other) > sum(len(name.given) for name in own)
    return "names written out" if longer and all(map(_may_stand_for, own, other)) else ""


def _families(names: tuple[Name, ...]) -> list[str]:
    return [fold(name.family or name.literal) for name in names if name != OTHERS]


def _may_stand_for(short: Name, full: Name) -> bool:
    return fold(full.given).startswith(fold(short.given)[:1])


def _is_more_precise(own: Date, other: Date) -> bool:
    if own.year is None:
        return other.year is not None
    return own.year == other.year and (own.month or 0) == 0 < other.month


def _why_better_title(own: str, other: str, known: Sequence[str]) -> str:
    if attached.is_attached(own, other, known):
        return "without the name of its container"
    if attached.is_attached(other, own, known):
        return ""
    if _is_cut_short(own, other):
        return "not cut short"
    return "not in capitals" if _is_in_capitals(own, other) else ""


def _why_better_container(own: str, other: str) -> str:
    if _is_cut_short(own, other):
        return "not cut short"
    a, b = containers.container(own), containers.container(other)
    longer = "." in own and len(other) > len(own) and a.words != b.words
    return "not abbreviated" if longer and containers.likeness(a, b) >= WRITTEN_OUT else ""


def _is_cut_short(own: str, other: str) -> bool:
    mine, theirs = (titles.words(titles.plain_text(title)) for title in (own, other))
    return len(theirs) > len(mine) and theirs[: len(mine)] == mine


def _is_in_capitals(own: str, other: str) -> bool:
    mine, theirs = (titles.words(titles.plain_text(title)) for title in (own, other))
    return own.isupper() and not other.isupper() and mine == theirs


WRITTEN_OUT = 0.92  #: likeness from which a longer container is a shorter one written out


def shown(value: Any) -> str:
    """Write a value of any field as one line of text."""
    if isinstance(value, tuple):
        return " and ".join(_name(name) for name in value)
    if isinstance(value, Date):
        parts = (value.year, value.month, value.day)
        return "-".join(f"{part:02}" for part in parts if part) or value.literal
    return str(value)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return f"{family}, {name.given}" if name.given else family
