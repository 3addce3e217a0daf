"""One value of a tagged or tabular format, read and written: names, dates, page ranges.

The forms are EndNote's, which the other programs follow: `Family, Given, Suffix`; a comma
behind an institution of one word; two commas where one is part of a name.  A date is
`YYYY/MM/DD/other`; what that cannot say (ranges, seasons, "circa") is EDTF in `other`.
"""

import calendar
import re

from paracite.bibtex import dates as edtf
from paracite.fields import dates, identifiers, months, pages
from paracite.fields.lexicons import lexicon
from paracite.fields.names import SUFFIXES
from paracite.reference import OTHERS, Date, Name
from paracite.text import squeeze

ET_AL = re.compile(r"(?:et al\.?|and others|others)", re.IGNORECASE)
COMMA = "\0"  #: stands for a comma that is part of a name
SEMICOLON = re.compile(r"\s*;\s*")
AND = re.compile(r"\s+(?:and|&)\s+")
NAME = re.compile(r"[^,]+,[^,]+(?:,[^,]+)?")  #: a person, for an institution may hold an `and`
FOUR = 4  #: parts of a name between commas that are those of two
SLASHED = re.compile(r"(-?\d{3,5})(?:/([^\W_]{0,9})\.?)?(?:/(\d{0,2}))?(?:/(.*))?")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
YEAR = r"(-?\d{3,4})"
WORDED = re.compile(rf"{YEAR}[\s,]+([^\W\d_]+)\.?(?:\s+(\d{{1,2}})(?!\d))?")
MONTHS = re.compile(rf"{YEAR}\s+([^\W\d_]+)\.?\s*[-/–]\s*(?:{YEAR}\s+)?([^\W\d_]+)\.?")
SEASONS = ("", "Spring", "Summer", "Autumn", "Winter")
TIME = re.compile(r"[ T]\d\d?:\d\d.*")
PIECE = re.compile(r"\d+|[^\W\d_]+")
LABEL = re.compile(r"\Apages?\s+|\App?\.?\s*(?=\d)", re.IGNORECASE)
ISSN = re.compile(r"(?<!\w)\d{4}-?\d{3}[\dXx](?!\w)")


def read_name(text: str) -> Name:
    """Read `Family, Given, Suffix`; several words without a comma are an institution.

    Words in lower case before the family name, and particles behind the given name,
    are set apart as such.

    >>> read_name("Department of Fish,, Water and Trees,").literal
    'Department of Fish, Water and Trees'
    """
    if ET_AL.fullmatch(text):
        return OTHERS
    marked = text.replace(",,", COMMA)
    family, *rest = (part.strip().replace(COMMA, ",") for part in marked.split(","))
    if not rest:
        return Name(literal=family) if " " in family else Name(family)
    first, blank, _ = family.partition(" ")
    if rest == [""] and not (blank and first in lexicon("particles")):
        return Name(literal=family)
    words = family.split(" ")
    start = next((i for i, word in enumerate(words[:-1]) if not word[:1].islower()), len(words) - 1)
    given, particle = split_given(rest[0])
    return Name(
        " ".join(words[start:]),
        given,
        particle,
        " ".join(words[:start]),
        ", ".join(rest[1:]),
    )


def split_people(text: str) -> list[str]:
    """Part the names that some programs put on one line: by `;`, `and`, or comma after comma.

    >>> split_people("Smith, J.; Doe, A."), split_people("Smith, J., Doe, A.")
    (['Smith, J.', 'Doe, A.'], ['Smith, J.', 'Doe, A.'])
    """
    for sign in (SEMICOLON, AND):
        parts = [part.strip() for part in sign.split(text) if part.strip()]
        if len(parts) > 1 and all(NAME.fullmatch(part) for part in parts):
            return parts
    parts = text.replace(",,", COMMA).split(",")
    titled = any(part.strip(" .").casefold() in SUFFIXES for part in parts)
    if len(parts) < FOUR or len(parts) % 2 or titled:
        return [text]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return [f"{family.strip()}, {given.strip()}".replace(COMMA, ",,") for family, given in pairs]


def split_given(text: str) -> tuple[str, str]:
    """Part a given name from the particles behind it.

    >>> split_given("Charles de")
    ('Charles', 'de')
    """
    words = text.split(" ")
    end = len(words)
    while end and words[end - 1] in lexicon("particles"):
        end -= 1
    return " ".join(words[:end]), " ".join(words[end:])


def write_name(name: Name) -> str:
    """Write a name so that `read_name` reads it again."""
    if name == OTHERS:
        return "et al."
    if name.literal:
        literal = name.literal.replace(",", ",,")
        return literal if " " in literal.strip() else f"{literal},"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    parts = [part.replace(",", ",,") for part in (family, given, name.suffix)]
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return ", ".join(parts) + ("," if len(parts) == 1 and " " in family else "")


