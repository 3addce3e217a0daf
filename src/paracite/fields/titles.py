"""Titles: normal forms, subtitles, translations in brackets, part numbers, kinds of text.

A title is compared by its words: folded, without markup, without the marks that
databases put beside it (`[in Chinese]`, a footnote's `1`).
"""

import re
from dataclasses import dataclass

from paracite.fields.kinds import kind
from paracite.fields.lexicons import lexicon
from paracite.fields.numerals import PART_NUMERALS, SPELLED
from paracite.text import fold, squeeze

MARKUP = re.compile(r"<[^<>]{1,40}>|\\[a-zA-Z]+\s*|[{}$\\]")
LANGUAGES = (
    "arabic|chinese|czech|danish|dutch|english|finnish|french|german|greek|hebrew|hungarian|italian"
    "|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|spanish|swedish"
    "|turkish|ukrainian"
)
# What a database adds to a title in brackets; it is no part of it.
DATABASE_NOTE = re.compile(
    rf"[(\[](?:(?:article\s+)?in\s+\w+|(?:{LANGUAGES})|abstract(?: only)?|letter|editorial"
    r"|see comments?[^\])]*|reprint[^\])]*|electronic resource|online)[.;]?[)\]]",
    re.IGNORECASE,
)
BRACKETED = re.compile(r"^(?P<outer>.*?[^\s\[\]].*?)\s*[\[【](?P<inner>[^\[\]]{8,})[\]】]\s*\.?$")
CLOSING = ("]", "】")
# What stands before a title: a year torn from the date, the heading a journal prints it under.
YEAR_BEFORE = re.compile(r"^\W*[(\[](?:1[5-9]|20)\d\d[a-z]?[)\]][\s.,:]*(?=\w)")
RUBRIC = re.compile(
    r"^(?:(?:guest |invited )?editorial\s*[:.–—-]|(?:from the )?editors?'?s?\s+(?:comments?|notes?)\b\W*)"
    r"\s*(?=\w+\W+\w+\W+\w)"
)
RUBRICS = ("guest", "invited", "editor", "from the ed")
SUBTITLE = re.compile(r"\s*[:;]\s+|\s+[-–—]+\s+|[.?!]\s+|\s*[–—]\s*(?=\w{3})")
WORD = re.compile(r"[^\W_]+")
MARKED = re.compile(r"[<{$\\&(\[]")
APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
NUMBER = re.compile(r"\d+(?:[a-z]|st|nd|rd|th)?")  #: not `1eft`, as a machine reads `left`
LABEL = re.compile(r"[a-z]{1,2}\d+")  #: `d2`, `b12`: a number to its reader
GLUED_MARK = re.compile(r"([a-z]{4,})1")

NUMBERED = lexicon("numbered")


@dataclass(frozen=True, slots=True)
class Title:
    """A title ready to be compared: `words` are folded, `compact` is them written as one."""

    words: tuple[str, ...] = ()
    compact: str = ""
    main: tuple[str, ...] = ()  #: the words before the subtitle, empty where there is none
    inner: tuple[str, ...] = ()  #: the words of the translation in brackets at its end
    outer: tuple[str, ...] = ()  #: the words before that translation
    numbers: tuple[str, ...] = ()  #: sorted
    kind: str = ""  #: `erratum`, `reply`, `review` … where it is a text about another one


def title(text: str) -> Title:
    """Make the form in which a title is compared."""
    plain = plain_text(text)
    listed = words(plain)
    bracketed = BRACKETED.match(plain) if plain.rstrip(" .")[-1:] in CLOSING else None
    parts = SUBTITLE.split(plain.strip(" .:;-–—"), maxsplit=1)
    main = words(parts[0]) if len(parts) > 1 else ()
    return Title(
        listed,
        "".join(listed),
        main if 0 < len(main) < len(listed) else (),
        words(bracketed["inner"]) if bracketed else (),
        words(bracketed["outer"]) if bracketed else (),
        numbers(listed),
        kind(plain),
    )


def plain_text(text: str) -> str:
    """Take markup, the notes of databases and what stands before it off a title; fold it.

    >>> plain_text("Editor's Comments: The <i>Long</i> Way Home")
    'the long way home'
    """
    if MARKED.search(text):
        text = DATABASE_NOTE.sub(" ", MARKUP.sub("", text.replace("&amp;", "&")))
        text = text.replace("&", " and ")
    plain = squeeze(APOSTROPHE.sub("'", fold(text)))
    if plain[:1] in "([":
        plain = YEAR_BEFORE.sub("", plain)
    return RUBRIC.sub("", plain) if plain.startswith(RUBRICS) else plain


def words(plain: str) -> tuple[str, ...]:
    """Split folded text into words; a lone footnote mark after a long title goes.

    >>> words("the firm's future: a view 1")
    ('the', 'firms', 'future', 'a', 'view')
    """
    listed = WORD.findall(APOSTROPHE.sub("", plain))
    while len(listed) > 4 and listed[-1] in ("1", "i1") and listed[-2] not in NUMBERED:
        listed.pop()
    if len(listed) > 4 and listed[-1][-1:] == "1":
        listed[-1] = GLUED_MARK.sub(r"\1", listed[-1])
    return tuple(listed)


def numbers(listed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the numbers in a title, sorted, whether written 2, II or, after "part", two or B.

    >>> numbers(("world", "war", "ii", "part", "b", "1939"))
    ('1939', '2', 'b')
    """
    found = []
    last = len(listed) - 1
    for at, word in enumerate(listed):
        after = at > 0 and listed[at - 1] in NUMBERED
        if NUMBER.fullmatch(word) or LABEL.fullmatch(word):
            found.append(word.lstrip("0") or "0")
        elif word in PART_NUMERALS and (len(word) > 1 or after or (at == last and at > 0)):
            found.append(str(PART_NUMERALS[word]))
        elif after and (len(word) == 1 or word in SPELLED):
            found.append(str(SPELLED.get(word, word)))
        elif word in SPELLED and at < last and listed[at + 1] in NUMBERED:
            found.append(str(SPELLED[word]))
    return tuple(sorted(found))
