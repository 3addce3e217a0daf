"""What the labels of neighbouring parts say of each other, settled before they are assembled."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from paracite.fields import dates, months, names
from paracite.fields.lexicons import lexicon
from paracite.parsing import people
from paracite.parsing.imprint import is_publisher
from paracite.parsing.kinds import THESIS
from paracite.parsing.parts import Part
from paracite.parsing.sentences import sentences
from paracite.text import fold, words

Parts = tuple[Part, ...]
PEOPLE = frozenset(["author", "editor", "translator", "director", "producer"])
CONTAINERS = frozenset(["journal", "container-title", "source"])
MOST_WORDS = 12  #: of an institution's name
OPENED = re.compile(r"\W*[“«„\"]")
QUOTED = re.compile(r"(?P<title>\W*(?:[“«„]|\").+?[”»“\"][.,;]*)\s+(?P<rest>[^\W\da-zß-öø-ÿ].*)")
KIND_BEHIND = re.compile(r"(?P<title>.*\w.*?)\s*\[(?P<kind>[^\[\]]{3,40})\]\W*")
THESIS_BEHIND = re.compile(r"(?P<title>.*\w.*?[.,])\s*(?P<kind>[^.,]{4,40})\W*")
TWO_SENTENCES = re.compile(
    r"(?P<title>[^.]*[^\W\d_]{3}[^.]*)\.\s+(?P<publisher>[^\W\da-zß-öø-ÿ].*)"
)

UNABRIDGED = re.compile(r"(?P<title>[^.]*[^\W\d_]{6})\.\s+(?P<journal>[^\W\da-zß-öø-ÿ].*)")
EDITION_BEFORE = re.compile(
    r"(?P<edition>(?:\d{1,2}(?:st|nd|rd|th)|rev(?:ised|\.))\s+ed(?:ition|n)?\b\.?)[\s,;]+(?P<rest>\w.*)",
    re.IGNORECASE,
)
EDITORS_BEFORE = re.compile(
    r"\W*(?:In:?\s+)?(?P<editor>[^:“”\"]{3,150}?),\s+(?:eds?|editors?)\b[.:,]?\s+(?P<rest>[^\W\da-zß-öø-ÿ].*)"
)
PUBLISHER_BEHIND = re.compile(
    r"(?P<by>.*\bedited by\s.+?),\s(?P<publisher>[^,]*\w)\W*", re.IGNORECASE
)
YEAR_BEFORE = re.compile(
    r"\W*(?P<date>(?:1[5-9]|20)\d\d[a-z]?)[.,:]?\s*(?P<title>[“«\"‘].*)", re.DOTALL
)
ISSUE_BEFORE = re.compile(
    r"\W*(?P<issue>\d{1,4})(?:\s*[,;]\s*(?:pp?|s)\b\.?|\s*:)\s*(?P<pages>\w?\d.*)",
    re.IGNORECASE,
)
PAGE_BEHIND = re.compile(
    r"(?P<volume>.*\d\)?)\s?[:,;]\s*(?P<pages>[A-Za-z]{1,4}\d[\w-]*(?:\s?[-–]\s?[A-Za-z]{0,4}\d+)?)\W*"
)
MONTH_BEHIND = re.compile(r"(?P<journal>.*[^\W\d_].*?),\s+(?P<month>[^\W\d_]{3,10})\W*")
DAY = re.compile(r"\W*(?:3[01]|[12]\d|0?[1-9])\W*")
SERIES_BEHIND = re.compile(
    r"(?P<container>.*\w.*?)[,.;:]?\s+[(«“]?(?P<series>(?:Lecture Notes|Communications|Graduate Texts|Undergraduate Texts|IFIP Advances)"
    r" in [^\W\d][\w ]+?)[)»”]?(?:,?\s*(?P<volume>(?:vol(?:ume)?\.?|no\.?|n[°º])\s*\d+))?\W*",
    re.IGNORECASE,
)
YEAR_AND_PAGE = re.compile(
    r"(?P<date>\W*(?:1[5-9]|20)\d\d[a-z]?\)?)\s+(?P<pages>[A-Za-z]?\d{1,7}(?:[-–]\d+)?)\W*"
)
YEAR_AND_LOCATOR = re.compile(
    r"(?P<date>\W*(?:1[5-9]|20)\d\d[^;:]{0,12});\s?(?P<volume>\d+(?:\([^()]+\))?):\s?(?P<pages>[A-Za-z]{0,4}\d[\w–-]*)\W*"
)
BARE_YEAR = re.compile(r"\d{4}[.,;]*")
OLD = re.compile(
    r"\W*(?:1[0-3]\d\d|14[0-4]\d)\W*"
)  #: a number of four digits before printing began
NUMBER = re.compile(r"\W*\d{1,6}\W*")
ANY_DIGIT = re.compile(r"\d")
THESIS_WITHIN = re.compile(
    r"(?P<title>.*?\w[.?!])\s+(?P<genre>[^\W\d_][^.–—(]{3,40}(?:\s?\([^()]*\))?)\s*(?:[–—.,]\s*|$)(?P<publisher>[^.]*)\W*"
)
BRACKETED_SERIES = re.compile(
    r"(?P<rest>.*?)\W*\((?P<series>[^\W\d_][^()\d]{5,80}?)(?:,\s*|\s+(?=n[.°ºo]|№|vol))(?:n[.°ºo]*\s?|no\.\s?|nr\.?\s?|vol\.?\s?|№\s?)?(?P<number>\d{1,4})\.?\)\W*",
    re.IGNORECASE,
)


def settled(parts: Parts) -> Parts:
    """Apply every rule in order."""
    for rule in RULES:
        parts = rule(parts)
    return parts


def _split(parts: Parts, at: int, *pieces: tuple[str, str]) -> Parts:
    """Put pieces, each a label and a text, in the place of one part; they are as sure as it was."""
    made = (replace(parts[at], label=label, text=text) for label, text in pieces)
    return *parts[:at], *made, *parts[at + 1 :]


def _institution(parts: Parts) -> Parts:
    """Take who stands before the date, or before a title, for the author where nobody else is."""
    labels = [part.label for part in parts]
    if len(parts) < 3 or not PEOPLE.isdisjoint(labels) or labels[0] == "date":
        return parts
    first = parts[0]
    dated = labels[1] == "date" and "title" in labels[2:] and first.label != "title"
    named = first.label == "publisher" and labels[1] == "title"
    if (dated or named) and len(first.text.split()) <= MOST_WORDS:
        return _split(parts, 0, ("author", first.text))
    return parts


def _behind_quotes(parts: Parts) -> Parts:
    """End a title where its quotation ends; what follows is where it stands."""
    labels = [part.label for part in parts]
    at = labels.index("title") if labels.count("title") == 1 else -1
    quoted = at >= 0 and OPENED.match(parts[at].text) and CONTAINERS.isdisjoint(labels)
    match = QUOTED.fullmatch(parts[at].text) if quoted else None
    if not match or match["rest"].count('"') % 2:
        return parts
    label = "journal" if {"volume", "issue", "pages"}.intersection(labels) else "container-title"
    return _split(parts, at, ("title", match["title"]), (label, match["rest"]))


def _kind_of_work(parts: Parts) -> Parts:
    """Set the kind of a work apart from its title: `[Data set]`, `. Skripsi.`."""
    labels = [part.label for part in parts]
    at = labels.index("title") if "title" in labels and "genre" not in labels else -1
    text = parts[at].text if at >= 0 else ""
    bracketed = KIND_BEHIND.fullmatch(text) if "[" in text else None
    last = THESIS_BEHIND.fullmatch(text) if THESIS.search(text) else None
    if bracketed and fold(bracketed["kind"]).partition(",")[0] in lexicon("genres"):
        match = bracketed
    elif last and THESIS.match(last["kind"]) and len(last["kind"].split()) < 4:
        match = last
    else:
        return parts
    return _split(parts, at, ("title", match["title"]), ("genre", match["kind"]))


def _title(parts: Parts) -> Parts:
    """Take the first of two sentences for the title where a publisher alone was seen."""
    labels = [part.label for part in parts]
    at = labels.index("publisher") if "publisher" in labels else -1
    if at < 0 or "title" in labels or not CONTAINERS.isdisjoint(labels):
        return parts
    match = TWO_SENTENCES.fullmatch(parts[at].text)
    if not match:
        return parts
    return _split(parts, at, ("title", match["title"]), ("publisher", match["publisher"]))


def _by_its_publisher(parts: Parts) -> Parts:
    """Take the first sentence of a title for the author where it is the publisher's name too."""
    if not parts or parts[0].label != "title" or not PEOPLE.isdisjoint(p.label for p in parts):
        return parts
    match = TWO_SENTENCES.fullmatch(parts[0].text)
    publishers = {_words(part.text) for part in parts if part.label == "publisher"}
    if not match or _words(match["title"]) not in publishers:
        return parts
    return _split(parts, 0, ("author", match["title"]), ("title", match["publisher"]))


