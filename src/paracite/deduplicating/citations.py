"""Citekeys in the files that cite: LaTeX, Markdown (Pandoc, Quarto), Typst and Org.

Only keys where they are cited are replaced; all other text stays.  Code blocks of
Markdown and Typst are left alone.

Sources: natbib and biblatex manuals (citation commands); Pandoc User's Guide,
"Citation syntax"; Typst reference, "cite"; Org manual, "Citations"; org-ref manual.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from paracite.errors import ParaciteError

OPTION = r"(?:\s*\[(?:[^\[\]{}]|\{[^{}]*\})*\]|\s*\([^()]*\))"
LATEX = re.compile(
    r"(\\(?!citestyle|citereset)(?:[A-Za-z]*[cC]ite[A-Za-z]*|bibentry)\*?)"
    rf"((?:{OPTION}*\s*\{{[^{{}}]*\}})+)"
)
BRACED = re.compile(rf"({OPTION}*\s*\{{)([^{{}}]*)(?=\}})")
CODE = r"(?:^|(?<=\n))(?P<fence>```+|~~~+).*?\n(?P=fence)|`[^`\n]+`"
AT = re.compile(
    rf"{CODE}|(?<![\w@])@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<key>\w[\w:.#$%&+?<>~/-]*))", re.DOTALL
)
CITE_CALL = re.compile(r"(\bcite\(\s*<)([^<>]+)(?=>)")
ORG = re.compile(r"(\[cite(?:/[\w/-]+)?:)([^\]]*)(?=\])")
ORG_KEY = re.compile(r"(@)([\w:.#$%&+?<>~/-]+)")
ORG_REF = re.compile(r"(?<![\w\[/])([a-zA-Z]*cite[a-zA-Z]*:)(&?[\w:.-]+(?:[,;]\s?&?[\w:.-]+)*)")
LISTED = re.compile(r"[^\s,;&]+")

Keys = Mapping[str, str]


def rewrite(path: str, text: str, keys: Keys) -> str:
    """Replace the keys cited in a text, whose format the path's suffix tells.

    Raises `ParaciteError` for a suffix that is not known.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in FORMATS:
        known = " ".join(FORMATS)
        raise ParaciteError(f"{path}: citations in {suffix or 'such a file'} are not known", known)
    return FORMATS[suffix](text, keys)


def latex(text: str, keys: Keys) -> str:
    r"""Replace keys in `\cite`, its relatives and its plurals (`\cites[1]{a}[2]{b}`)."""

    def cited(match: re.Match[str]) -> str:
        return match[1] + BRACED.sub(lambda each: each[1] + _listed(each[2], keys), match[2])

    return LATEX.sub(cited, text)


def markdown(text: str, keys: Keys) -> str:
    """Replace keys in `@a`, `[@a; -@b]` and `@{a}`; code is left alone."""

    def cited(match: re.Match[str]) -> str:
        if match["braced"]:
            return f"@{{{keys.get(match['braced'], match['braced'])}}}"
        return "@" + _bare(match["key"], keys) if match["key"] else match[0]

    return AT.sub(cited, text)


def typst(text: str, keys: Keys) -> str:
    """Replace keys in `@a` and `#cite(<a>)`."""
    called = CITE_CALL.sub(lambda match: match[1] + keys.get(match[2], match[2]), text)
    return markdown(called, keys)


def org(text: str, keys: Keys) -> str:
    """Replace keys in `[cite:@a;@b]` and in the links of org-ref, `cite:a,b`."""

    def cited(match: re.Match[str]) -> str:
        return match[1] + ORG_KEY.sub(lambda each: each[1] + _bare(each[2], keys), match[2])

    linked = ORG_REF.sub(lambda match: match[1] + _listed(match[2], keys), text)
    return ORG.sub(cited, linked)


def _listed(text: str, keys: Keys) -> str:
    return LISTED.sub(lambda match: keys.get(match[0], match[0]), text)


def _bare(key: str, keys: Keys) -> str:
    """Replace a key that ends where its sentence's punctuation starts."""
    name = key.rstrip(":.?<>~/-+&#$%")
    return keys.get(key) or keys.get(name, name) + key[len(name) :]


FORMATS: dict[str, Callable[[str, Keys], str]] = {
    **dict.fromkeys((".tex", ".ltx", ".rnw"), latex),
    **dict.fromkeys((".md", ".markdown", ".qmd", ".rmd"), markdown),
    ".typ": typst,
    ".org": org,
}
