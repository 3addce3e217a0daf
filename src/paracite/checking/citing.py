"""The keys that manuscripts cite."""

import re
from collections.abc import Iterable

from paracite.files import read_bytes
from paracite.text import decode

# \cite, \citep[see][12]{a,b}, \nocite{*}; @key and [@key] of Markdown; \citation of .aux files.
LATEX = re.compile(r"\\(?:[A-Za-z]*[cC]ite[A-Za-z]*|citation)\*?(?:\s*\[[^\]]*\])*\s*\{([^{}]*)\}")
MARKDOWN = re.compile(r"(?<![\w@.])@\{?([A-Za-z0-9_][\w:.#$%&\-+?<>~/]*)")
COMMENT = re.compile(r"(?<!\\)%[^\n]*")


def keys(paths: Iterable[str]) -> frozenset[str]:
    """Collect the keys cited in files; `*` where one cites everything.  Raises `ReadError`."""
    found: set[str] = set()
    for path in paths:
        text = decode(read_bytes(path))[0]
        if path.lower().endswith((".md", ".qmd", ".rmd", ".markdown", ".typ")):
            found |= {match[1].rstrip(".:") for match in MARKDOWN.finditer(text)}
        else:
            for match in LATEX.finditer(COMMENT.sub("", text)):
                found |= {key.strip() for key in match[1].split(",")} - {""}
    return frozenset(found)
