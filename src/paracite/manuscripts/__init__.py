"""Manuscripts: each plug-in knows how one language cites, includes and names lists.

A plug-in only finds words in a text: keys that are cited, files that are included, lists
that are named.  Places, following what is included and rewriting are the same for all.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from paracite import plugins
from paracite.errors import ParaciteError, Problem, ReadError
from paracite.files import read_bytes
from paracite.text import decode

__all__ = ["Citations", "CitedKey", "Manuscript", "Mark", "cited", "follow", "named", "rewrite"]

Kind = Literal["cite", "nocite", "reference", "macro", "label", "part", "optional", "bibliography"]
KEYS = frozenset(["cite", "nocite", "reference"])
EVERYTHING = "*"  #: the key that stands for all of a list, as in `\nocite{*}`
NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Mark:
    r"""A word of a manuscript that names a key or a file; `text[start:end]` is what it takes.

    A "reference" is a key that has the form of a cross reference (`@fig-map`): it is a
    citation only where a list has it.  A "macro" stands where keys should (`\cite{\all}`).
    A "label" is what cross references lead to, so the same word is no citation.  A "part"
    is a file that is included, "optional" where it may be missing.
    """

    kind: Kind
    value: str
    start: int
    end: int
    command: str  #: as written: `\citep*`, `@`, `cite/t`


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A language: its name, the suffixes of its files, how it is scanned and spelt.

    `scan` yields the marks of a text in order, in one pass.  `spell` writes a key in place of a
    mark; it returns `""` where the language cannot name such a key there.
    """

    name: str
    suffixes: tuple[str, ...]
    scan: Callable[[str], Iterable[Mark]]
    spell: Callable[[str, str, Mark], str]


@dataclass(frozen=True, slots=True)
class CitedKey:
    r"""A key where it is cited; lines and columns count from 1, of its first character.

    `nocite`: in the list though no text shows it.  `sure` is false for what may as well be a
    cross reference.
    """

    key: str
    path: str
    offset: int
    line: int
    column: int
    command: str
    nocite: bool = False
    sure: bool = True


