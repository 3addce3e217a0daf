"""Whether a DOI's record is of the work it stands with, or of a neighbour."""

from dataclasses import replace

import pytest

from paracite.matching.compare import compare
from paracite.matching.verify import is_verified
from paracite.reference import Date, Name, Reference

CITED = Reference(
    type="article-journal",
    author=(Name("Romero", "A. M."), Name("Lindqvist", "P.")),
    title="Seasonal migration of arctic terns along the western coasts",
    container_title="Journal of Polar Ornithology",
    issued=Date(2004),
    volume="17",
    page="113-128",
)
RECORD = replace(CITED, author=(Name("Romero", "Ana"), Name("Lindqvist", "Per")))


def judged(cited: Reference, record: Reference, wording: str = "") -> bool:
    return is_verified(wording, cited, record, compare(cited, record))


@pytest.mark.parametrize(
    "cited",
    [
        CITED,
        replace(CITED, issued=Date(2005)),
        replace(CITED, issued=Date(1984), container_title=""),
        replace(CITED, title=f"{CITED.title}: a review of forty years"),
        replace(CITED, title="Seasonal migration of artic terns along western coasts"),
        replace(CITED, author=(), page="", volume=""),
        replace(CITED, title="Jahreszeitliche Wanderungen der Seeschwalben"),
        replace(CITED, title="", author=CITED.author[:1]),
        replace(CITED, title="Journal of Polar Ornithology", container_title=""),
        Reference(doi="10.1000/1"),
    ],
)
def test_slips_of_a_citation_leave_it_the_same_work(cited: Reference) -> None:
    assert judged(cited, RECORD)


@pytest.mark.parametrize(
    "record",
    [
        replace(RECORD, title="Feeding habits of arctic terns in winter", page="200-213"),
        replace(RECORD, title="Introduction", author=(), container_title="Another Book"),
        replace(RECORD, title=f"{RECORD.title}. II. Returns", page="129-140"),
        replace(RECORD, title=f"Reply to: {RECORD.title}", page="500-501", issued=Date(2005)),
        replace(
            RECORD,
            author=(Name("Okafor", "Chidi"),),
            container_title="Marine Notes",
            volume="3",
            page="1-9",
        ),
        replace(RECORD, title="", page="200-213"),
    ],
)
def test_a_neighbour_is_another_work(record: Reference) -> None:
    assert not judged(CITED, record)


def test_without_titles_the_numbers_decide() -> None:
    untitled = replace(CITED, title="")
    assert judged(untitled, RECORD)
    assert not judged(replace(untitled, volume="18"), RECORD)
    assert not judged(replace(untitled, author=(), page=""), RECORD)


def test_the_printed_words_count_where_reading_went_wrong() -> None:
    misread = Reference(title="Romero, A. M.", issued=Date(2004))
    printed = "Romero, A. M., Lindqvist, P. Journal of Polar Ornithology 17 (2004) 113-128."
    assert judged(misread, RECORD, printed)
