"""What words mostly are in references: names, words of journals, places.

The list is counted by `tools/train_parser.py` from the records of works, with the
model it is used by; a word in none of them is `-`.
"""

from functools import cache
from importlib.resources import files


def role(word: str) -> str:
    """Return the letters of what a folded word mostly is, or `-`."""
    return roles().get(word, "-")


@cache
def roles() -> dict[str, str]:
    """Return every word of the list with the letters of what it mostly is."""
    path = files("paracite.parsing") / "model" / "vocabulary.txt"
    found: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        letters, *words = line.split()
        found.update(dict.fromkeys(words, letters))
    return found
