"""The user's own files: read, changed by splices, written all or nothing, undone.

Whoever writes holds the lock of each file, and checks that the bytes are still those the
change was made from.  The former versions are saved before a file is replaced, so at
every moment a file is the old or the new one and the old one can be had back.  Files that
are changed together are noted as such before the first is replaced, so that `undo` brings
all of them back wherever the writer was stopped.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from glob import escape
from itertools import islice
from pathlib import Path

from paracite import files, readers
from paracite.bibtex.document import BibtexDocument, parse
from paracite.errors import ParaciteError, WriteError
from paracite.library import history
from paracite.library.lock import locked

ABANDONED = 3600.0  #: seconds after which a temporary file is nobody's any more


@dataclass(frozen=True, slots=True)
class FileChange:
    """New bytes for a file that had the `former` ones; None where there is no file."""

    path: str
    former: bytes | None
    new: bytes | None


def read(path: str) -> bytes:
    """Read a library that is to be edited.

    Raises `ReadError` where there is none, and `WriteError` where the file is no BibTeX.
    """
    if path == files.STANDARD:
        raise WriteError("stdin", "cannot be edited", "name a .bib file")
    data = files.read_bytes(path)
    reader = readers.recognise(readers.Document(path, data)) if data.strip() else None
    if reader and not reader.editable:
        raise not_editable(path, reader.name)
    return data


def not_editable(path: str, format_name: str) -> WriteError:
    """Make the error for a list that cannot be changed in place."""
    hint = f"turn it into one: paracite read {path} -o references.bib"
    return WriteError(path, f"is not a .bib file but {format_name}, and cannot be edited", hint)


def change(
    path: str, edit: Callable[[BibtexDocument], BibtexDocument], *, may_be_new: bool = False
) -> bool:
    """Replace a library by what `edit` makes of it; return whether that differs.

    Raises `ReadError` and `WriteError`; then nothing was changed.
    """
    with locked(path):
        former = None if may_be_new and not Path(path).exists() else read(path)
        return _commit([FileChange(path, former, edit(parse(former or b"", path)).data)])


def save(path: str, former: bytes | None, new: bytes) -> bool:
    """Write a file whose bytes were `former` (None: there was no file).

    Raises `WriteError` where they are not `former` any more.
    """
    return save_together([FileChange(path, former, new)])


def save_together(changes: Sequence[FileChange]) -> bool:
    """Change several files or none of them; undoing the first undoes them all.

    Returns whether anything differs.  Raises `WriteError` where one was changed meanwhile.
    """
    with ExitStack() as stack:
        for path in sorted({str(Path(each.path).resolve()) for each in changes}):
            stack.enter_context(locked(path))  # in one order, so that two never wait in a circle
        return _commit(changes)


def write(path: str, new: bytes) -> None:
    """Write an output, whatever stands there; `undo` brings that back.  Raises `WriteError`."""
    target = Path(path)
    if path == files.STANDARD or not target.is_file():
        files.write_bytes(path, new)
        return
    with locked(path):
        _commit([FileChange(path, files.read_bytes(path), new)])


def undo(path: str, steps: int = 1) -> history.Version:
    """Bring back the version before the last change, or before the last `steps` changes.

    That is a change too, so that another undo takes it back.  What was changed together
    with it (the texts that cite it) is brought back too.  Returns the version that
    was brought back.  Raises `ParaciteError` where none is saved.
    """
    current = _bytes(path)
    version = next(islice(_differing(path, current), steps - 1, None), None)
    if version is None:
        raise ParaciteError(f"{path}: no version to bring back is saved")
    companions = [
        FileChange(each.path, _bytes(each.path), each.former()) for each in version.companions
    ]
    save_together([FileChange(path, current, version.read()), *companions])
    return version


def _differing(path: str, current: bytes | None) -> Iterator[history.Version]:
    """Yield the versions that are not what stands there now, the latest first.

    The latest of all may be that of a change of several files that was stopped before it
    came to this one: then its companions differ.
    """
    for number, version in enumerate(reversed(history.versions(path))):
        stopped = not number and any(
            _bytes(each.path) != each.former() for each in version.companions
        )
        if stopped or version.read() != current:
            yield version


def _bytes(path: str) -> bytes | None:
    return files.read_bytes(path) if Path(path).exists() else None


def _commit(changes: Sequence[FileChange]) -> bool:
    """Save the former versions, then write the new ones, the first file last.

    The caller holds the locks.  What was written is taken back where a later file fails.
    """
    changed = [each for each in changes if (each.former or b"") != (each.new or b"")]
    for each in changed:
        if _bytes(each.path) != each.former:
            hint = "nothing was written; try again"
            raise WriteError(each.path, "was changed by another program meanwhile", hint)
    _keep(changed)
    done: list[FileChange] = []
    try:
        for each in reversed(changed):
            _put(each.path, each.new)
            done.append(each)
    except BaseException:
        for each in done:
            _put(each.path, each.former)
        raise
    return bool(changed)


def _keep(changed: Sequence[FileChange]) -> None:
    """Save the former versions, and note which are changed together."""
    kept = [
        None if each.former is None else history.keep(each.path, each.former) for each in changed
    ]
    if len(changed) > 1 and kept[0]:
        pairs = zip(changed[1:], kept[1:], strict=True)
        kept[0].join([history.Companion(each.path, version) for each, version in pairs])


def _put(path: str, data: bytes | None) -> None:
    if data is None:
        Path(path).unlink(missing_ok=True)
        return
    files.write_bytes(path, data)
    _sweep(Path(path).resolve())


def _sweep(target: Path) -> None:
    """Remove what a writer that was killed has left beside the file."""
    for left in target.parent.glob(f".{escape(target.name)}.*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > ABANDONED:
                left.unlink()
