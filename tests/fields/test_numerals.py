"""Roman numerals and numbers in words."""

import pytest

from paracite.fields.numerals import PART_NUMERALS, SPELLED, roman


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        *(
            (1, "i"),
            (4, "iv"),
            (9, "ix"),
            (14, "xiv"),
            (40, "xl"),
            (90, "xc"),
            (388, "ccclxxxviii"),
        ),
        *((400, "cd"), (900, "cm"), (1999, "mcmxcix"), (3999, "mmmcmxcix")),
        *((0, "0"), (-3, "-3"), (4000, "4000")),
    ],
)
def test_roman(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_part_numerals_are_the_first_fifteen() -> None:
    assert list(PART_NUMERALS.values()) == [*range(1, 16)]
    assert (PART_NUMERALS["iv"], PART_NUMERALS["xv"]) == (4, 15)


@pytest.mark.parametrize(
    "row",
    [
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "erster zweiter dritter",
        "eins zwei drei",
        "premiere deuxieme",
        "primera segunda tercera",
    ],
)
def test_spelled_numbers_count_up(row: str) -> None:
    assert [SPELLED[word] for word in row.split()] == [*range(1, len(row.split()) + 1)]
