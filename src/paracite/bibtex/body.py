r"""The inside of one entry: its key and fields, with repairs where it breaks the grammar.

Braces count whether or not a backslash stands before them, as in BibTeX (bibtex.web,
section 83); only where they do not balance so are `\{` and `\}` left out of the count.
"""

import re
from dataclasses import dataclass

INNER = r"\{[^{}]*+\}"
for _ in range(4):  # five levels in one match; what is nested deeper is counted
    INNER = r"\{[^{}]*+(?:" + INNER + r"[^{}]*+)*+\}"
BRACED = re.compile(INNER)
QUOTED = re.compile(r'"[^"{}]*+(?:' + INNER + r'[^"{}]*+)*+"')
BARE = re.compile(r"[^\s,#{}()\"=%]+")
NAME = r"[^\W\d][^\s,#{}()\"=%'\\]*"
FIELD = re.compile(r"(" + NAME + r")\s*=\s*")
SIMPLE = re.compile(r"[\s,]*+(" + NAME + r")\s*=\s*(" + INNER + r"|\w++)\s*(?=[,}])")
KEY_WITHOUT_COMMA = re.compile(r"\s*([^\s,{}()=\"#%]+)(?=\s+" + NAME + r"\s*=\s*[\"{\w])")
KEYS = {  # what closes the body → its key, and what ends it
    "}": re.compile(r"\s*([^,{}=]*?)\s*([,}=]|(?=[{])|\Z)"),
    ")": re.compile(r"\s*([^,{}=)]*?)\s*([,)}=]|(?=[{])|\Z)"),
}
BETWEEN = re.compile(r"(?:[\s,]++|%[^\r\n]*+)*+")
SPACE = re.compile(r"\s*+")
JOIN = re.compile(r"\s*#\s*")
EXTRA_CLOSE = re.compile(r"\s*,\s*" + NAME + r"\s*=\s*[\"{\w]|\s*\n[ \t]*" + NAME + r"\s*=\s*[\"{]")
NEXT_FIELD = re.compile(
    r"(?:,\s*|[\r\n][ \t]*)(?="
    + NAME
    + r"\s*=\s*[\"{\w])|,?\s*[\r\n][ \t]*(?=[})]\s*(?:[\r\n@]|\Z))"
)
MARKS = re.compile(r"[{}]")
MARKS_AND_QUOTES = re.compile(r'["{}]')
MARKS_AND_PARENTHESES = re.compile(r"[{})]")
UNESCAPED_MARKS = re.compile(r"(?<!\\)[{}]")
MOST_BREAKS = 16  #: after so many faults the rest of an entry is left as it is
NOT_IN_KEY = re.compile(r"[\s%\\#\"]")
CLOSERS = {"{": "}", "(": ")"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field: name and value as written (delimiters included), and where they stand."""

    name: str
    value: str
    start: int
    value_start: int

    @property
    def value_end(self) -> int:
        """The offset after the value."""
        return self.value_start + len(self.value)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at an offset; `breaks` says that text was left over or cut off."""

    at: int
    message: str
    breaks: bool = True


@dataclass(frozen=True, slots=True)
class Body:
    """An entry's key, fields and faults; `end` is after its closing delimiter."""

    key: str
    key_start: int
    fields: tuple[Field, ...]
    faults: tuple[Fault, ...]
    end: int
    closed: bool


def closing(text: str, opening: int, limit: int, marks: re.Pattern[str] = MARKS) -> int:
    """Return the offset after the brace that closes the one at `opening`, or 0.

    For an opening parenthesis it is the first closing one outside braces.
    """
    if text[opening] == "(":
        marks = MARKS_AND_PARENTHESES
    elif match := BRACED.match(text, opening, limit):
        return match.end()
    depth = 0
    for mark in marks.finditer(text, opening, limit):
        if mark[0] == ")" and depth:
            continue
        depth += {"{": 1, "}": -1, ")": 0}[mark[0]]
        if depth <= 0:
            return mark.end()
    return 0


class NotCleanError(Exception):
    """The text between these offsets is no body without a fault that breaks it."""


def parse(text: str, opening: int, limit: int, *, keyed: bool, wary: bool = False) -> Body:
    """Split the body that opens at `opening` and ends by `limit`.

    `wary` ends a value in braces where a line in it looks like the next field.
    """
    return _Parse(text, opening, limit, wary=wary).run(keyed=keyed)


def parse_clean(text: str, opening: int, limit: int, *, keyed: bool) -> Body:
    """Split a body as `parse` does, or raise `NotCleanError` at the first fault that breaks it."""
    return _Parse(text, opening, limit, strict=True).run(keyed=keyed)


class _Parse:
    """One pass over a body: where it stands, and what it has found."""

    def __init__(
        self, text: str, opening: int, limit: int, *, strict: bool = False, wary: bool = False
    ) -> None:
        self.strict, self.wary, self.breaks = strict, wary, 0
        self.text, self.limit, self.at = text, limit, opening + 1
        self.close = CLOSERS[text[opening]]
        self.opening = opening
        self.fields: list[Field] = []
        self.faults: list[Fault] = []

    def run(self, *, keyed: bool) -> Body:
        key, key_start = self.key() if keyed else ("", self.at)
        closed = self.all_fields()
        end = self.at if closed else self.cut_off()
        if not closed:
            self.fault(self.opening, "the entry is never closed")
        return Body(key, key_start, tuple(self.fields), tuple(self.faults), end, closed)

    def cut_off(self) -> int:
        """Return the end of a body that is never closed: that of its text, or of its last field."""
        last = self.fields[-1].value_end if self.fields else 0
        return max(last, _stripped(self.text, self.opening, self.limit))

    def fault(self, at: int, message: str, *, breaks: bool = True) -> None:
        self.breaks += breaks
        if breaks and self.strict:
            raise NotCleanError
        self.faults.append(Fault(at, message, breaks))

    def key(self) -> tuple[str, int]:
        if match := KEY_WITHOUT_COMMA.match(self.text, self.at, self.limit):
            self.at = match.end()
            self.fault(self.at, f"the comma after the key {match[1]} is missing", breaks=False)
            return match[1], match.start(1)
        match = KEYS[self.close].match(self.text, self.at, self.limit)
        if match is None or match[2] == "=":
            self.fault(self.at, "the entry has no key", breaks=False)
            return "", self.at
        key, start = match[1], match.start(1)
        self.at = match.end(1)
        if not key:
            self.fault(start, "the entry has no key", breaks=False)
        elif NOT_IN_KEY.search(key):
            self.fault(start, f"the key {key!r} holds a character no key may hold", breaks=False)
        return key, start

    def all_fields(self) -> bool:
        """Split fields until the body closes; tell whether it does."""
        while True:
            if self.close == "}" and not self.wary:
                self.simple_fields()
            self.at = self.skip(BETWEEN)
            if self.at >= self.limit or self.breaks > MOST_BREAKS:
                return False
            if self.text[self.at] == self.close:
                self.at += 1
                if not EXTRA_CLOSE.match(self.text, self.at, self.limit):
                    return True
                self.fault(self.at - 1, f"a {self.close} too many")
            elif not self.field():
                return False

    def simple_fields(self) -> None:
        """Take the fields that have one value and end as they should."""
        while match := SIMPLE.match(self.text, self.at, self.limit):
            self.fields.append(Field(match[1], match[2], match.start(1), match.start(2)))
            self.at = match.end()

    def field(self) -> bool:
        """Split one field, or skip to where the next begins; tell whether there is more."""
        head = FIELD.match(self.text, self.at, self.limit)
        if head is None:
            self.fault(self.at, "a field `name = value` was expected here")
            return self.resume()
        value_start = self.at = head.end()
        self.value(head[1])
        end = self.at
        self.at = self.skip(SPACE)
        if not self.at_separator():
            if FIELD.match(self.text, self.at, self.limit):
                self.fault(end, f"the comma after the field {head[1]} is missing", breaks=False)
            else:
                self.fault(self.at, f"unexpected text after the value of {head[1]}")
                self.resume()
                end = _stripped(self.text, value_start, self.at, ",")
        value = self.text[value_start:end]
        self.fields.append(Field(head[1], value, head.start(), value_start))
        return True

    def at_separator(self) -> bool:
        return self.at >= self.limit or self.text[self.at] in (",", self.close)

    def value(self, name: str) -> None:
        """Move behind a value: pieces joined by `#`."""
        while True:
            end = self.piece()
            if not end:
                self.fault(self.at, f"the field {name} has no value", breaks=False)
                return
            self.at = end
            if not (join := JOIN.match(self.text, self.at, self.limit)):
                return
            self.at = join.end()

    def piece(self) -> int:
        """Return the offset after a braced, quoted or bare piece, or 0 where none starts."""
        first = self.text[self.at : self.at + 1] if self.at < self.limit else ""
        if first == "{":
            found = closing(self.text, self.at, self.limit) or closing(
                self.text, self.at, self.limit, UNESCAPED_MARKS
            )
            if found and not (self.wary and NEXT_FIELD.search(self.text, self.at, found)):
                return found
            return self.broken("the braces here do not balance")
        if first == '"':
            return self.quoted() or self.broken("the quotation mark here is never closed")
        bare = BARE.match(self.text, self.at, self.limit)
        return bare.end() if bare else 0

    def quoted(self) -> int:
        match = QUOTED.match(self.text, self.at, self.limit)
        if match:
            return match.end()
        depth = 0
        for mark in MARKS_AND_QUOTES.finditer(self.text, self.at + 1, self.limit):
            if mark[0] == '"' and depth == 0:
                return mark.end()
            depth += {"{": 1, "}": -1, '"': 0}[mark[0]]
            if depth < 0:
                return 0
        return 0

    def broken(self, message: str) -> int:
        """Report a value that never ends; give it up to where the next field begins."""
        start = self.at
        self.fault(start, message)
        self.resume()
        end, self.at = _stripped(self.text, start, self.at, ","), start
        return end

    def resume(self) -> bool:
        """Move to where a field or the end of the body begins again; tell whether there is one."""
        found = NEXT_FIELD.search(self.text, self.at, self.limit)
        if found:
            self.at = found.end()
            return True
        last = _stripped(self.text, self.at, self.limit) - 1
        self.at = last if self.text[last] == self.close else self.limit
        return self.at < self.limit

    def skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at, self.limit)
        return match.end() if match else self.at


def _stripped(text: str, start: int, end: int, also: str = "") -> int:
    """Move `end` back over white space."""
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in also):
        end -= 1
    return end
