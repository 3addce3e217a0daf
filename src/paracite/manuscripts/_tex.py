r"""Citing commands of LaTeX, which stand in Markdown and Org as well.

Sources: the manuals of LaTeX2e, natbib, biblatex, apacite, REVTeX, multibib and bibentry.
"""

import re
from collections.abc import Iterator

from paracite.manuscripts import Kind, Mark

# What TeX skips between the parts of a command, and what may stand in braces there.
GAP = r"(?:\s|%[^\n]*\n)*+"
INNERMOST = r"\{(?:[^{}\\]|\\.)*+\}"
INNER = rf"\{{(?:[^{{}}\\]|\\.|{INNERMOST})*+\}}"
BRACED = rf"\{{(?:[^{{}}\\]|\\.|{INNER})*+\}}"
OPTION = (
    rf"(?:\[(?:[^\[\]{{}}\\%]|\\.|%[^\n]*\n|{BRACED})*+\]"
    r"|<[^<>{}\[\]\\\n]*+>)"
)
PAIR = rf"\((?:[^(){{}}\\%]|\\.|%[^\n]*\n|{BRACED})*+\)"
GROUP = r"\{((?:[^{}%]|%[^\n]*\n)*+)\}"
SINGLE = re.compile(rf"(?:{GAP}{OPTION})*+{GAP}{GROUP}", re.DOTALL)
PLURAL = re.compile(rf"(?:{GAP}(?:{OPTION}|{PAIR}))*+{GAP}{GROUP}", re.DOTALL)


WORD = r"[A-Za-z@]++\*?"
CITING = re.compile(r"[cC]ite")
OTHERS = frozenset(["bibentry", "citation"])
# What sets citations up, and English words.
NOT_CITING = re.compile(
    r"(?:Declare|AtEvery|AtNext|if|set|mk|the)[A-Za-z]*[cC]ite|newcites|bibcite|citetext\Z"
    r"|def(?!citealias)|(?:ex|in|re|soli|expli|eli)cite"
    r"|[A-Za-z]*[cC]ite(?:style|reset|setup|color|numfont|indextype|punct|dash|mid|left|right)"
)
MANY = re.compile(r"[A-Za-z]*[cC]ite(?:s|texts)\*?")
SECOND = re.compile(r"[A-Za-z]*volcites?\*?|abx@aux@cite")  # a volume or a number comes first
KEY = re.compile(r"%[^\n]*\n|(?P<mark>\*(?=[^\s,%]))?(?P<key>[^\s,%](?:[^,%]*[^\s,%])?)")


def citations(text: str, word: str, end: int) -> Iterator[Mark]:
    r"""Yield the keys of a command `\word` that ends at `end`; none where it cites nothing."""
    if not (CITING.search(word) or word in OTHERS) or NOT_CITING.match(word):
        return
    many = MANY.fullmatch(word) is not None
    argument = PLURAL if many else SINGLE
    before = 1 if SECOND.fullmatch(word) else 0
    while match := argument.match(text, end):
        for _ in range(before):
            match = argument.match(text, match.end()) or match
        end = match.end()
        yield from _keys(match, word)
        if not many:
            return


def _keys(match: re.Match[str], word: str) -> Iterator[Mark]:
    """Yield each key of a group; the number of an argument, in a definition, is none."""
    kind: Kind = "cite"
    if word.startswith("nocite"):
        kind = "nocite"
    elif word == "defcitealias":  # gives a name to a work, which is cited by another command
        kind = "reference"
    for found in KEY.finditer(match.string, *match.span(1)):
        key = found["key"]
        if key and "#" not in key:
            start, end = found.span("key")
            yield Mark("macro" if "\\" in key else kind, key, start, end, f"\\{word}")


def spell(text: str, key: str, mark: Mark) -> str:
    """Write a key in a citing command; `""` for one that would end it."""
    del text, mark
    return key if re.fullmatch(r"[^\s,{}%#\\~^&$]+", key) else ""