def _words(text: str) -> str:
    return " ".join(words(text))


def _editors_before_container(parts: Parts) -> Parts:
    """Set the editors apart that stand before the book they edited: `In: O’Neill AM, ed. Rivers`."""
    for at, part in enumerate(parts):
        held = part.label in CONTAINERS and all(each.label != "editor" for each in parts)
        if held and (match := EDITORS_BEFORE.fullmatch(part.text)):
            book = ("container-title", match["rest"])
            return _split(parts, at, ("editor", match["editor"]), book)
    return parts


def _publisher_behind_editors(parts: Parts) -> Parts:
    """Set apart who published a book behind its editors: `edited by Siti Lee, Sage`."""
    for at, part in enumerate(parts):
        held = part.label == "editor" and all(each.label != "publisher" for each in parts)
        match = PUBLISHER_BEHIND.fullmatch(part.text) if held else None
        if match and (is_publisher(match["publisher"]) or " " not in match["publisher"]):
            publisher = ("publisher", match["publisher"])
            return _split(parts, at, ("editor", match["by"]), publisher)
    return parts


def _edition_before_publisher(parts: Parts) -> Parts:
    """Set an edition apart that stands before who published it, and where."""
    for at, part in enumerate(parts):
        named = part.label in ("publisher", "location")
        if named and (match := EDITION_BEFORE.fullmatch(part.text)):
            edition = ("edition", match["edition"])
            return _split(parts, at, edition, (part.label, match["rest"]))
    return parts


