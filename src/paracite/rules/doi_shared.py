"""One DOI on different works.

## What it does
Flags a DOI that stands on two references whose titles differ altogether.

## Why it matters
A DOI names one work: on one of the two it is wrong, and readers land on something else.

## Example
      @article{one, title = {Chinese Paradiplomacy}, year = 2020, doi = {10.1177/2158244019899048}}
    - @article{two, title = {Introduction}, year = 2015, doi = {10.1177/2158244019899048}}
    + @article{two, title = {Introduction}, year = 2015}

## When it is wrong
For a work and its translation, and for parts cited with the DOI of the whole.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule
from paracite.rules._titles import same_title


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each reference whose DOI another work has too."""
    doi = case.doi
    sharing = case.listing.by_doi.get(doi, ()) if doi else ()
    if len(sharing) < 2:
        return
    others = [each for each in sharing if not same_title(each.title, case.reference.title)]
    if others:
        names = ", ".join(dict.fromkeys(each.citekey for each in others[:3]))
        yield Finding("doi", f"the DOI {doi} stands on another work too: {names}")


rule = Rule("DOI004", "doi-shared", check, level="error")
