r"""Reference that no manuscript cites.

## What it does
With `--cited FILE`, flags references whose key stands in none of the manuscripts, nor in a
file that they include.

## Why it matters
Journals want a list of what is cited.

## Example
      % with a manuscript that only says \cite{snow}
      @misc{snow, title = {Snow}}
    - @misc{ice, title = {Ice}}

## When it is wrong
After `\nocite{*}`, which cites everything, and where a cited entry inherits from another one, is a
set of others or has `ids`: these are understood.
"""

from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding when the keys that are cited are known and this is none of them."""
    cited = case.listing.cited
    key = case.reference.citekey
    if cited is not None and not cited.has(key) and key not in case.listing.used:
        yield Finding("citekey", f"{case.reference.citekey} is cited nowhere")


rule = Rule("KEY005", "key-unused", check)
