"""The errors that stop the work, each shown as one line with a hint.

A *reference* that is wrong is never an error: it is a finding.  A record that
cannot be read is a `Problem` of its reading, and the rest is read all the same.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of the input that could not be read; lines and columns count from 1."""

    path: str
    line: int
    column: int
    message: str


class ParaciteError(Exception):
    """Stops a command: what is wrong and where, and in `hint` what to do."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class ReadError(ParaciteError):
    """An input could not be read at all."""

    def __init__(self, path: str | Path, reason: str, hint: str = "", *, line: int = 0) -> None:
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {reason}", hint)


class WriteError(ParaciteError):
    """An output could not be written; what stood there before is untouched."""

    def __init__(self, path: str | Path, reason: str, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}", hint)


def why(error: OSError) -> str:
    """Say in plain words why the operating system refused."""
    return (error.strerror or str(error) or type(error).__name__).lower()
