"""Address in place of a journal or publisher.

## What it does
Flags a container title or publisher that is a web address.

## Why it matters
A journal has a name; the address belongs into the URL field, and it often comes from a
reference manager that guessed.

## Example
    - journal = {Http://Kemdikbud.Go.Id/},
    + journal = {Jurnal Pendidikan dan Kebudayaan},

## When it is wrong
For the few magazines whose name is their domain (`Salon.com`): a bare domain is only
flagged with `www.` or `http` before it.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Rule

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s{}]+[\s{}]*", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field that should hold a name and is an address."""
    for field in ("container_title", "publisher"):
        value = getattr(case.reference, field).strip()
        if value and ADDRESS.fullmatch(value):
            what = "publisher" if field == "publisher" else "container"
            yield Finding(field, f"the {what} is a web address, not a name")


rule = Rule("URL005", "url-as-name", check)