@dataclass(frozen=True)
class Citations:
    """What manuscripts cite, with all they include, in the order in which it is read.

    `bibliographies` are the files of the lists they name, `problems` what could not be followed,
    `missing` the lists that are named and not found beside them.
    """

    keys: tuple[CitedKey, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)  #: each file that was read, by its path
    bibliographies: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    missing: tuple[Problem, ...] = ()

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Each key once."""
        return frozenset(each.key for each in self.keys)

    def has(self, key: str) -> bool:
        r"""Return whether a key is cited, be it by `\nocite{*}`."""
        return key in self.distinct or EVERYTHING in self.distinct

    def source_line(self, place: CitedKey) -> str:
        """Return the line of a place, without its end."""
        text = self.texts.get(place.path, "")
        start = place.offset - place.column + 1
        end = NEWLINE.search(text, place.offset)
        return text[start : end.start() if end else len(text)]


def names() -> tuple[str, ...]:
    """Name every language of manuscripts."""
    return plugins.names(sys.modules[__name__])


@cache
def manuscript(name: str) -> Manuscript:
    """Return the language `name`, one of `names()`."""
    found: Manuscript = plugins.load(sys.modules[__name__], name).manuscript
    return found


def named(path: str) -> Manuscript:
    """Return the language of a file, by its suffix.  Raises `ParaciteError` for an unknown one."""
    found = _by_suffix(path)
    if found is None:
        suffixes = " ".join(
            sorted(suffix for name in names() for suffix in manuscript(name).suffixes)
        )
        shown = Path(path).suffix or "such a file"
        raise ParaciteError(f"{path}: citations in {shown} are not known", f"known: {suffixes}")
    return found


def cited(path: str, text: str) -> tuple[CitedKey, ...]:
    """Return the keys that one text cites; the path only names the language and the place."""
    marks = list(named(path).scan(text))
    lines, labels = _Lines(text), _labels(marks)
    keys = (_cited_key(path, text, mark, lines) for mark in marks if mark.kind in KEYS)
    return tuple(key for key in keys if key.key not in labels)


def rewrite(path: str, text: str, keys: Mapping[str, str]) -> str:
    """Return the text with new keys for old ones where they are cited, else as it was.

    Raises `ParaciteError` for a suffix that is not known, and where the language cannot
    name a new key.
    """
    language = named(path)
    marks = list(language.scan(text))
    labels = _labels(marks)
    pieces: list[str] = []
    done = 0
    for mark in marks:
        new = keys.get(mark.value, mark.value)
        if mark.kind not in KEYS or mark.value in labels or new == mark.value:
            continue
        spelt = language.spell(text, new, mark)
        if not spelt:
            line, column = _Lines(text).place(mark.start)
            raise ParaciteError(
                f"{path}:{line}:{column}: {new!r} cannot be written for {mark.value!r} here",
                "give the entry a plainer key first: paracite rename",
            )
        pieces += [text[done : mark.start], spelt]
        done = mark.end
    return "".join([*pieces, text[done:]])


def follow(paths: Iterable[str]) -> Citations:
    """Read manuscripts and all they include, each file once.

    Raises `ReadError` where one of the manuscripts themselves cannot be read, `ParaciteError`
    where its language is not known; what is included and cannot be read is a problem.
    """
    reading = _Following()
    for path in paths:
        reading.read(path)
    labels = frozenset(reading.labels)
    return Citations(
        tuple(each for each in reading.keys if each.key not in labels),
        reading.texts,
        tuple(dict.fromkeys(reading.bibliographies)),
        tuple(reading.problems),
        tuple(reading.missing),
    )


class _Lines:
    """Offsets of a text as lines and columns."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in NEWLINE.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class _Following:
    """What is collected while manuscripts and their parts are read."""

    def __init__(self) -> None:
        self.keys: list[CitedKey] = []
        self.texts: dict[str, str] = {}
        self.bibliographies: list[str] = []
        self.problems: list[Problem] = []
        self.missing: list[Problem] = []
        self.labels: set[str] = set()
        self.seen: set[Path] = set()

    def read(self, root: str) -> None:
        """Read one manuscript; a part is read where it is included, so that order is kept."""
        language = named(root)
        if not self._is_new(root):
            return
        text = decode(read_bytes(root))[0]
        waiting = [_File(root, text, language, root)]
        walks = [self._walk(waiting[0])]
        while walks:
            part = next(walks[-1], None)
            if part is None:
                walks.pop()
            else:
                walks.append(self._walk(part))

    def _is_new(self, path: str) -> bool:
        known = Path(path).resolve()
        new = known not in self.seen
        self.seen.add(known)
        return new

    def _walk(self, file: "_File") -> Iterator["_File"]:
        """Collect what a file cites and names; yield each file it includes."""
        self.texts[file.path] = file.text
        marks = list(file.language.scan(file.text))
        self.labels |= _labels(marks)
        lines = _Lines(file.text)
        for mark in marks:
            if mark.kind in KEYS:
                self.keys.append(_cited_key(file.path, file.text, mark, lines))
            elif mark.kind != "label":
                yield from self._file(file, mark, lines)

    def _file(self, file: "_File", mark: Mark, lines: _Lines) -> Iterator["_File"]:
        """Find a file that is named: keep a list's path, yield a part."""
        value = mark.value.replace("\\jobname", Path(file.root).stem)
        problem = _problem(file.path, mark, lines, f"{mark.command}: there is no {value}")
        if "\\" in value:
            message = f"{mark.command} names {value}: macros are not followed"
            self.problems.append(replace(problem, message=message))
            return
        found = _find(value, file, mark)
        if mark.kind == "bibliography":
            if found:
                self.bibliographies.append(found)
            else:
                self.missing.append(problem)
        elif found and self._is_new(found):
            try:
                text = decode(read_bytes(found))[0]
            except ReadError as error:
                self.problems.append(replace(problem, message=f"{mark.command}: {error}"))
            else:
                yield _File(found, text, _by_suffix(found) or file.language, file.root)
        elif not found and mark.kind == "part":
            self.problems.append(problem)


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it is read: `root` is the manuscript that includes it, or itself."""

    path: str
    text: str
    language: Manuscript
    root: str


def _find(value: str, file: _File, mark: Mark) -> str:
    """Return the path of a file that is named: beside the file, else beside the manuscript."""
    suffix = "" if mark.kind == "bibliography" else file.language.suffixes[0]
    for folder in dict.fromkeys((Path(file.path).parent, Path(file.root).parent)):
        for name in dict.fromkeys((value, value + suffix)):
            path = folder / name.lstrip("/") if name.startswith("/") else folder / name
            with suppress(OSError, ValueError):  # a name too long, or with a zero byte
                if path.is_file():
                    return str(path)
    return ""


def _by_suffix(path: str) -> Manuscript | None:
    suffix = Path(path).suffix.lower()
    languages = map(manuscript, names())
    return next((each for each in languages if suffix in each.suffixes), None)


def _labels(marks: Iterable[Mark]) -> frozenset[str]:
    return frozenset(mark.value for mark in marks if mark.kind == "label")


def _cited_key(path: str, text: str, mark: Mark, lines: _Lines) -> CitedKey:
    offset = max(text.find(mark.value, mark.start, mark.end), mark.start)
    line, column = lines.place(offset)
    nocite, sure = mark.kind == "nocite", mark.kind != "reference"
    return CitedKey(mark.value, path, offset, line, column, mark.command, nocite, sure)


def _problem(path: str, mark: Mark, lines: _Lines, message: str) -> Problem:
    return Problem(path, *lines.place(mark.start), message)
