"""Parts of printed references that were read with doubt, until a person has looked at them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from paracite import parsing
from paracite.opening import OpenList
from paracite.reference import Reference


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A part of a printed reference, the field it was taken for, and its confidence (0 to 1)."""

    key: str
    label: str
    text: str
    confidence: float
    printed: str

    @property
    def fingerprint(self) -> str:
        """Return 16 hexadecimal digits that stay when the entry is renamed or corrected."""
        telling = f"{self.printed}\n{self.label}\n{self.text}"
        return blake2b(telling.encode(), digest_size=8).hexdigest()


def pending(opened: OpenList) -> list[Doubtful]:
    """Return the doubtful parts of a list that nobody has looked at, in its order."""
    looked_at = opened.sidecar.looked_at
    return [each for each in of(opened.references) if each.fingerprint not in looked_at]


def of(references: Iterable[Reference]) -> Iterator[Doubtful]:
    """Yield the doubtful parts of references that were printed, in order."""
    for reference in references:
        printed = reference.origin.text
        for part in parsing.doubtful(printed) if printed else ():
            yield Doubtful(reference.citekey, part.label, part.text, part.confidence, printed)
