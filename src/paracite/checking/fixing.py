"""Mend what rules know how to mend: each entry is spliced, so that nothing else moves.

Fixes are applied in rounds until none is left: one may make room for another, and of
two that touch the same field only the first is applied in a round.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from paracite import checking, writers
from paracite.bibtex import splice
from paracite.bibtex.document import BibtexDocument
from paracite.bibtex.scan import Block
from paracite.checking import lists
from paracite.checking.lists import CheckedList
from paracite.errors import ParaciteError
from paracite.reference import NAME_FIELDS, OTHERS, TEXT_FIELDS, Name
from paracite.rules import Case, Finding, Rule

ROUNDS = 8
BIBTEX = ("bibtex", "biblatex")  #: formats whose writers name the suffix of a .bib
AND = re.compile(r"\s+and\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FixedList:
    """The list after its fixes, and how many were applied."""

    checked: CheckedList
    applied: int


def fix(checked: CheckedList, chosen: Sequence[Rule], *, unsafe: bool = False) -> FixedList:
    """Apply every fix (unsafe ones only if asked) until a round changes nothing."""
    applied = 0
    mending = [rule for rule in chosen if rule.family != checking.DUPLICATES]  # they mend nothing
    for _ in range(ROUNDS):
        mended, count = _round(checked, mending, unsafe=unsafe)
        if not count:
            break
        checked, applied = mended, applied + count
    return FixedList(checked, applied)


def _round(
    checked: CheckedList, chosen: Sequence[Rule], *, unsafe: bool
) -> tuple[CheckedList, int]:
    """Apply each fix that touches no field another has touched."""
    wanted: dict[int, tuple[Case, list[Finding]]] = {}  # by position in the list
    for case, _, finding in checking.findings(checked, chosen):
        if finding.fix and (finding.fix.safe or unsafe) and case.position >= 0:
            wanted.setdefault(case.position, (case, []))[1].append(finding)
    document = checked.listing.document
    if document is None:
        return _references(checked, wanted)
    edited: list[tuple[Block, BibtexDocument]] = []
    count = 0
    for position, (case, findings) in wanted.items():
        block = checked.opened.blocks[position]
        entry, done = _entry(splice.alone(document, block), case, findings)
        count += done
        edited.append((block, entry))
    if not count:
        return checked, 0
    opened = checked.opened.with_document(splice.put_back(document, edited))
    return lists.of(opened, checked.listing.cited), count


def _entry(
    alone: BibtexDocument, case: Case, findings: Sequence[Finding]
) -> tuple[BibtexDocument, int]:
    """Return a document of one entry after its fixes, and how many were applied."""
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
    return alone, count


def _changed(
    document: BibtexDocument, case: Case, name: str, value: str | tuple[Name, ...]
) -> BibtexDocument:
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
    references = list(checked.listing.references)
    count = 0
    for position, (case, findings) in wanted.items():
        reference = case.reference
        touched: set[str] = set()
        for finding in findings:
            changes = finding.fix.changes if finding.fix else {}
            known = all(name in NAME_FIELDS or name in TEXT_FIELDS for name in changes)
            if known and not touched & changes.keys():
                reference = replace(reference, **cast("dict[str, Any]", changes))
                touched |= changes.keys()
                count += 1
        references[position] = reference
    return replace(checked, listing=replace(checked.listing, references=tuple(references))), count


def data(checked: CheckedList, path: str) -> tuple[bytes, str]:
    """Return the bytes and the format of a mended list: a .bib as it is, another as `path` asks.

    Raises `ParaciteError` for a list that is not mended in place.
    """
    document = checked.listing.document
    named = writers.writer_for(path)
    if document is not None and (named is None or named.name in BIBTEX):
        return document.data, checked.opened.reader.name
    if named is None or path == checked.opened.path:
        raise ParaciteError(
            f"{checked.opened.path}: only .bib files are mended in place",
            "write to a new file with -o FILE",
        )
    return named.write(checked.listing.references, writers.Options()).data, named.name


def difference(before: CheckedList, after: CheckedList) -> str:
    """Return the unified diff between a .bib file and what its fixes make of it."""
    old, new = (each.opened.text.splitlines(keepends=True) for each in (before, after))
    found = difflib.unified_diff(old, new, before.opened.path, after.opened.path)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in found)
