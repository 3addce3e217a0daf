"""DOI that cannot be one.

## What it does
Flags a DOI that has not the form `10.<registrant>/<suffix>`.

## Why it matters
It leads nowhere, and the work cannot be looked up by it.

## Example
    - doi = {10.10/4711},
    + doi = {10.1016/4711},

## When it is wrong
Registrants have had four digits or more since 2000; none with fewer is known.
"""

import re
from collections.abc import Iterator

from paracite.fields.identifiers import DOI, DOI_PREFIX
from paracite.rules import Case, Finding, Rule
from paracite.rules._identifiers import OTHER_RESOLVER

SHORT = re.compile(r"10/[a-z0-9]{2,8}", re.IGNORECASE)  #: as shortdoi.org gives them
ESCAPE = re.compile(r"\\([_%&#$~{}])|\\(?:textless|textgreater)(?:\{\})?\s?|[${}]")


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when what the field holds is no DOI, its prefix and LaTeX apart."""
    written = case.text("doi").strip()
    bare = ESCAPE.sub(r"\1", OTHER_RESOLVER.sub("", DOI_PREFIX.sub("", written)))
    if (
        bare
        and not DOI.fullmatch(bare)
        and not SHORT.fullmatch(bare)
        and not re.search(r"\s", bare)
    ):
        yield Finding("doi", f"{bare!r} has not the form of a DOI, 10.registrant/suffix")


rule = Rule("DOI002", "doi-malformed", check, level="error")