def _year_before_quotes(parts: Parts) -> Parts:
    """Set a year apart that stands before a quoted title, where no other date is printed."""
    labels = [part.label for part in parts]
    at = labels.index("title") if "title" in labels and "date" not in labels else -1
    match = YEAR_BEFORE.fullmatch(parts[at].text) if at >= 0 else None
    if not match:
        return parts
    return _split(parts, at, ("date", match["date"]), ("title", match["title"]))


def _issue_before_pages(parts: Parts) -> Parts:
    """Set an issue apart that stands before the pages: `4, p. 301-323`, `3: 251`."""
    labels = [part.label for part in parts]
    at = labels.index("pages") if labels.count("pages") == 1 and "volume" in labels else -1
    match = ISSUE_BEFORE.fullmatch(parts[at].text) if at >= 0 and "issue" not in labels else None
    if not match:
        return parts
    return _split(parts, at, ("issue", match["issue"]), ("pages", match["pages"]))


def _year_in_title(parts: Parts) -> Parts:
    """Leave a bare year behind the title to the title where the imprint ends in another one."""
    labels = [part.label for part in parts]
    if labels[-2:] != ["publisher", "date"] or labels.count("date") != 2 or "title" not in labels:
        return parts
    at = labels.index("date")
    early, late = (dates.year(parts[each].text) for each in (at, -1))
    if labels[at - 1 : at] != ["title"] or not BARE_YEAR.fullmatch(parts[at].text) or early == late:
        return parts
    whole = f"{parts[at - 1].text} {parts[at].text}"
    return *parts[: at - 1], replace(parts[at - 1], text=whole), *parts[at + 1 :]


def _title_before_journal(parts: Parts) -> Parts:
    """Take the first of two sentences behind `(year).` for the title where there is none."""
    labels = [part.label for part in parts]
    at = labels.index("date") + 1 if "date" in labels and "title" not in labels else 0
    dated = at and at < len(parts) and parts[at - 1].text.endswith(".")
    match = UNABRIDGED.fullmatch(parts[at].text) if dated and labels[at] in CONTAINERS else None
    if not match:
        return parts
    return _split(parts, at, ("title", match["title"]), (labels[at], match["journal"]))


def _journal_before_volume(parts: Parts) -> Parts:
    """Take the last sentence of a title for the journal where a comma and the volume follow."""
    labels = [part.label for part in parts]
    at = labels.index("title") if "title" in labels and CONTAINERS.isdisjoint(labels) else -1
    followed = 0 <= at < len(parts) - 1 and labels[at + 1] in ("volume", "pages")
    if not followed or not parts[at].text.endswith(","):
        return parts
    *title, journal = sentences(parts[at].text.rstrip(","))
    if not title or "publisher" in labels:
        return parts
    return _split(parts, at, ("title", ". ".join(title)), ("journal", journal))


