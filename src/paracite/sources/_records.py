"""Reading the records of a local registry's sources, one by one.

Understood are JSON lines, and JSON with a list of works, either one `.gz`: Crossref's
public data file (`items` in each part), answers of its REST API, CSL-JSON.  A file may be
of any size; in memory is a line, or one record of a list over several lines.
"""

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any, NoReturn

from paracite import limits, strict_json
from paracite.errors import ReadError, why
from paracite.sources._packing import KEPT

Item = dict[str, Any]

TOO_LARGE = f"has more than {limits.RECORDS_BYTES // limits.MEGABYTE} MB in one line or record"
HINT = "a registry has one Crossref record in JSON on each line"
START_OF_LIST = re.compile(r'\A\s*(?:\[|\{.*?"items"\s*:\s*\[)', re.DOTALL)
LONGEST_START = 2**16  #: characters before the list; Crossref's answers have a few hundred
BETWEEN = re.compile(r"[\s,]*")
DECODER = json.JSONDecoder()
CHUNK = 2**16  #: bytes, at first; as many again as there are where a record is longer


def records(path: str | Path) -> Iterator[Item]:
    """Read the records of a file, one a line, or all of one JSON value (`items`, a list).

    Raises `ReadError` naming the line at fault.
    """
    opener = gzip.open if str(path).endswith(".gz") else open
    try:
        with opener(path, "rb") as file:
            yield from _read(file, path)
    except FileNotFoundError:
        raise ReadError(path, "no such file", "check the path of the registry") from None
    except IsADirectoryError:
        raise ReadError(path, "is a directory, not a file", "name a file in it") from None
    except (OSError, EOFError, zlib.error) as error:
        reason = why(error) if isinstance(error, OSError) else str(error)
        raise ReadError(path, f"cannot be read: {reason}", HINT) from None


def _read(file: BufferedReader | gzip.GzipFile, path: str | Path) -> Iterator[Item]:
    lines = iter(lambda: file.readline(limits.RECORDS_BYTES + 1), b"")
    is_first = True
    for number, line in enumerate(lines, 1):
        if len(line) > limits.RECORDS_BYTES:
            raise ReadError(path, TOO_LARGE, HINT, line=number)
        if not line.strip():
            continue
        try:
            value = _value(line)
        except ValueError as error:
            if is_first and (several := SeveralLines(file, line, path, number)).is_list():
                yield from several.items()
                return
            raise ReadError(path, _fault(error), HINT, line=number) from None
        is_first = False
        yield from _items_of(value, path, number)


class SeveralLines:
    """A list of works over several lines, of which one at a time is in memory."""

    def __init__(
        self, file: BufferedReader | gzip.GzipFile, first: bytes, path: str | Path, line: int
    ) -> None:
        self._file, self._path = file, path
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._text = ""
        self._line = line
        self._last = "]"
        self._append(first)

    def is_list(self) -> bool:
        """Return whether it begins as a list does, and leave its beginning behind."""
        while not (start := START_OF_LIST.match(self._text)):
            if len(self._text) > LONGEST_START or not self._more():
                return False
        self._last = "}" if "{" in self._pass(start.end()) else "]"
        return True

    def items(self) -> Iterator[Item]:
        """Yield the works.  Raises `ReadError` naming the line where one begins that is none."""
        while True:
            self._pass_what_is_between()
            if self._text.startswith("]"):
                return self._pass_the_end()
            item = self._item()
            if not isinstance(item, dict):
                raise ReadError(self._path, "is no record", HINT, line=self._line)
            yield _checked(item, self._path, self._line)

    def _pass_the_end(self) -> None:
        """Read what follows the list: the other members of its object, else nothing."""
        while self._more():
            pass
        rest = self._text.strip()
        if not (rest == "]" if self._last == "]" else rest.endswith("}")):
            self._fail("is no JSON: it goes on where its list ends")

    def _pass_what_is_between(self) -> None:
        while (between := BETWEEN.match(self._text)) and between.end() == len(self._text):
            self._pass(between.end())
            if not self._more():
                self._fail("is no JSON: its list does not end")
        self._pass(between.end() if between else 0)

    def _item(self) -> Any:
        """Return the value that begins here."""
        while True:
            try:
                strict_json.check_count(self._text, limits.ANSWER_VALUES)
                _, end = DECODER.raw_decode(self._text)
                break
            except (RecursionError, strict_json.UnfitError):
                self._fail("is not read: it is too large or nested too deep")
            except ValueError as error:
                if not self._more():
                    self._fail(_fault(error))
        text = self._pass(end)
        try:
            return _value(text.encode())
        except ValueError as error:
            self._fail(_fault(error))

    def _pass(self, end: int) -> str:
        """Leave behind what is before `end`, and return it."""
        passed, self._text = self._text[:end], self._text[end:]
        self._line += passed.count("\n")
        return passed

    def _more(self) -> bool:
        """Read on, twice as far each time; return whether there was anything."""
        data = self._file.read(max(CHUNK, len(self._text)))
        self._append(data)
        if len(self._text) > limits.RECORD_BYTES:
            self._fail(TOO_LARGE)
        return bool(data)

    def _append(self, data: bytes) -> None:
        try:
            self._text += self._decode(data, final=not data)
        except UnicodeDecodeError as error:
            self._fail(_fault(error))

    def _fail(self, reason: str) -> NoReturn:
        raise ReadError(self._path, reason, HINT, line=self._line)


def _value(text: bytes) -> Any:
    return strict_json.loads(text, limits.RECORDS_VALUES, strict_json.missing)


def _fault(error: ValueError) -> str:
    if isinstance(error, strict_json.UnfitError):
        return f"is not read: {error}"
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON: {error.msg.lower()} in column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return "is no JSON: the text is not in UTF-8"
    return "is no JSON: it has a number of more digits than anything counts"


def _listed(value: Any) -> Any:
    """Return the list of works in a REST answer or a part of the public data file."""
    if not isinstance(value, dict):
        return None
    message = value.get("message")
    if isinstance(message, dict):
        return message.get("items", [message])
    return value.get("items")


def _items_of(value: Any, path: str | Path, line: int) -> Iterator[Item]:
    items = value if isinstance(value, list) else _listed(value) or [value]
    for item in items:
        if not isinstance(item, dict) or not ({"title", "DOI"} & item.keys()):
            raise ReadError(path, "is no record: it has neither title nor DOI", HINT, line=line)
        yield _checked(item, path, line)


def _checked(item: Item, path: str | Path, line: int) -> Item:
    """Return a record if what is kept of it can be kept.  Raises `ReadError`."""
    try:
        strict_json.check_depth([item[member] for member in item if member in KEPT])
    except ValueError as error:
        raise ReadError(path, f"is not read: {error}", HINT, line=line) from None
    return item
