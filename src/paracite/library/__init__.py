"""The user's own .bib file: read, changed by splices, written all or nothing, undone.

Whoever writes holds the file's lock, and checks that the bytes are still those the
change was made from.  The former version is saved before the file is replaced, so at
every moment the file is the old or the new one and the old one can be had back.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from glob import escape
from itertools import islice
from pathlib import Path

from paracite import files, readers
from paracite.bibtex.document import Document, parse
from paracite.errors import ParaciteError, WriteError
from paracite.library import history
from paracite.library.lock import locked

ABANDONED = 3600.0  #: seconds after which a temporary file is nobody's any more
SUFFIXES = (".bib", ".bibtex")


def read(path: str) -> bytes:
    """Read a library that is to be edited.

    Raises `ReadError` where there is none, and `WriteError` where the file is no BibTeX.
    """
    if path == files.STANDARD:
        raise WriteError("stdin", "cannot be edited", "name a .bib file with --file")
    data = files.read_bytes(path)
    document = readers.Document(path, data)
    if document.suffix not in SUFFIXES and data.strip():
        name = readers.recognise(document).name
        if name != "bibtex":
            hint = f"turn it into one: paracite read {path} -o references.bib"
            raise WriteError(path, f"is not a .bib file but {name}, and cannot be edited", hint)
    return data


def change(path: str, edit: Callable[[Document], Document], *, may_be_new: bool = False) -> bool:
    """Replace a library by what `edit` makes of it; tell whether that differs.

    Raises `ReadError` and `WriteError`; then nothing was changed.
    """
    with locked(path):
        former = None if may_be_new and not Path(path).exists() else read(path)
        return _replace(path, former, edit(parse(former or b"", path)).data)


def save(path: str, former: bytes | None, new: bytes) -> bool:
    """Write a library whose bytes were `former` (None: there was no file).

    Raises `WriteError` where they are not `former` any more.
    """
    with locked(path):
        return _replace(path, former, new)


def write(path: str, new: bytes) -> None:
    """Write an output, whatever stands there; `undo` brings that back.  Raises `WriteError`."""
    target = Path(path)
    if path == files.STANDARD or not target.is_file():
        files.write_bytes(path, new)
        return
    with locked(path):
        _replace(path, files.read_bytes(path), new)


def save_together(changes: Sequence[tuple[str, bytes, bytes]]) -> None:
    """Write several files (path, former bytes, new ones); undoing the first undoes them all.

    Raises `WriteError`; the files written before then can be undone one by one.
    """
    changed = [each for each in changes if each[1] != each[2]]
    for path, former, new in reversed(changed):
        save(path, former, new)
    if len(changed) > 1:
        history.join(changed[0][0], [path for path, *_ in changed[1:]])


def undo(path: str, steps: int = 1) -> history.Version:
    """Bring back the version before the last change, or before the last `steps` changes.

    That is a change too, so that another undo takes it back.  What was changed together
    with it (the texts that cite it) is brought back too.  Gives the version that
    was brought back.  Raises `ParaciteError` where none is saved.
    """
    with locked(path):
        current = files.read_bytes(path) if Path(path).exists() else None
        others = (each for each in reversed(history.versions(path)) if each.read() != current)
        version = next(islice(others, steps - 1, None), None)
        if version is None:
            raise ParaciteError(f"{path}: no version to bring back is saved")
        _replace(path, current, version.read())
        if companions := version.companions:
            history.join(path, companions)
    for each in companions:
        undo(each)
    return version


def _replace(path: str, former: bytes | None, new: bytes) -> bool:
    if (former or b"") == new:
        return False
    target = Path(path)
    if (target.read_bytes() if target.exists() else None) != former:
        raise WriteError(
            path, "was changed by another program meanwhile", "nothing was written; try again"
        )
    if former is not None:
        history.keep(path, former)
    files.write_bytes(path, new)
    _sweep(target.resolve())
    return True


def _sweep(target: Path) -> None:
    """Remove what a writer that was killed has left beside the file."""
    for left in target.parent.glob(f".{escape(target.name)}.*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()
