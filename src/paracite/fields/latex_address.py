r"""The LaTeX of addresses and identifiers: what only stands for a character of theirs.

Sources: hyperref manual (`\href`, `\nolinkurl`); url package; BibTeX's `$<$` of old DOIs.
"""

import html
import re

SIGNS = {
    "sim": "~",
    "textasciitilde": "~",
    "textunderscore": "_",
    "textpercent": "%",
    "textless": "<",
    "lt": "<",
    "textgreater": ">",
    "gt": ">",
    "slash": "/",
    "-": "",  # `\-`, `\/`: where a line may be broken
    "/": "",
    "allowbreak": "",
}
NO_BRACES = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*"
AROUND = re.compile(
    rf"\{{({NO_BRACES})\}}|<(https?://[^<>\s]+)>"
    rf"|\\(?:url|nolinkurl|path|href|doi|texttt)\s*\{{({NO_BRACES})\}}(?:\{{{NO_BRACES}\}})?"
)
_COMMAND = (
    rf"\\(?:string\s*\\?)?(?:({'|'.join(filter(str.isalpha, SIGNS))})(?![A-Za-z])(?:\{{\}}|\s+)?"
    r"|([&%$#_~^/{}-])(?:\{\})?)"
)
SIGN = re.compile(rf"\{{{_COMMAND}\}}|\${_COMMAND}\$|{_COMMAND}|\$([<>=+])\$")
SIGN_IN_BRACES = re.compile(r"\{([^{}A-Za-z0-9]?)\}")
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8}\d?);", re.IGNORECASE)
IN_ADDRESS = re.compile(rf"[\\{{}}$]|{ENTITY.pattern}|\A\s*<", re.IGNORECASE)


def address(latex: str) -> str:
    r"""Turn the LaTeX of an address or identifier into the bare one.

    Commands and braces around it, escapes, signs in mathematics and HTML's entities go.

    >>> address(r"{\url{https://a.org/$\sim$b{\_}c?d=\%20&amp;e}}")
    'https://a.org/~b_c?d=%20&e'
    """
    if not IN_ADDRESS.search(latex):
        return latex.strip()
    text = latex.strip()
    while match := AROUND.fullmatch(text):
        text = match[match.lastindex or 0].strip()
    text = SIGN_IN_BRACES.sub(r"\1", SIGN.sub(_sign, text))
    return ENTITY.sub(lambda entity: html.unescape(entity[0]), text)


def _sign(match: re.Match[str]) -> str:
    sign = match[match.lastindex or 0]
    return SIGNS.get(sign, sign)
