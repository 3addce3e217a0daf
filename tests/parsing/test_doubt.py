"""Values that cannot be are doubtful whatever the labeller says."""

import pytest

from paracite.parsing import doubtful
from paracite.parsing.doubt import IMPOSSIBLE, checked
from paracite.parsing.parts import Part

DATE = Part("date", "2003")
IMPOSSIBLE_PARTS = [
    Part("author", "Lee 34, K."),
    Part("editor", "Ode 2, A."),
    Part("title", "The of."),
    Part("title", "A"),
    Part("date", "Kessler"),
    Part("pages", "2003."),
]
POSSIBLE = [
    Part("author", "Lee, K."),
    Part("title", "Ice of 1999"),
    Part("title", "Ice"),
    Part("date", "n.d."),
    Part("pages", "2004"),
    Part("volume", "3"),
]


@pytest.mark.parametrize("part", IMPOSSIBLE_PARTS)
def test_impossible(part: Part) -> None:
    *_, found = checked((DATE, part))
    assert found.confidence == IMPOSSIBLE
    assert found.text == part.text


@pytest.mark.parametrize("part", POSSIBLE)
def test_possible(part: Part) -> None:
    assert checked((DATE, part)) == (DATE, part)


def test_what_is_less_sure_stays_so() -> None:
    assert checked((Part("title", "The", 0.1),))[0].confidence == 0.1


def test_plain_reference_has_no_doubt() -> None:
    assert doubtful("Lee K, Ode A. The growth of ice. Nature. 2003;12(3):45-67.") == ()
