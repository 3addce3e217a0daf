r"""HTML or XML in a title.

## What it does
Flags tags of HTML, MathML and JATS in a title, such as publishers' feeds have.

## Why it matters
LaTeX prints the tags as they stand.

## Example
    - title = {Growth of <i>E. coli</i> in H<sub>2</sub>O},
    + title = {Growth of \emph{E. coli} in H\textsubscript{2}O},

## When it is wrong
For a work about markup that has a tag in its title. Lists in formats that allow italics and
the like in titles are not blamed for them.
"""

import re
from collections.abc import Iterator

from paracite.rules import Case, Finding, Fix, Rule

TAG = re.compile(
    r"</?(?:i|em|b|strong|su[bp]|u|sc|br|p|span|font|tt|italic|bold|jats:\w+|mml:\w+|inline-formula|tex-math|math|m[inosr]|mrow|msu[bp])(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
IN_CSL = re.compile(r"</?(?:i|b|su[bp])>|<span [^<>]*>|</span>")
COMMANDS = {
    "i": "emph",
    "em": "emph",
    "italic": "emph",
    "b": "textbf",
    "strong": "textbf",
    "bold": "textbf",
}
COMMANDS |= {"sub": "textsubscript", "sup": "textsuperscript"}
PAIR = re.compile(r"<(i|em|italic|b|strong|bold|sub|sup)>([^<>]*)</\1>", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield a finding for a title or container with tags that its format does not know."""
    for field in ("title", "container_title"):
        text = case.text(field)
        if "<" not in text:
            continue
        match = TAG.search(text if case.entry else IN_CSL.sub("", text))
        if match:
            latex = PAIR.sub(lambda pair: rf"\{COMMANDS[pair[1].lower()]}{{{pair[2]}}}", text)
            fix = Fix({field: latex}) if case.entry and not TAG.search(latex) else None
            yield Finding(field, f"{match[0]} is no text but markup", fix, at=match[0])


rule = Rule("TITLE005", "title-markup", check)
