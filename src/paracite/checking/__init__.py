"""Check a list: run the rules on every reference, in order, and say where each finding is.

`check` is the one entry point; `lists.load` makes its input from a file, `selecting`
chooses the rules, `suppressing` holds what the list's owner allows, `fixing` mends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paracite.reference import Reference
from paracite.rules import Allowance, Case, Finding, Fix, Level, Rule

if TYPE_CHECKING:
    from paracite.checking.lists import CheckedList

Found = tuple[Case, Rule, Finding]
DUPLICATES = "DUP"  #: the family that wants the whole list compared first
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


def check(checked: "CheckedList", chosen: Sequence[Rule]) -> tuple[Diagnostic, ...]:
    """Return the findings of the chosen rules in the order of the file, allowed ones left out."""
    found = [_diagnostic(checked, *each) for each in findings(checked, chosen)]
    files = {checked.path: ""}  # the list itself comes first
    return tuple(
        sorted(
            found,
            key=lambda each: (files.get(each.path, each.path), each.line, each.column, each.code),
        )
    )


def findings(checked: "CheckedList", chosen: Sequence[Rule]) -> Iterator[Found]:
    """Yield each finding that is not allowed; then what is allowed without need."""
    if any(rule.family == DUPLICATES for rule in chosen):
        from paracite.checking import twins

        checked = twins.with_duplicates(checked)
    used: set[Allowance] = set()
    for found in run(checked, [rule for rule in chosen if rule.family != META]):
        case, rule, _ = found
        names = (rule.code, rule.family, rule.name.upper())
        allowing = [
            each
            for each in checked.listing.allowances
            if each.covers(case.reference.citekey, *names)
        ]
        used.update(allowing)
        if not allowing:
            yield found
    unused = tuple(each for each in checked.listing.allowances if each not in used)
    after = replace(checked, listing=replace(checked.listing, unused=unused))
    yield from run(after, [rule for rule in chosen if rule.family == META])


def run(checked: "CheckedList", chosen: Sequence[Rule]) -> Iterator[Found]:
    """Yield each finding with its case and rule, allowed ones included."""
    whole = Case(Reference(), None, checked.listing)
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
    key, path, source = case.reference.citekey, checked.path, checked.source_line(line)
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
