"""Unknown entry type.

## What it does
Flags an entry type that neither BibTeX nor biblatex nor a usual extension knows.

## Why it matters
BibTeX warns and treats it as `@misc`: journal and pages do not print.

## Example
    - @artcle{a, title = {Snow}}
    + @article{a, title = {Snow}}

## When it is wrong
For a style with types of its own.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from paracite.bibtex.mapping import TYPES
from paracite.rules import Case, Finding, Rule

OTHERS = frozenset(
    [
        "set",
        "xdata",
        "customa",
        "customb",
        "customc",
        "customd",
        "custome",
        "customf",
        "comment",
        "control",
        "ieeetranbstctl",
        "presentation",
        "webpage",
        "blog",
        "conferencepaper",
        "unknown",
        "map",
        "game",
        "artifactsoftware",
        "artifactdataset",
        "softwareversion",
        "softwaremodule",
        "codefragment",
        "newspaper",
        "magazine",
        "lecture",
        "talk",
        "poster",
        "preprint",
        "hardware",
        "monograph",
        "dictionary",
        "encyclopedia",
        "bibitem",
        "glossary",
        "acronym",
        "symbol",
        "abbreviation",
        "bill",
        "case",
        "statute",
        "paper",
        "chapter",
        "document",
        "website",
        "web",
        "journal",
        "regulation",
        "podcast",
        "interview",
    ]
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when nobody knows the type of the entry."""
    kind = case.entry.type if case.entry else ""
    if kind and kind not in TYPES and kind not in OTHERS:
        near = get_close_matches(kind, TYPES, 1, 0.75)
        hint = f"; @{near[0]} was meant?" if near else ""
        yield Finding("", f"no style knows the type @{kind}{hint}")


rule = Rule("BIB007", "entry-type-unknown", check)
