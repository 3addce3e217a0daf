"""Which rules run: the defaults, and what `--select`, `--extend-select` and `--ignore` say."""

from collections.abc import Iterable

from paracite import rules
from paracite.errors import ParaciteError
from paracite.rules import Rule

ALL = "ALL"


def choose(
    select: Iterable[str] = (), extend: Iterable[str] = (), ignore: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Choose rules by code (`DOI001`), family (`DOI`), name (`doi-prefix`) or `ALL`.

    Raises `ParaciteError` for what names no rule.
    """
    selected, extended, ignored = map(_named, (select, extend, ignore))
    chosen = (selected or {each for each in rules.every() if each.default}) | extended
    return tuple(each for each in rules.every() if each in chosen - ignored)


def _named(names: Iterable[str]) -> frozenset[Rule]:
    """Return the rules that comma-separated names stand for."""
    found: set[Rule] = set()
    for name in (part.strip() for each in names for part in each.split(",")):
        if not name:
            continue
        upper = name.upper()
        named = {
            each
            for each in rules.every()
            if upper in (ALL, each.code, each.family, each.name.upper())
        }
        if not named:
            families = ", ".join(dict.fromkeys(each.family for each in rules.every()))
            raise ParaciteError(
                f"no rule or family is called {name!r}",
                f"families: {families}; paracite rule --all lists the rules",
            )
        found |= named
    return frozenset(found)
