"""BibTeX's names: `Last, First`, `von Last, Jr, First`, `First von Last`, `{Institution}`.

Source: Markey, "Tame the BeaST", section 11; biblatex manual 3.2, "Name parts".
"""

import re
from functools import lru_cache

from paracite.fields.latex import to_text
from paracite.fields.latex_out import from_text
from paracite.reference import OTHERS, Name

AND = re.compile(r"\s+and\s+", re.IGNORECASE)
MARK = re.compile(r"[{}]|\s+and(?=\s)|\s*,\s*|[\s~]+", re.IGNORECASE)
PLAIN = re.compile(r"[^{}\\,~=]+")
COMMAND = re.compile(r"\\[A-Za-z]+|\\.|[{}]")
PARTS = ("family", "given", "prefix", "suffix")
KEYED = re.compile(r"\s*(family|given|prefix|suffix|useprefix)(?:-i)?\s*=\s*(.*)", re.DOTALL)


def read(latex: str) -> tuple[Name, ...]:
    """Split a field of names joined by `and`; `others` gives `OTHERS`.

    >>> [str(name) for name in read("van Gogh, Vincent and {World Bank} and others")]
    ['Vincent van Gogh', 'World Bank', 'others']
    """
    if "{" in latex:
        parts = _cut(latex, re.compile(r"\s+and(?=\s)", re.IGNORECASE))
    else:
        parts = AND.split(latex)
    return tuple(read_one(part) for each in parts if (part := each.strip()))


@lru_cache(maxsize=1 << 17)
def read_one(latex: str) -> Name:
    """Read one name."""
    if latex.casefold() in ("others", "et al.", "et al"):
        return OTHERS
    if PLAIN.fullmatch(latex):
        return _first_last(latex.split(), plain=True)
    if latex.startswith("{") and _closes_at_end(latex) and not latex.startswith("{\\"):
        return Name(literal=_text(latex[1:-1]))
    sections = [each.strip() for each in _cut(latex, re.compile(r","))]
    if "=" in latex and (keyed := _keyed(sections)):
        return keyed
    if len(sections) == 1:
        return _first_last(_words(latex))
    last, *middle, first = sections
    von, family = _von(_words(last))
    return Name(
        _text(" ".join(family)),
        _text(first),
        non_dropping_particle=_text(" ".join(von)),
        suffix=_text(", ".join(middle)),
    )


def write(names: tuple[Name, ...]) -> str:
    """Write names as a field of BibTeX, each so that it is read as it was."""
    return " and ".join(map(write_one, names))


@lru_cache(maxsize=1 << 17)
def write_one(name: Name) -> str:
    """Write one name."""
    if name == OTHERS:
        return "others"
    if name.literal:
        return f"{{{from_text(name.literal)}}}"
    particle = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    family = _part(name.family)
    if not name.given and not name.suffix:
        whole = f"{particle} {family}".strip()
        return whole if not particle and " " not in name.family else f"{whole},"
    last = f"{_part(particle)} {family}".strip()
    return ", ".join(filter(None, (last, _part(name.suffix), from_text(name.given) or "{}")))


def _part(text: str) -> str:
    """Write a part of a name; one with a comma or `and` in it is put in braces."""
    latex = from_text(text)
    return f"{{{latex}}}" if "," in text or AND.search(f" {text} ") else latex


def _text(latex: str) -> str:
    return " ".join(to_text(latex).split()) if latex else ""


def _first_last(words: list[str], *, plain: bool = False) -> Name:
    """Read `First von Last`: the last word, and what is in lower case before it."""
    start = next((i for i, word in enumerate(words[:-1]) if i and _is_low(word)), 0)
    if words and len(words) > 1 and _is_low(words[0]):
        von, family = _von(words)
        first: list[str] = []
    elif start:
        first = words[:start]
        von, family = _von(words[start:])
    else:
        first, von, family = words[:-1], [], words[-1:]
    read = " ".join if plain else (lambda part: _text(" ".join(part)))
    return Name(read(family), read(first), non_dropping_particle=read(von))


def _von(words: list[str]) -> tuple[list[str], list[str]]:
    """Split `von der Last`: up to the last word in lower case that is not the very last."""
    if len(words) < 2 or not _is_low(words[0]):  # `Last de Last` keeps all as the last name
        return [], words
    end = max(i for i, word in enumerate(words[:-1]) if _is_low(word)) + 1
    return words[:end], words[end:]


def _is_low(word: str) -> bool:
    """Tell whether the first letter outside braces is in lower case."""
    if word[:1] == "{" and word[1:2] != "\\":
        return False
    letters = to_text(word) if "\\" in word else word
    first = next((c for c in letters if c.isalpha()), "")
    return first.islower()


def _words(latex: str) -> list[str]:
    return [word for word in _cut(latex, re.compile(r"[\s~]+")) if word]


def _cut(latex: str, mark: re.Pattern[str]) -> list[str]:
    """Split at `mark` outside braces."""
    parts: list[str] = []
    depth = start = 0
    for match in re.finditer(rf"[{{}}]|{mark.pattern}", latex, mark.flags):
        if match[0] in "{}":
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif not depth:
            parts.append(latex[start : match.start()])
            start = match.end()
    return [*parts, latex[start:]]


def _closes_at_end(latex: str) -> bool:
    """Tell whether the brace that opens `latex` closes at its very end."""
    depth = 0
    for match in re.finditer(r"[{}]", latex):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.end() == len(latex)
    return False


def _keyed(sections: list[str]) -> Name | None:
    """Read biblatex's `family=Gogh, given=Vincent, prefix=van, useprefix=true`."""
    matches = [KEYED.fullmatch(section) for section in sections]
    given = {match[1]: match[2].strip('" ') for match in matches if match}
    if len(given) < len(sections) or "family" not in given:
        return None
    drops = given.get("useprefix", "true") == "false"
    prefix = _text(given.get("prefix", ""))
    return Name(
        _text(given["family"]),
        _text(given.get("given", "")),
        dropping_particle=prefix if drops else "",
        non_dropping_particle="" if drops else prefix,
        suffix=_text(given.get("suffix", "")),
    )
