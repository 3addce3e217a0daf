"""Check a list: run the rules on every reference, in order, and say where each finding is.

`check` is the one entry point; `lists` makes its input of an opened list, `selecting` chooses
the rules, `suppressing` reads what a comment allows, `fixing` mends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paracite.reference import Reference
from paracite.rules import Allowance, Case, Finding, Fix, Level, Rule

if TYPE_CHECKING:
    from paracite.checking.lists import CheckedList
    from paracite.deduplicating import Duplicates

Found = tuple[Case, Rule, Finding]
DUPLICATES = "DUP"  #: the family that wants the whole list compared first
NOWHERE = -1  #: position of the case that stands for the whole list
META = "META"  #: the family that looks at what is allowed, once the others have run


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its rule and place; lines and columns count from 1, `length` characters.

    `source` is the line of the file it points into.
    """

    code: str
    rule: str
    level: Level
    key: str
    field: str
    path: str
    line: int
    column: int
    length: int
    message: str
    fix: Fix | None
    source: str = ""


def check(
    checked: "CheckedList", chosen: Sequence[Rule], duplicates: "Duplicates | None" = None
) -> tuple[Diagnostic, ...]:
    """Return the findings of the chosen rules in the order of the file, allowed ones left out.

    `duplicates` are those found in the list already; else they are found where a rule asks.
    """
    found = [_diagnostic(checked, *each) for each in findings(checked, chosen, duplicates)]
    files = {checked.opened.path: ""}  # the list itself comes first
    return tuple(
        sorted(
            found,
            key=lambda each: (files.get(each.path, each.path), each.line, each.column, each.code),
        )
    )


def findings(
    checked: "CheckedList", chosen: Sequence[Rule], duplicates: "Duplicates | None" = None
) -> Iterator[Found]:
    """Yield each finding that is not allowed; then what is allowed without need."""
    if any(rule.family == DUPLICATES for rule in chosen):
        from paracite import deduplicating
        from paracite.checking import twins

        found = duplicates or deduplicating.find_in([checked.opened])
        checked = twins.with_duplicates(checked, found)
    used: set[Allowance] = set()
    for finding in run(checked, [rule for rule in chosen if rule.family != META]):
        case, rule, _ = finding
        names = (rule.code, rule.family, rule.name.upper())
        allowing = [
            each
            for each in checked.listing.allowances
            if each.covers(case.reference.citekey, *names)
        ]
        used.update(allowing)
        if not allowing:
            yield finding
    unused = tuple(each for each in checked.listing.allowances if each not in used)
    after = replace(checked, listing=replace(checked.listing, unused=unused))
    yield from run(after, [rule for rule in chosen if rule.family == META])


def run(checked: "CheckedList", chosen: Sequence[Rule]) -> Iterator[Found]:
    """Yield each finding with its case and rule, allowed ones included."""
    whole = Case(Reference(), None, checked.listing, NOWHERE)
    for rule in chosen:
        if rule.once:
            for finding in rule.check(whole):
                yield whole, rule, finding
    each_case = [(rule, rule.check) for rule in chosen if not rule.once]
    for case in checked.cases if each_case else ():
        for rule, function in each_case:
            for finding in function(case):
                yield case, rule, finding


def _diagnostic(checked: "CheckedList", case: Case, rule: Rule, finding: Finding) -> Diagnostic:
    line, column, length = checked.place(case, finding)
    key, path, source = case.reference.citekey, checked.opened.path, checked.source_line(line)
    if finding.cited and checked.listing.cited:
        key, path = finding.cited.key, finding.cited.path
        source = checked.listing.cited.source_line(finding.cited)
    return Diagnostic(
        code=rule.code,
        rule=rule.name,
        level=rule.level,
        key=key,
        field=case.source_name(finding.field),
        path=path,
        line=line,
        column=column,
        length=length,
        message=finding.message,
        fix=finding.fix,
        source=source,
    )