def _page_behind_volume(parts: Parts) -> Parts:
    """Set an electronic page apart that stands with the volume: `12(6):e0178485`, `347:f6753`."""
    labels = [part.label for part in parts]
    at = labels.index("volume") if labels.count("volume") == 1 and "pages" not in labels else -1
    match = PAGE_BEHIND.fullmatch(parts[at].text) if at >= 0 else None
    if not match:
        return parts
    return _split(parts, at, ("volume", match["volume"]), ("pages", match["pages"]))


def _day_of_newspaper(parts: Parts) -> Parts:
    """Put a date together of which the month was left with the newspaper, the day for a volume."""
    for at, (first, second, third) in enumerate(zip(parts, parts[1:], parts[2:], strict=False)):
        if (first.label in CONTAINERS and second.label == "volume") and third.label == "date":
            match = MONTH_BEHIND.fullmatch(first.text)
            if match and months.month(match["month"]) and DAY.fullmatch(second.text):
                date = replace(third, text=f"{match['month']} {second.text} {third.text}")
                return (
                    *parts[:at],
                    replace(first, text=match["journal"]),
                    date,
                    *parts[at + 3 :],
                )
    return parts


def _series_behind(parts: Parts) -> Parts:
    """Set the series apart that stands behind the book or meeting it is of."""
    if any(part.label == "collection-title" for part in parts):
        return parts
    for at, part in enumerate(parts):
        match = SERIES_BEHIND.fullmatch(part.text) if part.label == "container-title" else None
        if match:
            series = (("collection-title", match["series"]),)
            numbered = (("volume", match["volume"]),) if match["volume"] else ()
            return _split(parts, at, ("container-title", match["container"]), *series, *numbered)
    return parts


def _day_before_month(parts: Parts) -> Parts:
    """Put a date together of which the day was taken for a volume: `La Capital, 12 mar. 2014`."""
    for at, (day, date) in enumerate(pairwise(parts)):
        month = date.label == "date" and day.label == "volume" and DAY.fullmatch(day.text)
        if month and months.month(date.text.split()[0]) and dates.year(date.text):
            return (
                *parts[:at],
                replace(date, text=f"{day.text} {date.text}"),
                *parts[at + 2 :],
            )
    return parts


def _page_behind_year(parts: Parts) -> Parts:
    """Set the page apart that stands behind the year: `58, 341 (2012) 32`."""
    for at, part in enumerate(parts):
        match = YEAR_AND_PAGE.fullmatch(part.text) if part.label == "date" else None
        if match and all(other.label != "pages" for other in parts[at:]):
            return _split(parts, at, ("date", match["date"]), ("pages", match["pages"]))
    return parts


def _issue_before_year(parts: Parts) -> Parts:
    """Take the number between volume and year for the issue where a page follows the year."""
    for at in range(len(parts) - 3):
        volume, issue, date, page = parts[at : at + 4]
        labels = (volume.label, issue.label, date.label)
        bare = NUMBER.fullmatch(issue.text) and NUMBER.fullmatch(page.text)
        if labels == ("volume", "pages", "date") and page.label in ("pages", "volume") and bare:
            between = replace(issue, label="issue"), date, replace(page, label="pages")
            return *parts[: at + 1], *between, *parts[at + 4 :]
    return parts


def _no_date(parts: Parts) -> Parts:
    """Join a word that is no date to the title behind it, and a number that is none to its volume."""
    for at, (date, other) in enumerate(pairwise(parts)):
        if date.label == "date" and other.label == "title" and not dates.printed(date.text):
            title = replace(other, text=f"{date.text} {other.text}")
            return *parts[:at], title, *parts[at + 2 :]
        number = OLD.fullmatch(other.text) if other.label == "date" else None
        if number and date.label in ("volume", "issue") and not ANY_DIGIT.search(date.text):
            volume = replace(date, text=f"{date.text} {other.text}")
            return *parts[:at], volume, *parts[at + 2 :]
    return parts


