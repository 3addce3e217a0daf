"""Mend what rules know how to mend: each entry is spliced, so that nothing else moves.

Fixes are applied in rounds until none is left: one may make room for another, and of
two that touch the same field only the first is applied in a round.
"""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from paracite import checking, writers
from paracite.bibtex import splice
from paracite.bibtex.document import Document
from paracite.checking import lists
from paracite.checking.lists import CheckedList
from paracite.errors import ParaciteError
from paracite.reference import NAME_FIELDS, OTHERS, TEXT_FIELDS, Name, Reference
from paracite.rules import Case, Finding, Rule

ROUNDS = 8
AND = re.compile(r"\s+and\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fixed:
    """The list after its fixes, and how many were applied."""

    checked: CheckedList
    applied: int


def fix(checked: CheckedList, chosen: Sequence[Rule], *, unsafe: bool = False) -> Fixed:
    """Apply every fix (unsafe ones only if asked) until a round changes nothing."""
    applied = 0
    mending = [rule for rule in chosen if rule.family != checking.DUPLICATES]  # they mend nothing
    for _ in range(ROUNDS):
        mended, count = _round(checked, mending, unsafe=unsafe)
        if not count:
            break
        checked, applied = mended, applied + count
    return Fixed(checked, applied)


def _round(
    checked: CheckedList, chosen: Sequence[Rule], *, unsafe: bool
) -> tuple[CheckedList, int]:
    """Apply each fix that touches no field another has touched."""
    wanted: dict[int, tuple[Case, list[Finding]]] = {}
    for case, _, finding in checking.findings(checked, chosen):
        if finding.fix and (finding.fix.safe or unsafe):
            wanted.setdefault(id(case), (case, []))[1].append(finding)
    document = checked.listing.document
    if document is None:
        return _references(checked, wanted)
    edits: list[tuple[int, int, str]] = []
    count = 0
    for case, findings in wanted.values():
        if case.entry:
            text, done = _entry(document, case, findings)
            count += done
            edits.append((case.entry.start, case.entry.end, text))
    if not count:
        return checked, 0
    text = "".join(_spliced(document.text, edits))
    return lists.of_bibtex(replace(document, text=text)), count


def _spliced(text: str, edits: list[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, new in sorted(edits):
        yield text[at:start]
        yield new
        at = end
    yield text[at:]


def _entry(document: Document, case: Case, findings: Sequence[Finding]) -> tuple[str, int]:
    """Return the text of one entry after its fixes, and how many were applied."""
    entry = case.entry
    if entry is None:
        raise TypeError("a case without an entry has no text to splice")
    alone = replace(document, text=document.text[entry.start : entry.end])
    touched: set[str] = set()
    count = 0
    for finding in findings:
        changes = dict(finding.fix.changes) if finding.fix else {}
        names = {case.source_name(name): name for name in changes}
        if touched & names.keys():
            continue
        try:
            new = alone
            for source, name in names.items():
                new = _changed(new, case, source, changes[name])
        except ParaciteError:  # the value cannot stand in this entry: leave the finding
            continue
        alone, count = new, count + 1
        touched |= names.keys()
    return alone.text, count


def _changed(document: Document, case: Case, name: str, value: str | tuple[Name, ...]) -> Document:
    key = case.reference.citekey
    if isinstance(value, tuple):
        value = _names(case, name, value)
    if value:
        return splice.set_field(document, key, name, value)
    return splice.remove_field(document, key, name)


def _names(case: Case, field: str, names: tuple[Name, ...]) -> str:
    """Write names anew, those that did not change as they stand."""
    old = case.names(field)
    written = AND.split(case.text(field))
    if len(written) != len(old):
        return " and ".join(map(_latex, names))
    as_written = dict(zip(old, written, strict=True))
    return " and ".join(as_written.get(name) or _latex(name) for name in names)


def _latex(name: Name) -> str:
    """Write a name as BibTeX splits it again."""
    if name == OTHERS:
        return "others"
    if name.literal:
        return f"{{{name.literal}}}"
    family = " ".join(
        filter(None, (name.dropping_particle, name.non_dropping_particle, name.family))
    )
    return ", ".join(filter(None, (family, name.suffix, name.given)))


def _references(
    checked: CheckedList, wanted: dict[int, tuple[Case, list[Finding]]]
) -> tuple[CheckedList, int]:
    """Apply fixes to the references of a list that is no .bib file."""
    mended: dict[int, Reference] = {}
    count = 0
    for case, findings in wanted.values():
        reference = case.reference
        touched: set[str] = set()
        for finding in findings:
            changes = finding.fix.changes if finding.fix else {}
            known = all(name in NAME_FIELDS or name in TEXT_FIELDS for name in changes)
            if known and not touched & changes.keys():
                reference = replace(reference, **cast("dict[str, Any]", changes))
                touched |= changes.keys()
                count += 1
        mended[id(case.reference)] = reference
    references = tuple(mended.get(id(each), each) for each in checked.listing.references)
    return replace(checked, listing=replace(checked.listing, references=references)), count


def data(checked: CheckedList, path: str) -> bytes:
    """Return the bytes of a mended list: a .bib as it is, another list as `path` asks for."""
    if checked.listing.document is not None:
        return checked.listing.document.data
    writer = writers.writer_for(path)
    if writer is None or path == checked.path:
        raise ParaciteError(
            f"{checked.path}: only .bib files are mended in place",
            "write to a new file with -o FILE",
        )
    return writer.write(checked.listing.references, writers.Options()).data


def difference(before: CheckedList, after: CheckedList) -> str:
    """Return the unified diff between a .bib file and what its fixes make of it."""
    old, new = (each.text.splitlines(keepends=True) for each in (before, after))
    found = difflib.unified_diff(old, new, before.path, after.path)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in found)
