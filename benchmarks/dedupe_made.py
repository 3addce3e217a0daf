"""Print how duplicates are found in made exports of five databases, whose truth is known.

Run with `PARACITE_CORPORA` set: `python benchmarks/dedupe_made.py [--works N] [--peer PYTHON] SEED…`.

Works of the Crossref corpus are exported by five made databases, each with its habits
(journals abbreviated or in capitals, initials, diacritics lost, author lists cut, pages cut
short, the supplement's DOI for each of its abstracts …) and its slips.  Beside them stand works
that only look alike: errata, retractions, replies, preprints, numbered parts, yearly reports,
"Editorial" after "Editorial", and abstracts of one supplement that differ in one word.
The words that tell abstracts apart are split: odd seeds take one half, even seeds the other.

Seeds 1 to 3 may be looked at while the rules are written; what counts is a seed drawn later.
"""

import argparse
import gzip
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dedupe_quality import counts, f1, peer_groups, with_review

from paracite.deduplicating import Duplicates, find
from paracite.reference import OTHERS, Date, Name, Reference
from paracite.text import fold, words

WORKS = 4000
IN_DATABASE = 0.5  #: chance of a work to be in one of the five
DATABASES = ("medline", "embase", "wos", "scopus", "cinahl")
TELLING = (
    ("resistant", "sensitive"),
    ("type 1", "type 2"),
    ("part I", "part II"),
    ("male", "female"),
    ("in vitro", "in vivo"),
    ("children", "adults"),
    ("2010", "2011"),
    ("Factor H", "Factor I"),
    ("left", "right"),
    ("before", "after"),
    ("acute", "chronic"),
    ("with", "without"),
    ("mice", "rats"),
    ("increased", "decreased"),
    ("phase II", "phase III"),
    ("CD4", "CD8"),
    ("primary", "secondary"),
    ("benign", "malignant"),
    ("upper", "lower"),
    ("arterial", "venous"),
    ("systolic", "diastolic"),
    ("HER2-positive", "HER2-negative"),
    ("hypertension", "hypotension"),
    ("alpha", "beta"),
    ("urban", "rural"),
    ("oral", "intravenous"),
    ("inpatients", "outpatients"),
    ("winter", "summer"),
    ("north", "south"),
    ("short-term", "long-term"),
)
GENERIC = ("Editorial", "Introduction", "Preface", "Book review", "Foreword", "In this issue")
BRITISH = (
    *(("behavior", "behaviour"), ("color", "colour"), ("tumor", "tumour"), ("center", "centre")),
    *(("anemia", "anaemia"), ("pediatric", "paediatric"), ("edema", "oedema"), ("fiber", "fibre")),
    *(("ization", "isation"), ("labor", "labour"), ("esophag", "oesophag"), ("analyz", "analys")),
)
SLIPS = (("rn", "m"), ("l", "1"), ("O", "0"), ("e", "c"), ("h", "b"), ("ii", "u"))  # of OCR
NOTICES = ("Erratum: {}", "Correction to: {}", "Retraction: {}", "{}: a reply", "Comment on: {}")


@dataclass(frozen=True, slots=True)
class Work:
    """A work as it should be, its number, and what kind of neighbour it is to others."""

    number: int
    kind: str
    reference: Reference
    supplement_doi: str = ""


