"""One way to write an output: kept in history, and never something else over a list.

The format that a path asks for is that of its suffix; `paracite undo FILE` brings back what
an output replaced.
"""

from pathlib import Path

from paracite import files, library, readers, writers
from paracite.errors import ParaciteError, WriteError
from paracite.writers import Writer


def writer_of(path: str, format_name: str = "", default: str = "text") -> Writer:
    """Return the writer named, else that of the path's suffix, else the default one.

    Raises `ParaciteError` for an unknown format, and for a suffix that no format has.
    """
    if format_name:
        return writers.writer(format_name)
    suffix = "" if path == files.STANDARD else Path(path).suffix
    if not suffix:
        return writers.writer(default)
    found = writers.writer_for(path)
    if found is None:
        known = ", ".join(sorted({writers.writer(name).suffix for name in writers.names()}))
        raise ParaciteError(
            f"{path}: no format has the suffix {suffix}", f"known: {known}; or name one with --to"
        )
    return found


def write(path: str, data: bytes, what: str, *, force: bool = False) -> None:
    """Write an output; `what` it is stands in messages: a format, or "a report".

    Raises `WriteError` where a reference list of another format stands there, unless forced.
    """
    if not force:
        refuse_list(path, what, data)
    library.write(path, data)


def refuse_list(path: str, what: str, data: bytes = b"") -> None:
    """Raise `WriteError` where an output would replace a reference list of another format."""
    there = _replaced(path, data)
    if there not in ("", what):
        raise WriteError(
            path,
            f"is a reference list ({there}), and {what} would take its place",
            "write to another file, or --force it",
        )


def _replaced(path: str, data: bytes) -> str:
    """Return the format of the list at `path` that an output of another one would replace."""
    if path == files.STANDARD or not Path(path).is_file():
        return ""
    former = files.read_bytes(path)
    if former == data:
        return ""
    there = _list_in(readers.Document(path, former))
    # by its content alone: a suffix says what is there, not what comes
    return "" if there == _format_of(readers.Document("", data)) else there


def _list_in(document: readers.Document) -> str:
    """Return the format of the list in a document, `""` where there is none."""
    try:
        reader = readers.recognise(document)
        return reader.name if reader.read(document).references else ""
    except ParaciteError:  # what cannot be read is no list
        return ""


def _format_of(document: readers.Document) -> str:
    try:
        return readers.recognise(document).name
    except ParaciteError:
        return ""
