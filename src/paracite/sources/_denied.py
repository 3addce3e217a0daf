"""DOIs that are never proposed; `denied_dois.txt` says which, since when and why."""

from functools import cache
from importlib.resources import files

NAME = "denied_dois.txt"


def is_denied(doi: str) -> bool:
    """Return whether a bare DOI in lower case begins as those of copies do."""
    return any(
        doi.startswith(prefix) and not (excepted and doi.startswith(excepted))
        for prefix, excepted in _denied()
    )


@cache
def _denied() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath(NAME).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((prefix, excepted) for prefix, excepted, _, _ in rows)
