"""Files in and out: whole bytes, errors in plain words, writes that are all or nothing."""

import os
import stat
import sys
import tempfile
from pathlib import Path

from paracite.errors import ReadError, WriteError, why

STANDARD = "-"  #: stdin where something is read, stdout where something is written


def read_bytes(path: str | Path) -> bytes:
    """Read a file, or stdin for `-`.  Raises `ReadError` saying what to do."""
    if str(path) == STANDARD:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(path, "no such file", "check the path") from None
    except IsADirectoryError:
        raise ReadError(path, "is a directory, not a file", "name a file in it") from None
    except OSError as error:
        raise ReadError(path, f"cannot be read: {why(error)}") from error


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file atomically, or to stdout for `-`.

    A temporary file in the same folder is written, synced and put in place of the
    old one, whose mode and symbolic link are kept.  Raises `WriteError`; then what
    stood there before is untouched.
    """
    target = Path(path).resolve()
    if target.is_dir():
        raise WriteError(path, "is a directory, not a file", "name a file in it")
    try:
        if str(path) == STANDARD:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe, which must never be replaced
        else:
            _replace(target, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(path, f"cannot be written: {why(error)}", "nothing was changed") from error


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the mode of the file there is, else what the umask gives a new one."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def make_folder(path: Path) -> None:
    """Make a folder and those above it.  Raises `WriteError`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise WriteError(path, "is a file, not a folder", "name another folder") from None
    except OSError as error:
        raise WriteError(path, f"cannot be made: {why(error)}") from error
