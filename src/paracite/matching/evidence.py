"""Evidence: how one field of two references agrees, and what that weighs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One field's say: `similarity` from 0 to 1, `weight` in log-odds, `note` in words.

    A positive weight speaks for one work, a negative one against it.  The note shows
    the values where they differ: `page differs 5↔15`.
    """

    field: str
    similarity: float
    weight: float
    note: str
