"""Labelled parts to a `Reference`: each label has its cleaning, then the type is decided."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from paracite.fields import dates, editions, pages, volumes
from paracite.fields.lexicons import lexicon
from paracite.parsing import cut, groups, kinds, known, marks, people, vocabulary
from paracite.parsing.parts import Part
from paracite.parsing.sentences import OWN_STOP
from paracite.reference import Date, Name, Origin, Reference
from paracite.text import squeeze, words

QUOTES = "\"'“”„‟«»‘’‚‹›`´"
AROUND = " \t.,;:-–—|"
IN = re.compile(r"^\W*\b(?:in|dans|dalam|di dalam|aus|from|en|em)\b\s*:?\s+", re.IGNORECASE)
IN_VITRO = re.compile(r"In (?:Vitro|Vivo|Silico|Situ)\b")  #: a journal's own "In"
ROLE = re.compile(
    r"[(\[]?\b(?:eds?|edited|editors?|hrsg|hg|herausgegeben|herausgeber|coords?|dirs?|sous la direction|orgs?|"
    r"red|éds?|édit|comps?|trans(?:l|lated|lators?)?|übers|trad|a cura|curatore)\b\.?(?:\s+(?:by|von|de|di|par)\b)?[)\]]?[.:]?",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?P<pages>[A-Za-z]{0,3}\d[\w.]*(?:\s*[-‐-―−]+\s*[A-Za-z]{0,3}\d+\w*)?(?:\s*[,;+&]\s*\d+(?:\s*[-‐-―−]+\s*\d+)?)*"
    r"|[ivxlc]+\s*[-‐-―−]+\s*[ivxlc]+)"
)
LOCATED = re.compile(
    r"(?:(?P<year>(?:1[89]|20)\d\d)[;,]\s*)?(?:(?P<volume>[A-Z]?\d{1,4}\s*(?:\([^()]*\))?)\s*:|(?P<numbered>\d{1,4}\s?\(\d{1,4}\)),)"
    r"\s*(?P<pages>[A-Za-z]?\d[^:]*)"
)
VOLUME_AT_END = re.compile(r"(.*[^\W\d_].*?),?\s+(\d{1,3}(?:\.\d{1,3}|\s?\(\d+\))?)")
ORDINAL_AT_END = re.compile(
    r"(.*[^\W\d_].*?),\s+(\d+(?:st|nd|rd|th|e|\.)?|rev|revised)\.?", re.IGNORECASE
)
ONLY_EDITION = re.compile(r"(?:ed|edn|edition|aufl|éd)\.?", re.IGNORECASE)
EDITED_BY = re.compile(
    r"[\s,;(]+(?:eds?\.|edited|hrsg\. v\.|herausgegeben)\s+(?:by|von)\s+([^()]+?)[\s.,)]*$",
    re.IGNORECASE,
)
# What says only where an identifier that was cut out stood.
REPEATED = re.compile(
    r"(?:arxiv(?:\.org)?(?: (?:e-?prints?|preprints?))?\W*(?:arxiv\s?:?)?\s?[\w./-]*\d[\w.]*(?:\s?\[[\w.-]+\])?"
    r"|retrieved|available|accessed|from|at|online|on|url|doi|pmid|\W)+",
    re.IGNORECASE,
)
EDITED = re.compile(r"\b(?:eds?|editors?|hrsg|herausgeber)\b\W*$", re.IGNORECASE)
HAN_EDITED = re.compile(r"[\u3400-\u9fff](?:主编|主編|编|編)\W*$")
PLACE_AND_PUBLISHER = re.compile(r"([^:\d]{2,40}?)\s?:\s+([^:]+)")
MEDIUM = re.compile(
    r"\s*[(\[](?:internet|online|on-line|en ligne|en línea|en linea|electronic|электронный ресурс|electronic resource|serial online)[)\]]",
    re.IGNORECASE,
)
SLASHES = re.compile(r"^\s*//\s*|\s+//?\s*$")  #: before a container, in Russian lists
MAY_HOLD = re.compile(r"10\.\d|://|www\.|\d{4}|\d-\d", re.IGNORECASE)  #: an identifier or a day
WHOLLY_BRACKETED = re.compile(r"\A\W*\[([^\[\]]+)\]\W*\Z")
NUMBER_OF_PAGES = re.compile(
    r"^\W*(\d+)\s*(?:pp?|pages?|s|seiten|hal|str|с)\b\.?\W*$", re.IGNORECASE
)
TEXT_FIELDS = {
    "title": "title",
    "container-title": "container_title",
    "journal": "container_title",
    "collection-title": "collection_title",
    "publisher": "publisher",
    "location": "publisher_place",
    "edition": "edition",
    "genre": "genre",
    "medium": "medium",
    "source": "container_title",
    "number": "number",
    "section": "section",
    "note": "note",
}
PEOPLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "director",
    "producer": "producer",
}
STANDARDS = ("RFC", "BCP", "STD", "INTERNET-DRAFT")
NUMBERED_SERIES = re.compile(
    r"(?P<series>.*[^\W\d_].*?)[\s,]+(?:(?:no|nr|vol|n)[.°º]*\s*)?(?P<number>\d{1,5})",
    re.IGNORECASE,
)
FIRST_PRINT = 1450
NOWHERE = Origin()
JOINED = {"title": ". ", "container_title": ", ", "note": " ", "genre": ", "}


@dataclass(slots=True)
class _Draft:
    """What has been read of a reference so far."""

    texts: dict[str, str] = field(default_factory=dict)
    people: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    issued: Date | None = None
    extra: list[tuple[str, str]] = field(default_factory=list)


def assemble(parts: Sequence[Part], found: cut.Cut, origin: Origin = NOWHERE) -> Reference:
    """Make a reference of its labelled parts and the identifiers cut out before."""
    draft = _Draft()
    listed: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        listed[part.label].append(squeeze(part.text))
    listed["note"] = [text for text in listed["note"] if not REPEATED.fullmatch(text)]
    if found.arxiv:
        listed["volume"] = [text for text in listed["volume"] if found.arxiv not in text]
    _cut_editors(listed)
    for label, name in TEXT_FIELDS.items():
        for text in listed[label]:
            _add_text(draft, name, _clean(label, marks.without(text)))
    _locate(draft, listed)
    _dates(draft, listed["date"])
    _numbers(draft, listed)
    _settle(draft, listed)
    _imprint(draft.texts)
    _place_behind(draft.texts, journal=bool(listed["journal"]))
    _number(draft.texts, journal=bool(listed["journal"]))
    _people(draft, listed)
    _responsibility(draft)
    draft.texts |= {
        name: value
        for name in ("doi", "url", "isbn", "issn", "pmid", "pmcid", "edition")
        if (value := getattr(found, name))
    }
    _add_text(draft, "note", found.note)
    if found.arxiv:
        draft.extra.append(("eprint", found.arxiv))
    return _reference(draft, found, origin, journal=bool(listed["journal"]))


def _reference(draft: _Draft, found: cut.Cut, origin: Origin, *, journal: bool) -> Reference:
    texts = {name: value for name, value in draft.texts.items() if value}
    author = draft.people.get("author", ())
    editors = bool(draft.people.get("editor")) and bool(author)
    group = bool(author) and bool(author[0].literal) and " " in author[0].literal
    periodical = journal or _is_periodical(texts)
    day = draft.issued.day if draft.issued else 0
    kind = marks.kind(found.text) or kinds.kind(
        texts,
        group=group,
        journal=periodical,
        editors=editors,
        preprint=bool(found.arxiv),
        day=bool(day),
    )
    values: dict[str, Any] = {**draft.people, **texts}
    return Reference(
        type=kind,
        issued=draft.issued,
        accessed=found.accessed,
        extra=tuple(draft.extra),
        origin=origin,
        **values,
    )


def _is_periodical(texts: dict[str, str]) -> bool:
    said = words(texts.get("container_title", ""))
    named = not lexicon("periodicals").isdisjoint(said)
    return named and not texts.get("publisher") and not kinds.PROCEEDINGS.search(" ".join(said))


def _add_text(draft: _Draft, name: str, text: str) -> None:
    if not text:
        return
    before = draft.texts.get(name)
    draft.texts[name] = f"{before}{JOINED.get(name, ', ')}{text}" if before else text


def _clean(label: str, text: str) -> str:
    """Strip what surrounds a value in print: quotes, punctuation, a leading "In"."""
    if label in ("container-title", "journal") and not IN_VITRO.match(text):
        text = IN.sub("", text)
    if label in ("title", "note"):
        bare = cut.cut(text).text if label == "note" or MAY_HOLD.search(text) else text
        text = WHOLLY_BRACKETED.sub(r"\1", bare)
    text = MEDIUM.sub("", SLASHES.sub("", text))
    stop = "." if OWN_STOP.search(text.rstrip(QUOTES)) else ""
    bare = text.strip(AROUND + QUOTES) if label != "edition" else text.strip(AROUND + "()")
    if bare.count("(") < bare.count(")") or bare.count("(") > bare.count(")"):
        bare = bare.strip("()" + AROUND)
    return bare.strip() + stop


def _locate(draft: _Draft, listed: dict[str, list[str]]) -> None:
    """Set volume, year and edition apart where they were labelled with their neighbour."""
    located = LOCATED.fullmatch(" ".join(listed["pages"])) if not listed["volume"] else None
    if located:
        listed["pages"] = [located["pages"]]
        listed["volume"] = [located["volume"] or located["numbered"]]
        listed["date"] += [located["year"]] if located["year"] else []
    container = draft.texts.get("container_title", "")
    ends = (
        VOLUME_AT_END.fullmatch(container) if listed["journal"] and not listed["volume"] else None
    )
    if ends:
        draft.texts["container_title"], volume = ends.groups()
        listed["volume"] = [volume]
    unnumbered = ONLY_EDITION.fullmatch(draft.texts.get("edition", ""))
    if unnumbered and (ordinal := ORDINAL_AT_END.fullmatch(container)):
        draft.texts["container_title"], draft.texts["edition"] = ordinal.groups()


def _cut_editors(listed: dict[str, list[str]]) -> None:
    """Take `edited by …` off the end of a container's title, where nobody else is editor."""
    for at, text in enumerate(listed["container-title"]):
        if (match := EDITED_BY.search(text)) and match.start() and not listed["editor"]:
            listed["container-title"][at] = text[: match.start()]
            listed["editor"].append(match[1])


