"""Rules: each looks at one reference of a list and yields findings.  One file per rule.

A rule is pure.  Whatever it needs from the network was put into the case before it
ran, so every rule can be tested with a literal.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from paracite import plugins
from paracite.manuscripts import CitedKey
from paracite.reference import Name
from paracite.rules._case import Case
from paracite.rules._entry import CheckedEntry
from paracite.rules._listing import Allowance, Listing, LookUp, Twin

__all__ = [
    "Allowance",
    "Case",
    "CheckedEntry",
    "Finding",
    "Fix",
    "Listing",
    "LookUp",
    "Rule",
    "Twin",
    "every",
    "rule",
]

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Fix:
    """New values of fields, as written in the source; an empty one removes the field.

    `safe` fixes keep the meaning and are applied by `--fix`; the others are probably
    right and need `--unsafe-fixes`.
    """

    changes: Mapping[str, str | tuple[Name, ...]]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader of the list should know about a field (`""`: the whole reference).

    `at` is the piece of the field's text that the message is about; `offset` is where in
    the source it stands, for what belongs to no field; `cited` is where in a manuscript.
    """

    field: str
    message: str
    fix: Fix | None = None
    at: str = ""
    offset: int = -1
    cited: CitedKey | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A code, a name that reads well after "allow", and a function.

    A rule that is off by `default` runs when it is selected.  One that looks `once` gets a
    single case for the whole list, with an empty reference.
    """

    code: str
    name: str
    check: Callable[[Case], Iterable[Finding]]
    level: Level = "warning"
    default: bool = True
    once: bool = False

    @property
    def explanation(self) -> str:
        """The docstring of the rule's file."""
        return sys.modules[self.check.__module__].__doc__ or ""

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")


@cache
def every() -> tuple[Rule, ...]:
    """Return every rule, in code order."""
    package = sys.modules[__name__]
    found: list[Rule] = [plugins.load(package, name).rule for name in plugins.names(package)]
    return tuple(sorted(found, key=lambda rule: rule.code))


def rule(code: str) -> Rule | None:
    """Return the rule of this code or name, or None."""
    wanted = code.casefold()
    return next((r for r in every() if wanted in (r.code.casefold(), r.name)), None)
