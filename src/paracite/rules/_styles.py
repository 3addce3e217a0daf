"""What rules on styles share: the fields a style prints, and what a reference lacks of them."""

from collections.abc import Iterator, Mapping

from paracite.reference import Reference
from paracite.rules._case import Case

Needs = Mapping[str, tuple[str, ...]]  #: CSL type → variables; `a|b` where one of them is enough

WORDS = {
    "author": "author",
    "container_title": "journal or book",
    "editor": "editor",
    "event_title": "name of the conference",
    "genre": "kind",
    "issue": "issue",
    "issued": "date",
    "number": "number",
    "page": "pages",
    "publisher": "publisher",
    "publisher_place": "place",
    "url": "address",
    "volume": "volume",
}


def lacking(case: Case, needs: Needs) -> Iterator[str]:
    """Yield in words each thing that the style prints and the reference has not."""
    reference = case.reference
    for need in needs.get(reference.type, ()):
        names = need.split("|")
        if not any(_has(reference, name) for name in names):
            yield WORDS[names[0]]


def _has(reference: Reference, name: str) -> bool:
    return bool(getattr(reference, name) or reference.get(name))
