"""Titles and journals are cut where a known journal begins."""

import pytest

from paracite.parsing.parts import Part
from paracite.parsing.restored import settled

Pairs = tuple[tuple[str, str], ...]
CASES: list[tuple[Pairs, Pairs]] = [
    (
        (
            ("title", "Automedicação durante a epidemia de 2009. Cad."),
            ("journal", "Saúde Pública,"),
        ),
        (
            ("title", "Automedicação durante a epidemia de 2009."),
            ("journal", "Cad. Saúde Pública,"),
        ),
    ),
    (
        (("journal", "Composição de bandos de aves, Brasil. Biologica,"), ("volume", "20(3):")),
        (
            ("title", "Composição de bandos de aves, Brasil."),
            ("journal", "Biologica,"),
            ("volume", "20(3):"),
        ),
    ),
    (
        (("title", "Foundations and Trends in Networks"), ("volume", "3,"), ("pages", "188")),
        (("journal", "Foundations and Trends in Networks"), ("volume", "3,"), ("pages", "188")),
    ),
]
LEFT_ALONE: list[Pairs] = [
    (("title", "The ice of rivers."), ("journal", "Nature.")),
    (("journal", "Proc. Mont. Acad. Sci."), ("volume", "104,")),
    (("title", "Ice, volume two."), ("volume", "3,"), ("publisher", "Fjord Press,")),
    (("title", "“The ice of rivers,”"), ("volume", "3,")),
    (("title", "The ice of rivers"), ("volume", "vol. 3,")),
]


def parts(pairs: Pairs) -> tuple[Part, ...]:
    return tuple(Part(label, text) for label, text in pairs)


@pytest.mark.parametrize(("printed", "meant"), CASES)
def test_boundaries(printed: Pairs, meant: Pairs) -> None:
    assert settled(parts(printed)) == parts(meant)


@pytest.mark.parametrize("printed", LEFT_ALONE)
def test_nothing_else_moves(printed: Pairs) -> None:
    assert settled(parts(printed)) == parts(printed)