def _dates(draft: _Draft, texts: list[str]) -> None:
    found = [date for text in texts if (date := dates.printed(text)) and _is_possible(date)]
    dated = [date for date in found if date.year is not None]
    draft.issued = dated[0] if dated else found[0] if found else None
    for date in dated[1:]:  # a year behind the names, the day behind the newspaper
        if (
            draft.issued
            and date.year == draft.issued.year
            and date.month
            and not draft.issued.month
        ):
            draft.issued = date


def _is_possible(date: Date) -> bool:
    """Return whether a work can have been printed then."""
    return date.year is None or FIRST_PRINT <= date.year <= datetime.now(tz=UTC).year + 1


def _numbers(draft: _Draft, listed: dict[str, list[str]]) -> None:
    for text in map(marks.without, listed["volume"]):
        volume, issue, count = volumes.split(text)
        _add_text(draft, "volume", volume)
        _add_text(draft, "issue", issue)
        _add_text(draft, "number_of_volumes", count)
    for text in listed["issue"]:
        _add_text(draft, "issue", text.strip(AROUND + "()"))
    for text in listed["pages"]:
        if match := NUMBER_OF_PAGES.match(text):
            draft.texts["number_of_pages"] = match[1]
        elif match := PAGE.search(text):
            _add_text(draft, "page", pages.normalise(match["pages"].rstrip(".")))
    draft.texts["edition"] = editions.number(draft.texts.get("edition", ""))


