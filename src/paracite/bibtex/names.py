"""BibTeX's names: `Last, First`, `von Last, Jr, First`, `First von Last`, `{Institution}`.

Source: Markey, "Tame the BeaST", section 11; biblatex manual 3.2, "Name parts".
"""

import re
from functools import lru_cache

from paracite.fields.latex import to_text
from paracite.fields.latex_out import from_text
from paracite.fields.markup import plain
from paracite.fields.names import SUFFIXES, people
from paracite.reference import OTHERS, Name

AND = re.compile(r"(?i:\s+and(?=\s))|\Aand(?=\s)|\s+and\Z")
# Marks that separate; what begins with a backslash or an ampersand is passed over, and so is
# the white space that TeX skips after a command: `Pe\~na`, `Erd\H os`, `J.\,S.`, `&amp;`.
COMMAND = r"\\(?:[A-Za-z]+|[^{}\s&])"
AND_OR_BRACE = re.compile(f"{COMMAND}|[{{}}]|{AND.pattern}")
OTHER_SEPARATORS = re.compile(
    r"(?<=[.,\s])\\?&(?=\s+\w[\w’'-]+, ?\w|\s+(?:\w\. ?)+\w)|[{};]|&#?\w+;|" + COMMAND
)
COMMA_OR_BRACE = re.compile(COMMAND + r"|[{},]")
SPACE_OR_BRACE = re.compile(r"\\(?:[A-Za-z]+|[`'^\"~=.])\s*|\\[^{}\s]|[{}]|(?:\\?[\s~])+")
BRACE = re.compile(r"[{}]")
NOT_PLAIN = re.compile(r"[{}\\~=$`&]|--|''")
KEYED = re.compile(r"\s*\"?([a-z]+(?:-i)?)\s*=\s*(.*?)\"?\s*", re.DOTALL | re.IGNORECASE)
#: names with their initials behind them, as PubMed lists them: `Wilshut E, Brookhuis KA`
LISTED = re.compile(
    r"[^\W\d_][^\s,{}\\]+ (?:[^\W\d_a-z]\.?){1,3}(?:, [^\W\d_][^\s,{}\\]+ (?:[^\W\d_a-z]\.?){1,3})+,?"
)
MOST_COMMAS = 2  #: in `von Last, Jr, First`
MAY_BE_ET_AL = re.compile(r"\bal\b|\bothers\b", re.IGNORECASE)
ET_AL = frozenset(["others", "et al.", "et al"])
NOBODY = Name()


def read(latex: str) -> tuple[Name, ...]:
    """Split a field of names joined by `and`; `others` gives `OTHERS`.

    >>> [str(name) for name in read("van Gogh, Vincent and {World Bank} and others")]
    ['Vincent van Gogh', 'World Bank', 'others']
    """
    return read_noting(latex)[0]


def read_noting(latex: str) -> tuple[tuple[Name, ...], str]:
    """Read a field of names; also say what of it is no BibTeX and was guessed at, or `""`.

    Names that `;` or `&` sets apart, or commas as in print, are taken apart too.

    >>> [str(name) for name in read_noting("Att, Jo; But, Al")[0]]
    ['Jo Att', 'Al But']
    """
    if not latex.strip():
        return (), ""
    pieces, mark = _pieces(latex)
    message = f"names are set apart by “{mark}”, not by “and”" if mark else ""
    found: list[Name] = []
    for piece in pieces:
        if _has_many_commas(piece) or LISTED.fullmatch(piece):
            names = people(_text(piece))
            message = f"names are set apart by commas, not by “and”: read as {len(names)}"
        else:
            names = (read_one(piece),) if piece else ()
        if names in ((), (NOBODY,)):
            message = message or "a name is missing"
        found += names
    return tuple(name for name in found if name != NOBODY), message


def _pieces(latex: str) -> tuple[list[str], str]:
    """Cut a field of names; also return the sign that stands for `and`, where one does."""
    parts = _cut(latex, AND_OR_BRACE) if "{" in latex or "\\" in latex else AND.split(latex)
    mark = ""
    if ";" in latex or "&" in latex:
        cut = [[piece for piece in _cut(part, OTHER_SEPARATORS) if piece.strip()] for part in parts]
        if max(map(len, cut)) > 1:
            mark = ";" if ";" in latex else "&"
        parts = [piece for pieces in cut for piece in pieces or [""]]
    return [part.strip() for part in parts], mark


def _has_many_commas(latex: str) -> bool:
    if latex.count(",") <= MOST_COMMAS:
        return False
    sections = _cut(latex, COMMA_OR_BRACE)
    return len(sections) > MOST_COMMAS + 1 and not _keyed(sections)


@lru_cache(maxsize=1 << 17)
def read_one(latex: str) -> Name:
    """Read one name."""
    if not NOT_PLAIN.search(latex):
        if latex.casefold() in ET_AL:
            return OTHERS
        return _assembled([each.split() for each in latex.split(",")])
    if MAY_BE_ET_AL.search(latex) and plain(_text(latex)).casefold() in ET_AL:
        return OTHERS
    if latex.startswith("{") and _closes_at_end(latex) and not latex.startswith("{\\"):
        return Name(literal=_text(latex[1:-1]))
    sections = _cut(latex, COMMA_OR_BRACE)
    if "=" in latex and (keyed := _keyed(sections)):
        return keyed
    name = _assembled([_words(each) for each in sections])
    return Name(
        _text(name.family),
        _text(name.given),
        non_dropping_particle=_text(name.non_dropping_particle),
        suffix=_text(name.suffix),
    )