def _body_goes_on(parts: Parts) -> Parts:
    """Give a body the part of it that begins the title: `Ministério da Saúde.` `Secretaria …`."""
    if len(parts) < 2 or parts[1].label != "title":
        return parts
    author, title = parts[:2]
    first, rest = _first_sentence(title.text)
    named = names.is_group(first) and len(first.split()) <= MOST_WORDS and ":" not in first
    if author.label != "author" or not rest or not named or not people.is_body(author.text):
        return parts
    joined = f"{author.text} {first}."
    return replace(author, text=joined), replace(title, text=rest), *parts[2:]


def _body_before_title(parts: Parts) -> Parts:
    """Take a body that begins a title for the author where nobody else is."""
    if not parts or parts[0].label != "title" or not PEOPLE.isdisjoint(p.label for p in parts):
        return parts
    first, rest = _first_sentence(parts[0].text)
    if not rest or not names.is_group(first) or not 1 < len(first.split()) <= MOST_WORDS:
        return parts
    return _split(parts, 0, ("author", first), ("title", rest))


def _first_sentence(text: str) -> tuple[str, str]:
    """Return the first of several sentences, and the others as they are printed."""
    first = next(iter(sentences(text)), "")
    return first, text[text.find(first) + len(first) :].lstrip(" .")


def _thesis_behind(parts: Parts) -> Parts:
    """Set what a thesis is, and where, apart from its title or note."""
    for at, part in enumerate(parts):
        if part.label == "note" and THESIS.match(part.text) and len(part.text.split()) <= 6:
            return _split(parts, at, ("genre", part.text))
        match = THESIS_WITHIN.fullmatch(part.text) if part.label == "title" else None
        if match and THESIS.match(match["genre"]):
            where = match["publisher"].strip(" .,")
            body, comma, place = where.rpartition(", ")
            made = [("title", match["title"]), ("genre", match["genre"])]
            made += [("publisher", body), ("location", place)] if comma else [("publisher", where)]
            return _split(parts, at, *(each for each in made if each[1]))
    return parts


def _series_in_brackets(parts: Parts) -> Parts:
    """Set a series and its number apart that stand in brackets: `(Comunicado Técnico, 88.)`."""
    for at, part in enumerate(parts):
        if part.label in ("publisher", "title", "container-title", "note"):
            match = BRACKETED_SERIES.fullmatch(part.text)
            if match and not dates.year(match["number"]):
                series = ("collection-title", f"{match['series']} {match['number']}")
                kept = ((part.label, match["rest"]),) if match["rest"] else ()
                return _split(parts, at, *kept, series)
    return parts


def _journal_with_place(parts: Parts) -> Parts:
    """Take what was taken for a publisher for the journal where its place, volume and pages follow."""
    labels = [part.label for part in parts]
    if not CONTAINERS.isdisjoint(labels) or "title" not in labels:
        return parts
    for at, part in enumerate(parts):
        following = labels[at : at + 4]
        if following == ["publisher", "location", "volume", "pages"]:
            return *parts[:at], replace(part, label="journal"), *parts[at + 1 :]
    return parts


def _locator_in_date(parts: Parts) -> Parts:
    """Set volume and page apart that stand with the year: `2022;25:e220031`."""
    labels = [part.label for part in parts]
    for at, part in enumerate(parts):
        match = YEAR_AND_LOCATOR.fullmatch(part.text) if part.label == "date" else None
        if match and not {"volume", "pages"}.intersection(labels):
            located = ("volume", match["volume"]), ("pages", match["pages"])
            return _split(parts, at, ("date", match["date"]), *located)
    return parts


def _section_behind(parts: Parts) -> Parts:
    """Take what stands behind the day of a newspaper for a note: its section."""
    labels = [part.label for part in parts]
    last = labels[-2:] == ["date", "title"] and "title" in labels[:-2]
    if not last or CONTAINERS.isdisjoint(labels):
        return parts
    return *parts[:-1], replace(parts[-1], label="note")


RULES: tuple[Callable[[Parts], Parts], ...] = (
    _institution,
    _by_its_publisher,
    _behind_quotes,
    _kind_of_work,
    _title,
    _editors_before_container,
    _publisher_behind_editors,
    _edition_before_publisher,
    _year_before_quotes,
    _issue_before_pages,
    _year_in_title,
    _title_before_journal,
    _journal_before_volume,
    _page_behind_volume,
    _day_of_newspaper,
    _series_behind,
    _day_before_month,
    _page_behind_year,
    _issue_before_year,
    _no_date,
    _body_goes_on,
    _body_before_title,
    _thesis_behind,
    _series_in_brackets,
    _journal_with_place,
    _locator_in_date,
    _section_behind,
)