def read_date(text: str) -> Date | None:
    """Read a date as RIS, PubMed, EDTF or print have it; what is none becomes a literal.

    >>> read_date("1948/07//").month, read_date("2001-02-03").day, read_date("2009 Spring").season
    (7, 3, 1)
    """
    plain = squeeze(TIME.sub("", text))
    found = _slashed(plain) or _edtf(plain) or _worded(plain) or dates.printed(plain)
    return found or (Date(literal=text.strip()) if text.strip("/ ") else None)


def write_date(date: Date) -> str:
    """Write a date as `YYYY/MM/DD/other`; one without a year as it is."""
    if date.year is None:
        return date.literal
    month, day = (f"{part:02}" if part else "" for part in (date.month, date.day))
    plain = not (date.end or date.season or date.circa or date.literal)
    season = SEASONS[date.season] if date == Date(date.year, season=date.season) else ""
    other = "" if plain else date.literal or season or edtf.write(date)
    return f"{year_text(date.year)}/{month}/{day}/{other}"


def year_text(year: int) -> str:
    """Write a year in four digits, as readers of dates expect it."""
    return f"{'-' if year < 0 else ''}{abs(year):04}"


def says_more(text: str, date: Date | None) -> bool:
    """Return whether `text` has a number or a word that `date` does not hold."""
    if date is None or date.literal:
        return date is not None and date.literal != text.strip()
    ends = [end for end in (date, date.end) if end]
    known = {abs(part) for end in ends for part in (end.year or 0, end.month, end.day)}
    known |= {20 + end.season for end in ends if end.season}
    return not all(
        int(piece) in known | {0}
        if piece.isdigit()
        else months.month(piece) or months.season(piece)
        for piece in PIECE.findall(TIME.sub("", text))
    )


def _slashed(text: str) -> Date | None:
    match = SLASHED.fullmatch(text)
    if match is None:
        return _compact(text)
    if match[4] and (full := _edtf(match[4])):
        return full
    year, word, day = int(match[1]), match[2] or "", int(match[3] or 0)
    month = int(word) if word.isdecimal() else months.month(word)
    if month > 12 or (word and not month and word.strip("0")):
        return None
    season = months.season(match[4] or "") if not month else 0
    return _valid(year, month, day, season)


def _compact(text: str) -> Date | None:
    match = COMPACT.fullmatch(text)
    month = int(match[2]) if match else 13
    return _valid(int(match[1]), month, int(match[3])) if match and month <= 12 else None


def _edtf(text: str) -> Date | None:
    """Read EDTF, ISO dates among it; None where it is no such date."""
    if not any(map(str.isdigit, text)):
        return None
    date = edtf.read(text)
    return date if date.year is not None and not date.literal else None


def _worded(text: str) -> Date | None:
    """Read PubMed's `2009 Mar 12`, `2016 May-Jun`, `2013 Dec-2014 Jan`, `2009 Spring`."""
    if match := MONTHS.fullmatch(text):
        first, last = months.month(match[2]), months.month(match[4])
        if first and last:
            year = int(match[1])
            return Date(year, first, end=Date(int(match[3] or year), last))
    if match := WORDED.fullmatch(text):
        month, season = months.month(match[2]), months.season(match[2])
        if month or season:
            return _valid(int(match[1]), month, int(match[3] or 0), 0 if month else season)
    return None


def _valid(year: int, month: int, day: int, season: int = 0) -> Date:
    """Make a date without a day that its month does not have."""
    leap_year = 2000  # 29 February is a day; whether of this year is for others to say
    longest = calendar.monthrange(leap_year, month)[1] if month else 0
    return Date(year, month, day if day <= longest else 0, season)


def read_pages(first: str, last: str) -> tuple[str, str]:
    """Join a first and a last page; also give what of `last` finds no place beside a range.

    >>> read_pages("67-76", "76"), read_pages("67", "76")
    (('67-76', ''), ('67-76', ''))
    """
    start, end = (pages.normalise(LABEL.sub("", each.strip())) for each in (first, last))
    if not (start and end):
        return start or end, ""
    if end == start or end.startswith(f"{start}-"):
        return end, ""
    if "-" in start or "," in start:
        ends = {start, start.rpartition("-")[2], pages.bounds(start)[1]}
        return start, "" if end in ends else last
    return (f"{start}{end}" if end.startswith("-") else f"{start}-{end.rpartition('-')[2]}"), ""


def write_pages(text: str) -> tuple[str, str]:
    """Return the first and the last page of one range; anything else is a first page alone."""
    first, dash, last = text.partition("-")
    return (first, last) if dash and first and last and not set("-,") & set(last) else (text, "")


def standard_number(text: str) -> str:
    """Return whether a standard number is an `isbn` or an `issn`."""
    digits = re.sub(r"[^0-9Xx]", "", text)
    return "issn" if identifiers.issn(text) or len(digits) == identifiers.ISSN_LENGTH else "isbn"
