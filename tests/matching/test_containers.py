"""Names of containers: in full, abbreviated, as an acronym, or another's."""

import pytest

from paracite.matching.containers import container, is_acronym, likeness, stands_for

SAME = [
    ("Journal of Polar Ornithology", "J Polar Ornithol", 0.98),
    ("Journal of Polar Ornithology", "JOURNAL OF POLAR ORNITHOLOGY", 1.0),
    ("The Lancet", "Lancet", 1.0),
    ("Proceedings of the National Academy of Sciences", "Proc Natl Acad Sci", 1.0),
    ("Annals of Internal Medicine", "Ann. Intern. Med.", 0.98),
    ("Journal of the American Chemical Society", "JACS", 0.95),
    ("COLT '91", "Workshop on Computational Learning Theory", 0.95),
    ("21st Meeting of the Polar Society", "22nd Meeting of the Polar Society", 1.0),
    ("Lancet", "Lancet (London, England)", 0.85),
    ("Publius", "Publius: The Journal of Federalism", 0.85),
    ("Polar Record", "Polar Record and Gazette of the North", 0.92),
]
OTHER = [
    ("Journal of Physics", "Journal of Chemistry", 0.75),
    ("Nature", "Science", 0.5),
    *(("Lancet", "Lancet Oncology", 0.7), ("Nature", "Nature Genetics", 0.7)),
    ("Cell", "Cell Reports", 0.7),
    ("Annals of Surgery", "Annals of Botany", 0.75),
]


@pytest.mark.parametrize(("a", "b", "least"), SAME)
def test_one_container(a: str, b: str, least: float) -> None:
    assert likeness(container(a), container(b)) == least
    assert likeness(container(b), container(a)) == least


@pytest.mark.parametrize(("a", "b", "most"), OTHER)
def test_two_containers(a: str, b: str, most: float) -> None:
    assert likeness(container(a), container(b)) <= most


@pytest.mark.parametrize("text", ["", "The", "2nd"])
def test_a_name_without_a_telling_word_says_nothing(text: str) -> None:
    assert likeness(container(text), container("Nature")) == 0.5
    assert likeness(container(text), container(text)) == 0.5


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("PNAS", "Proceedings of the National Academy of Sciences", True),
        ("VLDB", "Very Large Data Bases", True),
        ("SIGMOD", "Special Interest Group on Management of Data", True),
        ("AB", "Annals of Botany", False),
        ("JACS", "Journal of Chemistry", False),
        ("Nature", "Nature", False),
        ("", "Annals of Botany", False),
        ("polar", "Polar Record", False),
        ("VLDB conf", "Very Large Data Bases", True),
        ("ABX record", "Annals of Botany", False),
    ],
)
def test_acronym(short: str, full: str, expected: bool) -> None:  # noqa: FBT001
    assert is_acronym(container(short), container(full)) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        *(("natl", "national", True), ("med", "mathematics", False), ("j", "journal", True)),
        *(("jnl", "journal", True), ("", "journal", True), ("x", "journal", False)),
        *(
            ("nl", "national", True),
            ("national", "natl", False),
            ("intrntl", "international", False),
        ),
        *(("intntl", "international", True), ("ournal", "journal", False)),
    ],
)
def test_an_abbreviation_stands_for_its_word(short: str, full: str, expected: bool) -> None:  # noqa: FBT001
    assert stands_for(short, full) is expected
