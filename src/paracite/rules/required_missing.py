"""Field that this kind of work must have.

## What it does
Flags a missing title, author (or editor), year, and, for articles, chapters and conference
papers, the journal or book; what is inherited by `crossref` counts, and where the parent is not
in the file nothing is asked.

## Why it matters
Nobody finds a work by what is left.

## Example
    - @article{a, author = {Song, Yao}, title = {Snow}, year = {2020}}
    + @article{a, author = {Song, Yao}, title = {Snow}, journal = {Nature}, year = {2020}}

## When it is wrong
For works that have none: anonymous articles, undated pages. Types that often lack an author or
year (`@misc`, `@online`, `@manual`, `@dataset` …) are not asked for it, unless they are preprints.

Source: Patashnik, "BibTeXing" (1988), section 3.1; biblatex manual 3.20, section 2.1.1. Asked for is
only what both want.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

AUTHORED = frozenset(
    [
        "article-journal",
        "book",
        "chapter",
        "paper-conference",
        "thesis",
        "report",
        "manuscript",
        "review",
    ]
)
UNAUTHORED = frozenset(
    ["proceedings", "mvproceedings", "reference", "mvreference", "manual", "suppperiodical"]
)
DATED = AUTHORED - {"manuscript"}
CONTAINED = {
    "article-journal": "journal",
    "chapter": "title of the book",
    "paper-conference": "title of the proceedings",
}
WHOLE = frozenset(["inbook", "bookinbook", "suppbook", "set", "xdata"])


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field that is missing."""
    kind = case.entry.type if case.entry else ""
    missing = [] if kind in ("set", "xdata") else list(_missing(case, kind))
    for what in missing if not (missing and case.missing_parents) else ():
        yield Finding("", f"the {what} is missing")


def _missing(case: Case, kind: str) -> Iterator[str]:
    reference = case.reference
    preprint = bool(reference.get("eprint") or reference.get("archiveprefix"))
    if not reference.title and kind not in ("periodical", "letter"):
        yield "title"
    people = reference.author or reference.editor or reference.translator
    by_body = reference.get("organization") or reference.get("institution")
    asked = (reference.type in AUTHORED and kind not in UNAUTHORED) or preprint
    if asked and not people and not by_body:
        yield "author"
    if (reference.type in DATED or preprint) and not reference.issued:
        yield "year"
    apart = preprint or kind in WHOLE or reference.container_title
    if reference.type in CONTAINED and not apart:
        yield CONTAINED[reference.type]


rule = Rule("REQ001", "required-field-missing", check, level="error")
