"""One writer at a time: a lock that the system lets go of even when its holder is killed."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from paracite import config, files
from paracite.errors import WriteError
from paracite.library.history import name_of

PATIENCE = 20.0  #: seconds to wait for another writer
PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Hold the lock of a library.  Raises `WriteError` when another keeps holding it."""
    folder = config.state_folder() / "locks"
    files.make_folder(folder)
    with (folder / name_of(path)).open("ab") as file:
        _wait(path, file)
        yield


def _wait(path: str, file: IO[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            _take(file)
        except OSError:
            if time.monotonic() > end:
                hint = "wait for it to end, and try again"
                raise WriteError(path, "is being written by another paracite", hint) from None
            time.sleep(PAUSE)
        else:
            return