def _assembled(sections: list[list[str]]) -> Name:
    """Make a name of the words between its commas."""
    if len(sections) == 1:
        first, von, last = _first_von_last(sections[0])
        return Name(" ".join(last), " ".join(first), non_dropping_particle=" ".join(von))
    if len(sections) > 2 and _is_suffix(sections[-1]) and not _is_suffix(sections[1]):
        sections = [sections[0], *sections[2:], sections[1]]  # `Last, First, Jr.`, as in print
    von, last = _von(sections[0])
    return Name(
        " ".join(last),
        " ".join(sections[-1]),
        non_dropping_particle=" ".join(von),
        suffix=", ".join(" ".join(words) for words in sections[1:-1]),
    )


def _is_suffix(words: list[str]) -> bool:
    return len(words) == 1 and words[0].casefold().rstrip(".") in SUFFIXES


def write(names: tuple[Name, ...], *, keyed: bool = False) -> str:
    """Write names as a field of BibTeX, each so that it is read as it was.

    `keyed` lets biblatex's own form tell that a particle drops; BibTeX knows no such thing.
    """
    return " and ".join(
        _write_keyed(name) if keyed and name.dropping_particle else write_one(name)
        for name in names
    )


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
    last = f"{from_text(particle)} {family}".strip()
    return ", ".join(filter(None, (last, _part(name.suffix), from_text(name.given) or "{}")))


def _write_keyed(name: Name) -> str:
    parts = {
        "family": " ".join(filter(None, (name.non_dropping_particle, name.family))),
        "given": name.given,
        "prefix": name.dropping_particle,
        "suffix": name.suffix,
    }
    written = (f"{part}={{{from_text(text)}}}" for part, text in parts.items() if text)
    return ", ".join((*written, "useprefix=false"))


def _part(text: str) -> str:
    """Write a part of a name; braces keep one together that would read as several."""
    latex = from_text(text)
    first, _, more = text.strip().partition(" ")
    apart = "," in text or AND.search(f" {text} ") or (more and _is_low(first))
    return f"{{{latex}}}" if apart else latex


def _text(latex: str) -> str:
    return " ".join(to_text(latex).split()) if latex else ""


def _first_von_last(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Part `First von Last`: the last word, and what is in lower case before it."""
    start = next((i for i, word in enumerate(words[:-1]) if _is_low(word)), len(words) - 1)
    von, last = _von(words[start:])
    return words[:start], von, last


def _von(words: list[str]) -> tuple[list[str], list[str]]:
    """Split `von der Last`: up to the last word in lower case that is not the very last."""
    if len(words) < 2 or not _is_low(words[0]):  # `Last de Last` keeps all as the last name
        return [], words
    end = max(i for i, word in enumerate(words[:-1]) if _is_low(word)) + 1
    return words[:end], words[end:]


def _is_low(word: str) -> bool:
    """Return whether the first letter outside braces is in lower case."""
    if word[0].isalpha():
        return _is_small(word[0])
    if word[0] == "{" and word[1:2] != "\\":
        return False
    return _is_small(next((c for c in _text(word) if c.isalpha()), ""))


def _is_small(letter: str) -> bool:
    """Return whether a letter is a small one; Georgian, though it has others, is written in these."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def _words(latex: str) -> list[str]:
    return [word for word in _cut(latex, SPACE_OR_BRACE) if word]


def _cut(latex: str, marks: re.Pattern[str]) -> list[str]:
    """Split at the marks that stand outside braces and are no braces or commands."""
    parts: list[str] = []
    depth = start = 0
    for match in marks.finditer(latex):
        mark = match[0]
        if mark in "{}":
            depth = max(0, depth + (1 if mark == "{" else -1))
        elif not depth and not _is_command(mark):
            parts.append(latex[start : match.start()])
            start = match.end()
    return [*parts, latex[start:]]


def _is_command(mark: str) -> bool:
    """Return whether a mark is a command or an entity, and separates nothing."""
    if mark[0] == "\\":
        return mark != r"\&" and not mark[1].isspace()
    return mark[0] == "&" and len(mark) > 1


def _closes_at_end(latex: str) -> bool:
    """Return whether the brace that opens `latex` closes at its very end."""
    depth = 0
    for match in BRACE.finditer(latex):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.end() == len(latex)
    return False


def _keyed(sections: list[str]) -> Name | None:
    """Read biblatex's `family=Gogh, given=Vincent, given-i=V, prefix=van, useprefix=true`.

    Initials (`given-i`) say what the part says, and options only how a name is sorted.
    """
    matches = [match for section in sections if (match := KEYED.fullmatch(section))]
    parts = {match[1].casefold(): _text(match[2]) for match in reversed(matches)}
    if len(matches) < len(sections) or parts.keys().isdisjoint(("family", "given")):
        return None
    drops = parts.get("useprefix", "true").casefold() in ("false", "0")
    prefix = parts.get("prefix", "")
    return Name(
        parts.get("family", ""),
        parts.get("given", ""),
        dropping_particle=prefix if drops else "",
        non_dropping_particle="" if drops else prefix,
        suffix=parts.get("suffix", ""),
    )