def _settle(draft: _Draft, listed: dict[str, list[str]]) -> None:
    """Return a title and a year their place where the labels left them in another."""
    texts = draft.texts
    if not texts.get("title") and not listed["journal"]:
        for name in ("container_title", "note"):
            if texts.get(name):
                texts["title"] = texts.pop(name)
                break
    if draft.issued is None:
        if dates.year(texts.get("issue", "")):
            draft.issued = dates.printed(texts.pop("issue"))
        else:
            draft.issued = dates.printed(" ".join(listed["note"]))


def _responsibility(draft: _Draft) -> None:
    """Take off a title who is said again to have written it: `The watch / David Marlow`."""
    title, slash, said = draft.texts.get("title", "").rpartition(" / ")
    families = [name.family or name.literal for name in draft.people.get("author", ())]
    if slash and any(family and family in said for family in families):
        draft.texts["title"] = title


def _number(texts: dict[str, str], *, journal: bool) -> None:
    """Put a series and its number where they belong: of a standard, or of a series of books."""
    series = texts.get("collection_title", "")
    if series.upper() in STANDARDS and texts.get("number"):
        texts["number"] = f"{texts.pop('collection_title')} {texts['number']}"
    elif series and texts.get("number") and not texts.get("collection_number"):
        texts["collection_number"] = texts.pop("number")
    elif match := NUMBERED_SERIES.fullmatch(series):
        texts["collection_title"], texts["collection_number"] = (
            match["series"],
            match["number"],
        )
    elif series and not journal and not texts.get("issue"):
        texts["collection_number"] = texts.pop("volume", "")


