"""Which files an argument names: one file, those in a folder, those a pattern fits."""

import re
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from paracite.errors import ReadError
from paracite.files import STANDARD

#: Suffixes of files that hold references and nothing else; a folder has others (.json, .txt).
LISTS = (".bib", ".bibtex", ".ris", ".nbib", ".enw", ".ciw")
PATTERN = re.compile(r"[*?\[]")


def files_of(arguments: Iterable[str]) -> list[str]:
    """Return the path of each file that arguments name, in order, each once.

    A folder stands for the reference lists in it and below it, hidden folders left out.
    Raises `ReadError` for a folder or pattern without a list.
    """
    return list(dict.fromkeys(path for each in arguments for path in _files(each)))


def is_file_name(argument: str) -> bool:
    """Return whether an argument names files, rather than a citekey or a word."""
    if argument == STANDARD or argument.lower().endswith(LISTS):
        return True
    has_form = Path(argument).suffix or {"/", "\\"} & set(argument) or argument == "."
    return bool(has_form) and (Path(argument).exists() or bool(_fitting(argument)))


def _files(argument: str) -> Iterator[str]:
    path = Path(argument)
    if argument == STANDARD or path.is_file():
        yield argument
    elif path.is_dir():
        found = [str(each) for each in sorted(path.rglob("*")) if _is_list(each, path)]
        if not found:
            hint = f"files looked for: {', '.join(LISTS)}; name another file itself"
            raise ReadError(argument, "has no reference list in it", hint)
        yield from found
    elif PATTERN.search(argument):
        found = _fitting(argument)
        if not found:
            raise ReadError(argument, "no file fits this pattern", "check the path")
        yield from found
    else:
        yield argument  # whoever reads it says what is wrong with it


def _is_list(path: Path, folder: Path) -> bool:
    inside = path.relative_to(folder).parts
    hidden = any(part.startswith(".") or part == "node_modules" for part in inside)
    return not hidden and path.suffix.lower() in LISTS and path.is_file()


def _fitting(pattern: str) -> list[str]:
    """Return the files that a pattern fits, in order of their names."""
    if not PATTERN.search(pattern):
        return []
    found = glob(pattern, recursive=True)  # noqa: PTH207  a Path's takes no absolute pattern
    return sorted(path for path in found if Path(path).is_file())
