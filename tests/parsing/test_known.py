"""Names of open registries are known, made ones are not."""

import string

from hypothesis import given
from hypothesis import strategies as st

from paracite.parsing import known


def test_places() -> None:
    for place in ("São Paulo", "Mumbai", "Leeds", "Lagos", "Argentina", "Rio de Janeiro"):
        assert known.has("places", place)
    for other in ("Coffee", "Series B", "Methods", ""):
        assert not known.has("places", other)


def test_cities_are_the_large_ones() -> None:
    assert known.has("cities", "Nairobi")
    assert not known.has("cities", "Évora")


@given(st.text(string.ascii_lowercase, min_size=12, max_size=20))
def test_made_words_are_no_places(word: str) -> None:
    assert not known.has("places", f"xq{word}")
