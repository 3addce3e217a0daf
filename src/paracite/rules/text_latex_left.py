r"""LaTeX in a list that knows none.

## What it does
Flags commands such as `\textit{` and accents such as `{\"o}` in lists other than .bib files.

## Why it matters
Word processors and web pages print them as they stand.

## Example
    - [{"id": "a", "type": "book", "title": "Gr{\\\"o}nland"}]
    + [{"id": "a", "type": "book", "title": "Grönland"}]

## When it is wrong
For a work about LaTeX.
"""

import re
from collections.abc import Iterator

from paracite.fields.latex import to_text
from paracite.rules import Case, Finding, Fix, Rule

COMMAND = re.compile(
    r"\{?\\(?:[\"'`^~=.]\{?[A-Za-z]|(?:text(?:it|bf|rm|sc)|emph|mathrm|ss|ae|o|aa|c|v|u|H|l|L|O|AE|OE)\b)|\\&"
)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for each field of a list without LaTeX that has a command of it."""
    for name, text in () if case.entry else case.prose:
        if "\\" in text and (match := COMMAND.search(text)):
            yield Finding(
                name, f"“{match[0]}” is LaTeX", Fix({name: to_text(text)}, safe=False), at=match[0]
            )


rule = Rule("TEXT010", "latex-left-over", check)
