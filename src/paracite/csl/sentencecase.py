"""Titles in title case to sentence case, for styles that ask authors for it, as APA does.

CSL leaves this to the data, because a program cannot know every proper noun.  What tells one
is used: capitals inside a word, digits, spans of class `nocase`, names of places and peoples
common in titles, the item's own names and place, and words that the list's other titles, in
sentence case already, write with a capital.  The rest is said.

Source: CSL 1.0.2 specification, "Sentence case conversion"; APA Style 7, section 6.17.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

Item = Mapping[str, Any]
WORD = re.compile(r"<span class=\"nocase\">.*?</span>|<[^>]*>|[^\W_]+(?:[’'][^\W_]+)*")
SENTENCE_START = re.compile(r"(?:^|[:?!.—]\s+)[\"“‘'(\[]*$")
SMALL_WORDS = 4  #: words so short are small in title case, and tell nothing
PARTS_OF_BOOKS = frozenset(["chapter", "entry", "entry-dictionary", "entry-encyclopedia"])
KNOWN = frozenset(
    """
    Africa African America American Antarctic Arab Arabic Arctic Argentina Asia Asian Atlantic
    Australia Australian Austria Bangladesh Belgium Bible Brazil Brazilian Britain British Buddhist
    Canada Canadian Caribbean Catholic Chile China Chinese Christian Colombia Croatia Cuba Czech
    Danish Denmark Dutch Egypt Egyptian England English Ethiopia Europe European Finland Finnish
    France French German Germany Ghana Greece Greek Hebrew Hindu Hungary Iceland India Indian
    Indonesia Indonesian Internet Iran Iraq Ireland Irish Islam Islamic Israel Italian Italy Japan
    Japanese Jewish Kenya Korea Korean Latin London Malaysia Mediterranean Mexican Mexico Morocco
    Muslim Netherlands Nigeria Norway Norwegian Pacific Pakistan Paris Peru Philippines Poland
    Polish Portugal Portuguese Protestant Romania Russia Russian Scotland Scottish Singapore Soviet
    Spain Spanish Sweden Swedish Swiss Switzerland Thailand Turkey Turkish Ukraine Ukrainian
    Venezuela Vietnam Vietnamese Wales Welsh January February April June July August September
    October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday I
    """.split()  # noqa: SIM905  a list of words reads best as words
)


def convert(items: Iterable[Item]) -> tuple[list[Item], list[str]]:
    """Return the items with titles in sentence case, and a line for each word that may be a name."""
    listed = list(items)
    known = KNOWN | _written_with_capitals(listed)
    converted, said = [], []
    for item in listed:
        changed: dict[str, Any] = {}
        for field in _fields(item):
            text, lowered = _sentence(item[field], known | _own_names(item))
            if text != item[field]:
                changed[field] = text
                words = ", ".join(dict.fromkeys(lowered))
                said.append(
                    f"{item.get('id')}: {field} put in sentence case; is a name in it? {words}"
                )
        converted.append({**item, **changed} if changed else item)
    return converted, said


def _fields(item: Item) -> list[str]:
    """Name the titles to convert: not those of journals, nor those in another language."""
    if not str(item.get("language") or "en").lower().startswith("en"):
        return []
    names = ["title", "container-title"] if str(item.get("type")) in PARTS_OF_BOOKS else ["title"]
    return [
        name for name in names if isinstance(item.get(name), str) and _is_title_case(item[name])
    ]


def _words(text: str) -> Iterable[tuple[re.Match[str], bool]]:
    """Yield the words of a title, each with whether it starts a sentence; markup is left out."""
    for match in WORD.finditer(text):
        if not match[0].startswith("<"):
            before = re.sub(r"<[^>]*>", "", text[: match.start()])
            yield match, bool(SENTENCE_START.search(before))


def _is_title_case(text: str) -> bool:
    long = [m[0] for m, starts in _words(text) if not starts and len(m[0]) > SMALL_WORDS]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > len(long) * 0.7


def _sentence(text: str, known: frozenset[str]) -> tuple[str, list[str]]:
    out, lowered, position = "", [], 0
    shouting = text.isupper()
    for match, starts in _words(text):
        word = match[0]
        out += text[position : match.start()]
        position = match.end()
        plain = word[:1].isupper() and (word[1:].islower() or len(word) == 1)
        if starts:
            out += word.capitalize() if shouting else word
        elif (plain or shouting) and not known & {word, word.capitalize(), word[:-2]}:
            lowered.append(word.capitalize())
            out += word.lower()
        else:
            out += word.capitalize() if shouting else word
    return out + text[position:], [word for word in lowered if len(word) > SMALL_WORDS]


def _written_with_capitals(items: Iterable[Item]) -> frozenset[str]:
    """Collect the words that titles in sentence case write with a capital."""
    titles = (item["title"] for item in items if isinstance(item.get("title"), str))
    return frozenset(
        match[0]
        for title in titles
        if not _is_title_case(title) and not title.isupper()
        for match, starts in _words(title)
        if not starts and match[0][0].isupper() and len(match[0]) > 1
    )


def _own_names(item: Item) -> frozenset[str]:
    names = (item.get(field) for field in ("author", "editor", "translator"))
    people = (each for value in names if isinstance(value, list) for each in value)
    families = (str(each.get("family", "")) for each in people if isinstance(each, Mapping))
    places = (str(item.get(field) or "") for field in ("publisher-place", "event-place"))
    return frozenset(
        word for text in (*families, *places) for word in re.findall(r"[^\W\d_]+", text)
    )
