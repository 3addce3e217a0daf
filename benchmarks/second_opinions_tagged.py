"""Compare the reading and writing of tagged files with rispy and nbib, which others wrote.

`python benchmarks/second_opinions_tagged.py [--records N] [--seed S]` makes N records of RIS and of
PubMed with every tag, repeated tags, continued lines, either newline, a byte-order mark, and prints
how many values agree and, for each judged reason, how many differ.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator

import nbib
import rispy

from paracite import readers, writers
from paracite.fields.ris import TAGS
from paracite.readers import Document, _tagged
from paracite.readers.ris import LINE
from paracite.text import squeeze

KEYS = dict(rispy.config.TAG_KEY_MAPPING)
LISTED = frozenset(rispy.config.LIST_TYPE_TAGS)
WORDS = (
    *("river", "Fluß", "Łódź", "Ὁμήρου", "Достоевский", "研究", "الأنهار", "नदी", "50%", "a/b"),
    *("O'Neil", "“quoted”", "1–2", "(2nd ed.)", "a;b", "c:", "why?", "[1]", "UV", "- y", "A, B"),
)
#: what rispy does otherwise, and why paracite does not
JUDGED = {
    "repeated": (
        "of a tag that comes again rispy keeps one value, with lines of others; paracite keeps all"
    ),
    "addresses": "rispy cuts `UR` at semicolons, which addresses may hold",
    "continued": (
        "rispy takes each line of a listed tag for a value; paracite does so of keywords, as EndNote"
        " lists them, for names and notes go on in the next line"
    ),
}


def values(maker: random.Random) -> str:
    """Make a value of one to six words."""
    return " ".join(maker.choices(WORDS, k=maker.randint(1, 6)))


def record(maker: random.Random) -> list[tuple[str, list[str]]]:
    """Make the tags of one record, each with the lines of its value."""
    tags = maker.choices(sorted(TAGS & set(KEYS) - {"TY", "ER"}), k=maker.randint(1, 25))
    return [(tag, [values(maker) for _ in range(maker.choice((1, 1, 1, 2)))]) for tag in tags]


def text_of(tags: list[tuple[str, list[str]]], newline: str) -> str:
    """Write a record as RIS, its longer values over several lines."""
    lines = [f"{tag}  - {f'{newline}      '.join(parts)}" for tag, parts in tags]
    return newline.join(("TY  - JOUR", *lines, "ER  - ", ""))


def against_rispy(maker: random.Random, count: int) -> Counter[str]:
    """Count the values of `count` records on which rispy agrees, and why not on the others."""
    said: Counter[str] = Counter()
    for _ in range(count):
        made, newline = record(maker), maker.choice(("\n", "\r\n"))
        text = text_of(made, newline)
        [other] = rispy.loads(text)
        mark = maker.choice(("", "\ufeff"))
        [ours] = _tagged.records(mark + text, LINE, "TY", "ER", listed=("KW",))
        for tag in dict.fromkeys(tag for tag, _ in made):
            found = [squeeze(each) for each in ours.all(tag)]
            theirs = other.get(KEYS[tag], "")
            listed = [squeeze(each) for each in (theirs if tag in LISTED else [theirs])]
            said[_judged(tag, found, listed)] += max(len(found), 1)
    return said


def _judged(tag: str, found: list[str], theirs: list[str]) -> str:
    if found == theirs:
        return "agree"
    if tag == "UR":
        return "addresses"
    if tag in LISTED and " ".join(found) == " ".join(theirs):
        return "continued"
    repeated = tag not in LISTED and len(found) > 1
    repeated = repeated and (theirs[0] in found or theirs[0].startswith(found[0]))
    return "repeated" if repeated else f"NOT JUDGED {tag}: {found} {theirs}"


def articles(maker: random.Random, count: int) -> Iterator[str]:
    """Make records of PubMed."""
    for number in range(1, count + 1):
        people = [f"{maker.choice(WORDS[1:7])}, {maker.choice('ABCDE')}" for _ in range(3)]
        names = (f"FAU - {name}\nAU  - {name.replace(',', '')}" for name in people)
        lines = (
            *(f"PMID- {number}", f"TI  - {values(maker)}\n      {values(maker)}", *names),
            *(f"AB  - {values(maker)}", f"DP  - {maker.randint(1900, 2030)} Mar 5"),
            *(f"VI  - {maker.randint(1, 99)}", f"IP  - {maker.randint(1, 12)}", "PG  - 5-9"),
            *(f"AID - 10.1000/{number} [doi]", f"OT  - {values(maker)}", "JT  - Rivers"),
        )
        yield "\n".join((*lines, "", ""))


def against_nbib(maker: random.Random, count: int) -> Counter[str]:
    """Count the values of `count` articles on which nbib agrees, read and written again."""
    said: Counter[str] = Counter()
    text = "".join(articles(maker, count))
    found = readers.reader("nbib").read(Document("", text.encode())).references
    again = writers.writer("nbib").write(found, writers.Options()).data.decode()
    for written in (text, again):
        for ours, other in zip(found, nbib.read(written), strict=True):
            pairs = {
                "title": (ours.title, squeeze(other["title"])),
                "pmid": (ours.pmid, str(other["pubmed_id"])),
                "doi": (ours.doi, other["doi"]),
                "volume": (ours.volume, other["journal_volume"]),
                "issue": (ours.issue, other["journal_issue"]),
                "abstract": (ours.abstract, other["abstract"]),
                "authors": (
                    [f"{name.family}, {name.given}" for name in ours.author],
                    [each["author"] for each in other["authors"]],
                ),
                "year": (
                    str(ours.issued.year if ours.issued else ""),
                    other["publication_date"][:4],
                ),
            }
            for name, (mine, theirs) in pairs.items():
                said["agree" if mine == theirs else f"NOT JUDGED {name}: {mine} {theirs}"] += 1
    return said


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=8000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    maker = random.Random(options.seed)  # noqa: S311  made data, no secret
    for name, said in (
        ("rispy", against_rispy(maker, options.records)),
        ("nbib", against_nbib(maker, options.records // 8)),
    ):
        print(f"{name}: {sum(said.values())} values")
        for reason, number in said.most_common(12):
            print(f"  {number:7}  {JUDGED.get(reason, reason)}")


if __name__ == "__main__":
    main()
