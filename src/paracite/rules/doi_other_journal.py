"""DOI of another journal.

## What it does
Flags an article whose DOI names, in its suffix, a journal other than the one given, as
`10.1371/journal.pone…` does for PLOS ONE and `10.1038/nature…` for Nature.

## Why it matters
The DOI is another work's.

## Example
      doi = {10.1371/journal.pone.0000217},
    - journal = {The Lancet},
    + journal = {PLOS ONE},

## When it is wrong
Where a journal was renamed; the names known here are those in use.
"""

import re
from collections.abc import Iterator

from paracite.fields.markup import plain
from paracite.rules import Case, Finding, Rule
from paracite.text import words

# What a DOI starts with → the journal, and the names and abbreviations it goes by.
JOURNALS = (
    (r"10\.1038/nature\d{5}", "Nature", ("nature", "nat")),
    (r"10\.1038/s41586-", "Nature", ("nature", "nat")),
    (r"10\.1038/s41598-|10\.1038/srep\d", "Scientific Reports", ("scientific reports", "sci rep")),
    (
        r"10\.1038/s41467-|10\.1038/ncomms\d",
        "Nature Communications",
        ("nature communications", "nat commun"),
    ),
    (r"10\.1371/journal\.pone\.", "PLOS ONE", ("plos one", "plos 1")),
    (r"10\.1371/journal\.pbio\.", "PLOS Biology", ("plos biology", "plos biol")),
    (r"10\.1371/journal\.pmed\.", "PLOS Medicine", ("plos medicine", "plos med")),
    (
        r"10\.1103/physrevlett\.",
        "Physical Review Letters",
        ("physical review letters", "phys rev lett", "prl"),
    ),
    (r"10\.1126/science\.[a-z\d]", "Science", ("science", "science new york n y")),
    (
        r"10\.1073/pnas\.",
        "PNAS",
        (
            "proceedings of the national academy of sciences",
            "proc natl acad sci",
            "pnas",
            "proc nat acad sci",
            "proceedings of the national academy",
        ),
    ),
    (r"10\.7554/elife\.", "eLife", ("elife",)),
    (
        r"10\.1056/nejm",
        "The New England Journal of Medicine",
        ("new england journal of medicine", "n engl j med", "nejm", "new engl j med"),
    ),
    (
        r"10\.21105/joss\.",
        "Journal of Open Source Software",
        ("journal of open source software", "j open source softw", "joss"),
    ),
)
FORMS = [(re.compile(form), name, known) for form, name, known in JOURNALS]


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the DOI's journal has not the name given."""
    reference = case.reference
    if not reference.doi:
        return
    doi = case.doi
    for form, name, known in FORMS:
        if form.match(doi) and (message := _contradiction(reference.container_title, name, known)):
            yield Finding("doi", message)
        elif form.match(doi) and not reference.container_title and _is_no_article(case):
            yield Finding("doi", f"the DOI is that of an article in {name}")


def _contradiction(container: str, name: str, known: tuple[str, ...]) -> str:
    given = " ".join(words(plain(container))).replace("public library of science", "plos")
    if (
        not given
        or any(each in given for each in known)
        or given.replace(" ", "") in "".join(known)
    ):
        return ""
    return f"the DOI is that of an article in {name}, not in {container}"


def _is_no_article(case: Case) -> bool:
    """Return whether the reference is of a kind that no journal prints: a book or a preprint."""
    return case.reference.type == "book" or bool(case.reference.get("eprint"))


rule = Rule("DOI011", "doi-of-other-journal", check)
