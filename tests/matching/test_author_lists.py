"""Who wrote two references: the same, most, some, others, or namesakes."""

import pytest

from paracite.matching import names
from paracite.matching.forms import form
from paracite.reference import OTHERS, Name, Reference


def people(text: str) -> tuple[Name, ...]:
    """Read `Family, Given; =Literal; …`, where `…` stands for others left out."""
    made = []
    for part in filter(None, text.split("; ")):
        family, _, given = part.partition(", ")
        literal = Name(literal=part[1:]) if part.startswith("=") else Name(family, given)
        made.append(OTHERS if part == "…" else literal)
    return tuple(made)


@pytest.mark.parametrize(
    ("first", "second", "level", "similarity"),
    [
        ("", "Okafor, C", "", 0.0),
        ("=Anonymous", "Okafor, C", "", 0.0),
        ("Okafor, Chidi", "Okafor, C", "same", 1.0),
        ("Okafor, Chidi", "OKAFOR, C.", "same", 1.0),
        ("Okafor, C", "Okafor, D", "initials", 0.4),
        ("Okafor, C; Baum, E", "Okafor, D; Baum, F", "initials", 0.4),
        ("Okafor, C; Baum, E; Lee, K", "Okafor, D; Baum, E; Lee, K", "same", 1.0),
        ("Okafor, C; Baum, E", "Baum, E; Okafor, C", "same", 1.0),
        ("Okafor, C; Baum, E; Lee, K", "Okafor, C; …", "same", 1.0),
        ("Okafor, C; …", "Okafor, C; Baum, E; Lee, K", "same", 1.0),
        ("Okafor, C; Baum, E; Lee, K", "Okafor, C", "most", 0.95),
        ("Okafor, C; Baum, E; Lee, K", "Okafor, C; Baum, E; Zhou, L", "some", 0.667),
        ("Okafor, C; Baum, E; Leeson, K", "Okafor, C; Mayer, F; Zhou, L", "some", 0.333),
        ("Okafor, C", "Mayer, F", "none", 0.0),
        ("Müller, G", "Mueller, G", "same", 1.0),
        ("Lindqvist, P", "Lindquist, P", "same", 1.0),
        ("Lees, P", "Lee, P", "none", 0.0),
        ("García López, J", "López, J", "same", 1.0),
        ("Smith Jones, A", "SmithJones, A", "same", 1.0),
        ("Chidi, Okafor", "Okafor, Chidi", "same", 1.0),
        ("García López, J", "García López, K", "initials", 0.4),
        ("Okafor, Chidi A", "Okafor, A Chidi", "same", 1.0),
        ("Okafor, Chidi", "Okafor, Dayo", "initials", 0.4),
        ("=World Health Organization", "=WHO", "same", 1.0),
        ("=The World Health Organization", "=World Health Organization", "same", 1.0),
        ("=World Health Organization", "=World Bank Group", "some", 0.333),
        ("=Ministry of Trade", "=Ministry of Health and Labour", "some", 0.5),
    ],
)
def test_two_lists_of_names(first: str, second: str, level: str, similarity: float) -> None:
    a, b = (form(Reference(author=people(text))) for text in (first, second))
    found = names.compare(a, b)
    assert (found[0], round(found[1], 3)) == (level, similarity), found
    assert names.compare(b, a)[0] == level


def test_the_note_shows_what_differs() -> None:
    a, b, c = (
        form(Reference(author=people(text)))
        for text in ("Okafor, Chidi; Lee, K", "Mayer, F", "Okafor, C")
    )
    assert names.compare(a, b)[2] == "differ: Okafor C …↔Mayer F"
    assert names.compare(a, c)[2] == "1 shared of 2↔1"
    assert names.compare(a, a)[2] == "equal"


def test_editors_stand_for_authors_that_are_missing() -> None:
    edited = form(Reference(editor=people("Okafor, C")))
    assert names.compare(edited, form(Reference(author=people("Okafor, C"))))[0] == "same"