def _place_behind(texts: dict[str, str], *, journal: bool) -> None:
    """Set a place apart that stands behind a journal, as in Brazilian lists."""
    container, comma, place = texts.get("container_title", "").rpartition(", ")
    located = journal or texts.get("volume") or texts.get("issue") or texts.get("page")
    first, stop, city = texts.get("container_title", "").rpartition(". ")
    if stop and not (journal or texts.get("volume")):
        container, comma, place, located = first, stop, city, "yes"
    known_place = known.has("places", place) or known.has("places", place.partition("/")[0])
    if comma and located and known_place and not texts.get("publisher"):
        texts["container_title"] = container
        texts["publisher_place"] = texts.get("publisher_place") or place


def _imprint(texts: dict[str, str]) -> None:
    """Return place and publisher apart where one label holds both, or each the other."""
    place, publisher = texts.get("publisher_place", ""), texts.get("publisher", "")
    named = PLACE_AND_PUBLISHER.fullmatch(publisher)
    first, comma, last = publisher.rpartition(", ")
    if not place and named:
        place, publisher = named.groups()
    elif not place and comma and _is_known(last) and not _is_known(first):
        place, publisher = last, first
    elif not place and comma and _is_known(publisher.partition(", ")[0]):
        place, _, publisher = publisher.partition(", ")
    if place and publisher and _are(publisher, "L") and _are(place, "P"):
        place, publisher = publisher, place
    first, comma, last = place.rpartition(", ")
    if not publisher and comma and not _is_place(first) and _is_place(last):
        place, publisher = last, first
    texts["publisher_place"], texts["publisher"] = place, publisher


def _is_known(place: str) -> bool:
    """Return whether a text names a place and nothing else."""
    return known.has("places", place) or _are(place, "L")


def _is_place(text: str) -> bool:
    return any("L" in vocabulary.role(word) for word in words(text))


def _are(text: str, kind: str) -> bool:
    """Return whether all words are mostly of one kind: `L` places, `P` publishers."""
    roles = [vocabulary.role(word) for word in words(text)]
    return bool(roles) and all(role == kind for role in roles)


def _people(draft: _Draft, listed: dict[str, list[str]]) -> None:
    """Read the names of every role; institutions mistaken for persons go to `extra`."""
    if not listed["editor"] and listed["author"] and EDITED.search(listed["author"][-1]):
        listed["editor"], listed["author"] = listed["author"], []
    if _are_authors(listed):
        listed["author"], listed["editor"] = listed["editor"], []
    if not listed["editor"] and listed["author"] and HAN_EDITED.search(listed["author"][-1]):
        listed["editor"], listed["author"] = listed["author"], []
    for label, name in PEOPLE.items():
        for text in listed[label]:
            bare = IN.sub("", ROLE.sub("", text)) if label != "author" else ROLE.sub("", text)
            if label != "author" and groups.is_made_of_words(bare):
                draft.extra.append((f"printed-{name}", bare.strip(AROUND)))
                continue
            found = people.read(bare)
            draft.people[name] = draft.people.get(name, ()) + groups.restored(found)
            if groups.restored(found) != found:
                draft.extra.append((f"printed-{name}", bare.strip(" ,;")))
    _set_repetitions_apart(draft)
    draft.people = {name: found for name, found in draft.people.items() if found}


def _are_authors(listed: dict[str, list[str]]) -> bool:
    """Return whether only the last of several is an editor, as in the standards of the Internet."""
    named = " ".join(listed["editor"])
    last = named.count("Ed.") < 2 and not named.startswith("Ed")
    several = last and "," in named.partition(" and ")[0] and " and " in named
    series = {text.strip(AROUND).upper() for text in listed["collection-title"]}
    return several and not listed["author"] and not series.isdisjoint(STANDARDS)


def _set_repetitions_apart(draft: _Draft) -> None:
    """Keep editors that only repeat the institution that is the author in `extra`."""
    written_by = [name.literal for name in draft.people.get("author", ()) if name.literal]
    kept = []
    for editor in draft.people.get("editor", ()):
        if any(groups.repeats(editor, group) for group in written_by):
            draft.extra.append(("printed-editor", str(editor)))
        else:
            kept.append(editor)
    draft.people["editor"] = tuple(kept)
