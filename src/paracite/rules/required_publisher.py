"""Book without its publisher.

## What it does
Flags a book, thesis or report without a publisher, school or institution.

## Why it matters
Nearly every style prints it, and editions are told apart by it.

## Example
    - @book{a, author = {Song, Yao}, title = {Snow}, year = {2020}}
    + @book{a, author = {Song, Yao}, title = {Snow}, year = {2020}, publisher = {Routledge}}

## When it is wrong
For privately printed and very old books. biblatex does not ask for it, so a .bib file with
biblatex's own fields is left.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

KINDS = {"book": "publisher", "thesis": "school", "report": "institution"}
NOT_ASKED = frozenset(
    [
        "manual",
        "proceedings",
        "mvbook",
        "collection",
        "mvcollection",
        "periodical",
        "reference",
        "commentary",
    ]
)
OF_BIBLATEX = frozenset(
    ["date", "journaltitle", "location", "langid", "urldate", "eprinttype", "crossref", "xdata"]
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when nobody is named who published the work."""
    reference, entry = case.reference, case.entry
    what = KINDS.get(reference.type)
    if not what or reference.publisher or reference.url or reference.doi:
        return
    if any(name.literal for name in reference.author):  # an institution publishes its own
        return
    if entry and (entry.type in NOT_ASKED or OF_BIBLATEX & entry.fields.keys()):
        return
    if not (entry and {"howpublished", "organization"} & entry.fields.keys()):
        yield Finding("", f"the {what} is missing")


rule = Rule("REQ002", "publisher-missing", check)
