"""JSON is read within bounds, and what is no JSON is refused or a missing value."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite import limits, strict_json
from paracite.strict_json import UnfitError, check_depth, encodable, loads, missing

MOST = 100
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON)
def test_what_is_json_is_read_as_it_is(value: object) -> None:
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False)):
        assert loads(text.encode(), 10_000) == value


@pytest.mark.parametrize("text", ["NaN", "[1, NaN]", "-Infinity", '{"a": Infinity}'])
def test_what_is_no_number_is_refused_or_missing(text: str) -> None:
    with pytest.raises(UnfitError, match="is no JSON"):
        loads(text.encode(), MOST)
    assert "null" in json.dumps(loads(text.encode(), MOST, missing))


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b'{"a" 1}', b"\xff", b'"\xed\xa0\x80"', b"9" * 5000, "[1]".encode("utf-16")],
)
def test_what_is_no_json_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        loads(data, MOST)
    assert not isinstance(caught.value, UnfitError)


@pytest.mark.parametrize("piece", ["1", "{}", "[]", '{"a":1}'])
def test_no_more_values_than_allowed(piece: str) -> None:
    data = f"[{','.join([piece] * 10)}]".encode()
    costs = 10 * (piece.count("{") + piece.count("[") + 1)
    assert len(loads(data, costs)) == 10
    with pytest.raises(UnfitError, match="more than"):
        loads(data, costs - 1)


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"b":'])
def test_what_is_nested_too_deep_is_refused(opening: str) -> None:
    def nested(depth: int) -> bytes:
        openings = opening * (depth // sum(map(opening.count, "[{")))
        closing = "".join({"[": "]", "{": "}"}.get(each, "") for each in reversed(openings))
        return (openings + "1" + closing).encode()

    check_depth(loads(nested(limits.JSON_DEPTH - 2), 10**6))
    with pytest.raises(UnfitError, match="too deep"):
        check_depth(loads(nested(limits.JSON_DEPTH + 2), 10**6))
    with pytest.raises(UnfitError, match="too deep"):
        loads(nested(200_000), 10**6)


@given(st.text(st.sampled_from("aé😀\ud83d\ude00\udfff")))
def test_halves_of_pairs_are_replaced_and_nothing_else(text: str) -> None:
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    written = json.dumps({text: [text]}).encode()
    assert loads(written, 10_000) == {joined: [joined]}
    assert "a" + encodable(text) == encodable("a" + text)


def test_a_pair_written_as_two_halves_is_a_letter() -> None:
    assert loads(b'"\\ud83d\\ude00 \\ud83d!"', MOST) == "\U0001f600 \ufffd!"
    assert strict_json.mended([1, None, {"a": "\udfff"}]) == [1, None, {"a": "\ufffd"}]
