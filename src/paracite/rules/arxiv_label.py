"""Label in an arXiv identifier.

## What it does
Flags `arXiv:` or an address before the identifier in `eprint`.

## Why it matters
Styles put `arXiv:` themselves; it would print twice, and the link breaks.

## Example
      archiveprefix = {arXiv},
    - eprint = {arXiv:2106.01234},
    + eprint = {2106.01234},

## When it is wrong
Where `archiveprefix` is missing, the label is all that tells; then it is left.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule
from paracite.rules._identifiers import ARXIV_LABEL


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when archive and identifier both name arXiv."""
    if case.entry is None:
        return
    archive = case.entry.text("archiveprefix") or case.entry.text("eprinttype")
    eprint = case.entry.text("eprint")
    match = ARXIV_LABEL.match(eprint)
    if match and archive.strip().casefold() == "arxiv":
        bare = eprint[match.end() :].strip()
        yield Finding(
            "eprint", "styles put the “arXiv:” themselves", Fix({"eprint": bare}), at=match[0]
        )


rule = Rule("ID005", "arxiv-label", check)
