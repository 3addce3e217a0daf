"""JSON from elsewhere, read as RFC 8259 has it and within bounds.

Python's own reader takes `NaN`, gives halves of surrogate pairs that no file can hold, and
fails with `RecursionError` on what is nested deep.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from paracite import limits

HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
TOO_DEEP = "it is nested too deep"
COSTLY = (",", "[", "{")  #: one stands before or after every value


class UnfitError(ValueError):
    """JSON that is not read, for a reason that says something to a person."""


def refuse(constant: str) -> None:
    """Refuse `NaN` and `Infinity`, which are no JSON."""
    raise UnfitError(f"{constant} is no JSON")


def missing(constant: str) -> None:
    """Take `NaN` for a value that is missing, as programs that write tables mean it."""


def loads(data: bytes, most_values: int, constant: Callable[[str], None] = refuse) -> Any:
    """Read a value from UTF-8; half a surrogate pair becomes U+FFFD.

    Raises `UnfitError` for too many values and what is nested too deep, `ValueError` for
    what is no JSON.
    """
    text = data.decode("utf-8-sig")
    check_count(text, most_values)
    try:
        value = json.loads(text, parse_constant=constant)
        return mended(value) if "\\u" in text else value
    except RecursionError:
        raise UnfitError(TOO_DEEP) from None


def check_count(text: str, most_values: int) -> None:
    """Raise `UnfitError` for a text with so many values that they would fill the memory."""
    if sum(map(text.count, COSTLY)) > most_values:
        raise UnfitError(f"it has more than {most_values:,} values")


def check_depth(value: Any) -> None:
    """Raise `UnfitError` for what is nested deeper than any record is."""
    level = [value]
    for _ in range(limits.JSON_DEPTH):
        inner: list[Any] = []
        for each in level:
            if type(each) is dict:
                inner += each.values()
            elif type(each) is list:
                inner += each
        if not inner:
            return
        level = inner
    raise UnfitError(TOO_DEEP)


def mended(value: Any) -> Any:
    """Return a value whose texts can be written in UTF-8."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [mended(each) for each in value]
    if isinstance(value, dict):
        return {encodable(name): mended(each) for name, each in value.items()}
    return value


def encodable(text: str) -> str:
    """Return a text with U+FFFD for each half of a surrogate pair."""
    return text if text.isascii() else HALF_CHARACTER.sub("\ufffd", text)