def base(folder: Path) -> list[Reference]:
    """Read the journal articles of the Crossref corpus whose title no other has."""
    seen = Counter[str]()
    found = []
    with gzip.open(folder / "crossref" / "works.jsonl.gz", "rt", encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            reference = _article(item)
            seen["".join(words(reference.title))] += 1
            placed = reference.container_title and reference.volume and reference.page
            if placed and reference.author and reference.issued and len(words(reference.title)) > 3:
                found.append(reference)
    return [work for work in found if seen["".join(words(work.title))] == 1]


def _article(item: dict[str, Any]) -> Reference:
    year = (item.get("issued") or {}).get("date-parts") or [[None]]
    first = {name: (item.get(name) or [""])[0] for name in ("title", "container-title")}
    short = (item.get("short-container-title") or [""])[0]
    names = [
        Name(name.get("family", ""), name.get("given", ""))
        for name in item.get("author") or ()
        if name.get("family")
    ]
    return Reference(
        type="article-journal",
        title=re.sub(r"\s+", " ", first["title"] or "").strip(),
        container_title=first["container-title"] or "",
        container_title_short=short,
        author=tuple(names),
        issued=Date(year[0][0]) if year[0][0] else None,
        volume=item.get("volume", ""),
        issue=item.get("issue", ""),
        page=item.get("page", ""),
        doi=item["DOI"].lower(),
    )


class Maker:
    """Makes the works and the records of one seed."""

    def __init__(self, seed: int, articles: Sequence[Reference]) -> None:
        self.random = random.Random(seed)  # noqa: S311  no secret hangs on it
        self.articles = self.random.sample(articles, len(articles))
        self.telling = TELLING[seed % 2 :: 2]
        self.works: list[Work] = []

    def add(self, kind: str, reference: Reference, supplement_doi: str = "") -> None:
        """Add a work; one made from another gets an identifier of its own."""
        self.works.append(Work(len(self.works), kind, reference, supplement_doi))

    def elsewhere(self, reference: Reference, **changes: Any) -> Reference:
        """Return a work in another place of the same journal, with a DOI of its own."""
        draw = self.random.randint
        first = draw(1, 900)
        moved = replace(
            reference,
            doi=f"10.5555/{draw(10**6, 10**7)}",
            page=f"{first}-{first + draw(0, 9)}",
            volume=str(draw(1, 90)),
            issue=str(draw(1, 12)),
        )
        return replace(moved, **changes)

    def make(self, count: int) -> None:
        """Make all works: `count` articles, and a neighbour or so for each fifth of them."""
        for at, article in enumerate(self.articles[:count]):
            self.add("article", article)
            year = article.issued.year if article.issued and article.issued.year else 2000
            if at % 20 == 0:
                notice = self.random.choice(NOTICES).format(article.title)
                self.add("notice", self.elsewhere(article, title=notice, issued=Date(year + 1)))
            elif at % 20 == 1:
                self.add("preprint", self.preprint(article, year))
            elif at % 20 == 2:
                self.parts(self.articles[-1 - at], year)
            elif at % 20 == 3:
                self.generic(article)
            elif at % 100 == 4:
                self.supplement(article, self.articles[count + at : count + at + 12])

    def preprint(self, article: Reference, year: int) -> Reference:
        """Return the preprint of an article, a year or less before it."""
        return replace(
            article,
            type="article",
            container_title="bioRxiv",
            container_title_short="",
            issued=Date(year - self.random.randint(0, 1)),
            doi=f"10.1101/{self.random.randint(10**5, 10**6)}",
            volume="",
            issue="",
            page="",
        )

    def parts(self, article: Reference, year: int) -> None:
        """Add two numbered parts, or the report of the next year."""
        if self.random.random() < 0.5:
            for number in ("I", "II"):
                title = f"{article.title}. {number}."
                self.add("part", self.elsewhere(article, title=title, volume=article.volume))
        else:
            for later in (0, 1):
                titled = f"{article.title}: report {year + later}"
                self.add("part", self.elsewhere(article, title=titled, issued=Date(year + later)))

    def generic(self, article: Reference) -> None:
        """Add texts of one author and one general title in other journals and issues."""
        title = self.random.choice(GENERIC)
        author = article.author[:1]
        for other in self.random.sample(self.articles, 2):
            self.add("generic", self.elsewhere(other, title=title, author=author))
        self.add("generic", self.elsewhere(article, title=title, author=author))
        self.add("generic", self.elsewhere(article, title=title, author=author))

    def supplement(self, article: Reference, others: Sequence[Reference]) -> None:
        """Add the abstracts of a supplement, some of which differ in one word."""
        issue = f"Suppl {self.random.randint(1, 3)}"
        page = self.random.randint(1, 400)
        shared = f"10.5555/suppl.{self.random.randint(10**5, 10**6)}"
        for other in others:
            page += self.random.randint(0, 1)  # two abstracts stand on a page
            abstract = replace(
                other,
                container_title=article.container_title,
                container_title_short=article.container_title_short,
                volume=article.volume,
                issue=issue,
                page=f"S{page}",
                issued=article.issued,
                doi=f"10.5555/{self.random.randint(10**6, 10**7)}",
            )
            if self.random.random() < 0.8:
                self.add("abstract", abstract, shared)
                continue
            apart = self.random.choice((0, 0, 1))
            for word in self.random.choice(self.telling):
                twin = replace(
                    abstract,
                    title=self.with_word(abstract.title, word),
                    page=f"S{page}",
                    doi=f"10.5555/{self.random.randint(10**6, 10**7)}",
                )
                page += apart
                self.add("twin abstract", twin, shared)

    def with_word(self, title: str, word: str) -> str:
        """Put a telling word into a title, always at the same place of the same title."""
        listed = title.split()
        at = max(1, len(listed) * 2 // 3)
        return " ".join((*listed[:at], word, *listed[at:]))

    def records(self) -> Iterator[tuple[Work, Reference]]:
        """Yield the record of each work in each database that has it."""
        for database in DATABASES:
            for work in self.works:
                if self.random.random() < IN_DATABASE:
                    made = getattr(self, database)(work)
                    yield work, replace(self.slip(made), source=database)

    def medline(self, work: Work) -> Reference:
        """Export as MEDLINE does: initials, short journal, cut pages, PMID."""
        made = work.reference
        translated = self.random.random() < 0.02
        return replace(
            made,
            title=f"[{made.title}]." if translated else f"{made.title}.",
            author=tuple(Name(name.family, initials(name.given)) for name in made.author),
            container_title=made.container_title_short or shortened(made.container_title),
            page=cut_pages(made.page),
            pmid=str(20_000_000 + work.number) if made.type != "article" else "",
            doi=made.doi if self.random.random() < 0.8 else "",
            issue=made.issue if self.random.random() < 0.9 else "",
        )

    def embase(self, work: Work) -> Reference:
        """Export as Embase does: no diacritics, the supplement's DOI for its abstracts."""
        made = work.reference
        return replace(
            made,
            title=plain(made.title),
            author=tuple(
                Name(plain(name.family), f"{initials(name.given, '.')}") for name in made.author
            ),
            doi=work.supplement_doi or (made.doi if self.random.random() < 0.7 else ""),
        )

    def wos(self, work: Work) -> Reference:
        """Export as Web of Science does: capitals, early access years, no DOI now and then."""
        made = work.reference
        capitals = self.random.random() < 0.5
        issued = made.issued
        if issued and issued.year and self.random.random() < 0.05:
            issued = Date(issued.year + 1)
        return replace(
            made,
            title=made.title.upper() if capitals else made.title,
            container_title=made.container_title.upper(),
            author=tuple(Name(plain(name.family), initials(name.given)) for name in made.author),
            issued=issued,
            doi=made.doi if self.random.random() < 0.7 else "",
        )

    def scopus(self, work: Work) -> Reference:
        """Export as Scopus does: initials with points, long author lists cut."""
        made = work.reference
        listed = [Name(name.family, initials(name.given, ".")) for name in made.author]
        if len(listed) > 3 and self.random.random() < 0.3:
            listed = [*listed[: self.random.randint(1, 3)], OTHERS]
        return replace(made, author=tuple(listed), title=self.british(made.title))

    def cinahl(self, work: Work) -> Reference:
        """Export as nursing and psychology databases do: no DOI, subtitles and issues lost."""
        made = work.reference
        title, colon, _ = made.title.partition(":")
        cut = (
            colon
            and work.kind == "article"
            and len(title.split()) > 4
            and self.random.random() < 0.15
        )
        listed = made.author[:1] if self.random.random() < 0.1 else made.author
        return replace(
            made,
            title=title if cut else made.title.replace(" and ", " & "),
            author=tuple(self.joined(name) for name in listed),
            doi="",
            volume=made.volume if self.random.random() < 0.93 else "",
            page=made.page.partition("-")[0] if self.random.random() < 0.2 else made.page,
        )

    def joined(self, name: Name) -> Name:
        """Write a name as one string, in the wrong order, or a double name as two, seldom."""
        chance = self.random.random()
        if chance < 0.02:
            return Name(name.given, name.family)
        if chance < 0.05 and " " in name.family:
            first, _, last = name.family.partition(" ")
            return Name(last, f"{name.given} {first}")
        if chance < 0.08:
            return Name(literal=f"{name.family} {initials(name.given)}")
        return name

    def british(self, title: str) -> str:
        """Spell a title as on the other side of the Atlantic, half the time."""
        if self.random.random() < 0.5:
            for american, british in BRITISH:
                title = title.replace(american, british)
        return title

    def slip(self, made: Reference) -> Reference:
        """Make a slip of OCR or typing in one record of twenty."""
        if self.random.random() > 0.05:
            return made
        slip, instead = self.random.choice(SLIPS)
        at = self.random.randrange(max(1, len(made.title)))
        title = made.title[:at] + made.title[at:].replace(slip, instead, 1)
        return replace(made, title=title)


def initials(given: str, point: str = "") -> str:
    """Return the initials of given names."""
    return "".join(part[0].upper() + point for part in re.findall(r"[^\W\d_]+", given))


def plain(text: str) -> str:
    """Take diacritics off a text and keep its capitals."""
    return "".join(
        (folded.upper() if character.isupper() else folded)
        if (folded := fold(character)) and character.isalpha()
        else character
        for character in text
    )


def shortened(container: str) -> str:
    """Abbreviate a journal by cutting its long words."""
    if container.islower() or " " not in container:
        return container
    listed = [word for word in container.split() if word.lower() not in ("of", "the", "and", "for")]
    return " ".join(word[:5].rstrip("aeiou") if len(word) > 6 else word for word in listed)


def cut_pages(pages: str) -> str:
    """Cut the last page to the digits that differ: `737-738` becomes `737-8`."""
    first, dash, last = pages.partition("-")
    if not dash or len(first) != len(last):
        return pages
    same = next((at for at, digit in enumerate(first) if digit != last[at]), len(first) - 1)
    return f"{first}-{last[same:]}"


def report(seed: int, articles: Sequence[Reference], count: int, peer: str) -> None:
    """Print the figures of one seed."""
    maker = Maker(seed, articles)
    maker.make(count)
    made = list(enumerate(maker.records()))
    maker.random.shuffle(made)
    records = [replace(record, citekey=f"r{at}") for at, (_, record) in made]
    work_of = {f"r{at}": work for at, (work, _) in made}
    groups: dict[int, list[str]] = {}
    for record in records:
        groups.setdefault(work_of[record.citekey].number, []).append(record.citekey)
    truth = [group for group in groups.values() if len(group) > 1]
    found = find(records)
    merged = [cluster.keys for cluster in found.clusters]
    print(f"seed {seed}: {len(records)} records; {_figures(truth, merged)}, ", end="")
    shown = len({key for doubt in found.review for key in doubt.keys}) / len(records)
    print(f"review {shown:.2%}, found or in review {with_review(records, truth, found):.4f}")
    print(f"  falsely merged: {_kinds(work_of, merged)}; in review: {_reviewed(work_of, found)}")
    if peer:
        other = peer_groups(peer, records)
        print(f"  bib-dedupe: {other if isinstance(other, str) else _figures(truth, other)}")


def _figures(truth: Sequence[Sequence[str]], merged: Sequence[Sequence[str]]) -> str:
    right, wrong, missed = counts(truth, merged)
    precision, recall = right / max(1, right + wrong), right / (right + missed)
    return (
        f"precision {precision:.5f} ({wrong} false), recall {recall:.4f} ({missed} missed), "
        f"F1 {f1(right, wrong, missed):.4f}"
    )


def _kinds(work_of: dict[str, Work], merged: Sequence[Sequence[str]]) -> dict[str, int]:
    """Count the false merges by the kinds of works that were merged."""
    found = Counter[str]()
    for group in merged:
        works = {work_of[key].number: work_of[key].kind for key in group}
        if len(works) > 1:
            found[" + ".join(sorted(set(works.values())))] += len(works) - 1
    return dict(found)


def _reviewed(work_of: dict[str, Work], found: Duplicates) -> dict[str, int]:
    """Count the pairs put up for review by reason, and whether they are one work."""
    counted = Counter[str]()
    for doubt in found.review:
        a, b = (work_of[key].number for key in doubt.keys)
        counted[f"{doubt.reason} ({'one work' if a == b else 'two works'})"] += 1
    return dict(counted.most_common(8))


def main() -> None:
    """Print the figures of each seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="*", type=int, default=[1, 2, 3])
    parser.add_argument("--works", type=int, default=WORKS)
    parser.add_argument("--peer", default="", help="a Python that has bib-dedupe")
    asked = parser.parse_args()
    articles = base(Path(os.environ["PARACITE_CORPORA"]))
    for seed in asked.seeds:
        report(seed, articles, asked.works, asked.peer)


if __name__ == "__main__":
    main()
