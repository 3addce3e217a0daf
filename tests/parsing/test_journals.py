"""Known journals are seen where they stand, and only where a name can begin and end."""

import pytest

from paracite.parsing import journals, known, tokens

SEEN = {
    "G. Gor, P. Huber, Phys. Rev. B. 2 (2018) 086002.": ["Phys.", "Rev.", "B."],
    "Smith J. Something about nature. Nature. 2010;3:4.": ["Nature."],
    "MATOS, T. et al. Automedicação. Cad. Saúde Pública, 2011.": ["Cad.", "Saúde", "Pública,"],
    "Penn, V. Browning in salvia. In Vitro Cellular & Developmental Biology. Plant, vol. 48": [
        "In",
        "Vitro",
        "Cellular",
        "&",
        "Developmental",
        "Biology.",
        "Plant,",
    ],
    "Ode, A. Nature and science of ice in the north": [],
}


@pytest.mark.parametrize("printed", SEEN)
def test_marks(printed: str) -> None:
    listed = [token for token, _, _ in tokens.tokens(printed)]
    marked = zip(listed, journals.marks(listed), strict=True)
    assert [token for token, mark in marked if mark != journals.NO] == SEEN[printed]


def test_states_say_where_in_the_name() -> None:
    assert journals.marks(["Ice.", "Phys.", "Rev.", "B.", "2"])[1:] == [1, 2, 3, 0]
    assert journals.marks(["Ice.", "Nature,", "2"]) == [0, journals.ALONE, 0]


def test_small_words_do_not_count() -> None:
    assert known.key(["annals", "of", "the", "ice"]) == known.key(["annals", "ice"])
    assert known.key(["of", "the"]) == 0
    assert known.key(["ab"]) == 0
