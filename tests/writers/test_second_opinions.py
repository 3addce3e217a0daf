"""What rispy and nbib, written by others, read of files made here, and of what paracite writes.

Where they differ is judged below, each difference with its reason.
"""

import re
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paracite import readers, writers
from paracite.fields.markup import plain
from paracite.fields.ris import TAGS
from paracite.readers import Document, _tagged, _values
from paracite.readers.ris import LINE
from paracite.reference import OTHERS, Reference
from paracite.text import squeeze

from .made import references

rispy = pytest.importorskip("rispy")
nbib = pytest.importorskip("nbib")

#: tags that rispy reads otherwise, and why
JUDGED = {
    "ER": "ends a record",
    "TY": "begins a record",
    "UR": "rispy cuts a list of addresses at semicolons, which addresses may hold",
}
LISTED = frozenset(["A1", "A2", "A3", "A4", "AU", "KW", "N1", "UR"])  #: rispy keeps all of these
KEYS: dict[str, str] = dict(rispy.config.TAG_KEY_MAPPING)

values = st.lists(
    st.sampled_from(
        ["river", "Müller, Ö.", "研究", "5-7", "a; b", "x - y", "UV", "(2001)", "Ab -"]
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
tagged = st.tuples(st.sampled_from(sorted(TAGS & set(KEYS) - set(JUDGED))), values)
records = st.lists(st.lists(tagged, max_size=12), min_size=1, max_size=4)


@settings(max_examples=150)
@given(records, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_rispy_reads_the_same_of_every_tag(
    made: list[list[tuple[str, str]]], newline: str, mark: str
) -> None:
    lines = [
        line
        for each in made
        for line in ("TY  - JOUR", *(f"{tag}  - {value}" for tag, value in each), "ER  - ", "")
    ]
    text = mark + newline.join(lines)
    ours = list(_tagged.records(text, LINE, "TY", "ER", listed=("KW",)))
    theirs: list[dict[str, Any]] = rispy.loads(text.lstrip("\ufeff"))
    assert len(ours) == len(theirs) == len(made)
    for record, other in zip(ours, theirs, strict=True):
        for tag in {tag for tag, _ in record.tags} - set(JUDGED):
            found = [squeeze(each) for each in record.all(tag)]
            if tag in LISTED:
                assert found == [squeeze(each) for each in other[KEYS[tag]]]
            else:  # of a tag that comes again rispy keeps one value, paracite the others as extra
                assert squeeze(other[KEYS[tag]]) in found


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(references(), min_size=1, max_size=3))
def test_rispy_reads_what_is_written(given_references: list[Reference]) -> None:
    writing = writers.writer("ris").write(given_references, writers.Options())
    theirs: list[dict[str, Any]] = rispy.loads(writing.data.decode())
    assert len(theirs) == len(given_references)
    for reference, other in zip(given_references, theirs, strict=True):
        title = squeeze(plain(reference.title))
        assert squeeze(other.get("title", "")) == title
        people = {"motion_picture": reference.director, "musical_score": reference.composer}
        authors = [
            _values.write_name(each) for each in people.get(reference.type, reference.author)
        ]
        assert [squeeze(each) for each in other.get("authors", [])] == authors
        if reference.issued and reference.issued.year:
            assert other["year"] == _values.year_text(reference.issued.year)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(references(), min_size=1, max_size=3))
def test_nbib_reads_what_is_written(given_references: list[Reference]) -> None:
    sound = [each for each in given_references if not each.extra and not _odd(each)]
    if not sound:
        return
    writing = writers.writer("nbib").write(sound, writers.Options())
    theirs: list[dict[str, Any]] = nbib.read(writing.data.decode())
    assert len(theirs) == len(sound)
    for reference, other in zip(sound, theirs, strict=True):
        assert squeeze(other.get("title", "")) == squeeze(plain(reference.title))
        assert other.get("doi", "") == reference.doi
        assert str(other.get("pubmed_id", "")) == reference.pmid
        people = [each for each in reference.author if not each.literal or each == OTHERS]
        assert len(other.get("authors", [])) == len(people)


def _odd(reference: Reference) -> bool:
    """Return whether nbib has no parser for a value: a date that is no full one, PMC without number."""
    return bool(reference.issued and reference.issued.year is None)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nbib_reads_the_same_of_a_record(newline: str) -> None:
    lines = [
        "PMID- 12345678",
        "OWN - NLM",
        "IS  - 0028-0836 (Print)",
        "IS  - 1476-4687 (Electronic)",
        "VI  - 5",
        "IP  - 2",
        "DP  - 2016 May 12",
        "TI  - A river study that goes on",
        "      in a second line.",
        "PG  - 10-9",
        "LID - 10.1000/x [doi]",
        "AID - 10.1000/x [doi]",
        "AB  - Text.",
        "FAU - Gatin, Gil",
        "AU  - Gatin G",
        "AD  - Ghent.",
        "FAU - Sequel, Fay A",
        "AU  - Sequel FA",
        "LA  - eng",
        "PT  - Journal Article",
        "TA  - J Riv",
        "JT  - Journal of rivers",
        "OT  - fish",
        "",
        "",
    ]
    text = newline.join(lines)
    [other] = nbib.read(text)
    [reference] = readers.reader("nbib").read(Document("", text.encode())).references
    assert reference.title == other["title"]
    assert (reference.volume, reference.issue) == (other["journal_volume"], other["journal_issue"])
    assert (reference.doi, reference.pmid) == (other["doi"], str(other["pubmed_id"]))
    assert [f"{n.family}, {n.given}" for n in reference.author] == [
        each["author"] for each in other["authors"]
    ]
    assert reference.issn == other["print_issn"]
    assert ("issn", other["electronic_issn"]) in reference.extra
    assert reference.keyword == ", ".join(other["keywords"])
    date = reference.issued
    assert date is not None
    assert re.match(r"\d{4}", other["publication_date"])
    assert datetime.strptime(other["publication_date"], "%Y %b %d").day == date.day  # noqa: DTZ007
