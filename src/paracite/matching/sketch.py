"""The sketch of a reference: the little that finding candidates needs, made for every record."""

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from paracite.fields import identifiers, titles
from paracite.fields.kinds import GENERIC
from paracite.fields.words import STOP_WORDS
from paracite.matching import forms
from paracite.reference import OTHERS, Name, Reference
from paracite.text import fold

ENDS = 20  #: letters of a title's start and end that make a key
SHORT = 12  #: letters up to which a title is a key only together with another field


class Sketch(NamedTuple):
    """What candidates are found by; a tuple, for there can be a million of them."""

    compact: str  #: the title's words written as one
    words: tuple[str, ...]
    family: str
    families: tuple[str, ...]  #: of the first and the last author
    initial: str  #: of the first author's given name
    year: int
    volume: str
    issue: str
    page: str
    ids: tuple[str, ...]

    @property
    def is_unnamed(self) -> bool:
        """Whether the title only names a kind of text, as "Editorial" does."""
        return bool(self.words) and GENERIC.issuperset(self.words)


def sketch(reference: Reference) -> Sketch:
    """Make the sketch of a reference."""
    listed = titles.words(titles.plain_text(forms.title(reference)))
    names = reference.author or reference.editor
    families = tuple(_family(name) for name in (names[:1] + names[1:][-1:]))
    return Sketch(
        "".join(listed),
        tuple(intern(word) for word in listed if len(word) > 2 and word not in STOP_WORDS),
        families[0] if families else "",
        families,
        fold(names[0].given[:1]) if names else "",
        forms.year(reference),
        *(forms.locators(reference) if reference.volume else ("", "")),
        forms.pages(reference)[0],
        tuple(filter(None, _ids(reference))),
    )


def _family(name: Name) -> str:
    """Return the last word of the family name, of a mangled name its longest word."""
    if name == OTHERS:
        return ""
    found = forms.NAME_WORD.findall(fold(name.family or name.literal))
    if found and len(found[-1]) > 2:
        return str(found[-1])
    every: list[str] = forms.NAME_WORD.findall(fold(str(name)))
    return max(every, key=len, default="")


def _ids(reference: Reference) -> Iterator[str]:
    if reference.doi or "doi" in reference.url:
        yield identifiers.doi(reference.doi) or identifiers.doi(reference.url)
    if reference.isbn:
        yield identifiers.isbn(reference.isbn.replace(",", " ").split(" ")[0])
    if reference.pmid or reference.url or reference.extra:
        found = forms.ids(reference)
        yield from (f"{k}:{v}" for k, v in found.items() if k not in ("doi", "isbn"))


def keys(made: Sketch, rare: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the keys under which a record meets its duplicates; `rare` are its rarest words."""
    yield from (("id", each) for each in made.ids)
    yield from _title_keys(made, rare)
    yield from _place_keys(made)
    if made.family and made.year:
        yield "author", made.family, str(made.year), made.compact[:3]


def _title_keys(made: Sketch, rare: list[str]) -> Iterator[tuple[str, ...]]:
    compact = made.compact
    if len(compact) > SHORT:
        yield "start", compact[:ENDS]
        yield "end", compact[-ENDS:]
    elif compact:
        yield "short", compact, made.family or made.volume
        yield "short", compact, str(made.year)
    for at, word in enumerate(rare):
        if made.family:
            yield "word", made.family, word
        for other in rare[:at]:
            yield "words", *sorted((word, other))


def _place_keys(made: Sketch) -> Iterator[tuple[str, ...]]:
    if made.page and made.page != "1":
        if made.volume:
            yield "place", made.volume, made.page
        if made.family:
            yield "page", made.family, made.page
    if made.volume:
        authors = {each for each in made.families if each}
        yield from (("issue", made.volume, made.issue, each) for each in authors)
