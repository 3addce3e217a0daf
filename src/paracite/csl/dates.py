"""`cs:date`: dates by parts or by the locale's forms, ranges, seasons, eras.

Source: CSL 1.0.2 specification, "Date", "Date Ranges", "AD and BC", "Seasons".
"""

from collections.abc import Callable
from typing import NamedTuple

from paracite.csl import affixes, richtext
from paracite.csl.build import Build, Plan, empty
from paracite.csl.context import Context
from paracite.csl.datevalue import DateValue, Parts
from paracite.csl.locale import Locale
from paracite.csl.marks import END, YEAR_SUFFIX
from paracite.csl.numbers import ordinal
from paracite.csl.xmltree import Element

ORDER = ("year", "month", "day")
SHOWN = {"year": ("year",), "year-month": ("year", "month"), "year-month-day": ORDER}
LAST_MONTH = 12
LAST_AD = 500  #: years before this one are marked as AD
LAST_WRITTEN_OUT = 999  #: years after this one have a short form
AFFIXES = ("prefix", "suffix")


class DatePart(NamedTuple):
    """A part of a date: its name, how it is printed, and what stands around it."""

    name: str
    write: Callable[[Parts], str]
    prefix: str
    suffix: str
    dress: Callable[[str], str]
    dash: str
    eras: tuple[str, str] = ("", "")  #: what marks a year before and after Christ

    def show(self, parts: Parts, *, prefix: bool = True, suffix: bool = True) -> str:
        """Print the part, or `""` where the date has none; a year's era stands after its affixes."""
        text = self.write(parts)
        if not text:
            return ""
        before, after = self.prefix if prefix else "", self.suffix if suffix else ""
        return before + self.dress(text) + after + self._era(parts[0])

    def _era(self, year: int) -> str:
        if self.name != "year" or year >= LAST_AD:
            return ""
        return self.eras[year > 0]


def date(build: Build, tree: Element) -> Plan:
    """Compile `cs:date`."""
    variable, dress = tree.get("variable"), affixes.wrapper(tree)
    parts, between = _parts(build, tree)
    suffixed = not build.own_suffix

    def render(context: Context) -> str:
        context.called += 1
        if variable in context.substituted or (context.looking and variable == "accessed"):
            return ""
        value = context.entry.date(variable)
        if value is None:
            return ""
        if context.used is not None:
            context.used.add(variable)
        if context.in_sort:
            context.filled += 1
            return sort_key(value, {part.name for part in parts})
        text = _literal(value, parts) if value.literal else _written(value, parts, between)
        if suffixed and context.suffix and text:
            text, context.suffix = _with_suffix(text, value, context.suffix), ""
        if not text:
            return ""
        context.filled += 1
        return dress(text)

    return lambda shape: render if variable in shape.present else empty


def _literal(value: DateValue, parts: list[DatePart]) -> str:
    """Print a date that is only text, where the year would be."""
    text = richtext.parse(value.literal)
    year = next((part for part in parts if part.name == "year"), None)
    return f"{year.prefix}{year.dress(text)}{year.suffix}" if year else ""


def sort_key(value: DateValue, shown: set[str]) -> str:
    """Return what a date sorts by, as precise as it is printed."""
    if value.literal:
        return value.literal
    start = tuple(n if name in shown else 0 for name, n in zip(ORDER, value.start, strict=True))
    if value.end is None:
        return _sortable(start)
    end = tuple(n if name in shown else 0 for name, n in zip(ORDER, value.end, strict=True))
    return f"{_sortable(start)} {_sortable(end)}"


def _sortable(parts: tuple[int, ...]) -> str:
    year, month, day = parts
    return f"{year + 100000:06d}{month:02d}{day:02d}"


def _with_suffix(text: str, value: DateValue, suffix: str) -> str:
    """Put the year suffix behind the (last) year that is printed."""
    marked = f"{YEAR_SUFFIX}{suffix}{END}"
    if value.literal:
        return text + marked
    year = str(abs((value.end or value.start)[0]))
    before, found, after = text.rpartition(year)
    return f"{before}{found}{marked}{after}" if found else text + marked


def _parts(build: Build, tree: Element) -> tuple[list[DatePart], str]:
    """Return the parts that are printed, in order, and the delimiter between them."""
    form = tree.get("form")
    if not form:
        own_parts = [part for part in tree.children if part.tag == "date-part"]
        return [_part(build, part) for part in own_parts], tree.get("delimiter")
    localized = build.locale.dates.get(form) or Element("date")
    wanted = SHOWN.get(tree.get("date-parts"), ORDER)
    own = {part.get("name"): part.attributes for part in tree.children}
    shown = []
    for part in localized.children:
        name = part.get("name")
        if name in wanted:
            changed = {k: v for k, v in own.get(name, {}).items() if k not in AFFIXES}
            shown.append(_part(build, Element(part.tag, part.attributes | changed)))
    return shown, localized.get("delimiter")


def _part(build: Build, tree: Element) -> DatePart:
    name, form = tree.get("name"), tree.get("form")
    change = affixes.changes(tree)
    wrap = affixes.wrapper(tree, affixes=False)
    writers = {"year": _year, "month": _month, "day": _day}
    plain = writers.get(name, _day)(form, build.locale)
    return DatePart(
        name,
        plain,
        affixes.jointed(tree.get("prefix")),
        affixes.jointed(tree.get("suffix")),
        lambda text: wrap(change(text)),
        tree.get("range-delimiter") or "–",
        (build.locale.term("bc"), "" if form == "short" else build.locale.term("ad")),
    )


def _written(value: DateValue, parts: list[DatePart], between: str) -> str:
    if value.end is None:
        shown = [part.show(value.start) for part in parts]
        text = between.join(filter(None, shown))
        return f"{text}–" if value.open_end and text else text
    return _range(value.start, value.end, parts, between)


def _range(start: Parts, end: Parts, parts: list[DatePart], between: str) -> str:
    """Print a range: the parts from the largest that differs down, twice; the others once."""
    shown = {part.name for part in parts}
    ends = zip(ORDER, start, end, strict=True)
    largest = next((n for n, (name, a, b) in enumerate(ends) if a != b and name in shown), 3)
    differing = ORDER[largest:]
    places = [
        n
        for n, part in enumerate(parts)
        if part.name in differing and (part.write(start) or part.write(end))
    ]
    if not places or not any(parts[n].name == ORDER[largest] for n in places):
        return between.join(filter(None, (part.show(start) for part in parts)))
    first, last = places[0], places[-1]
    dash = next(part.dash for part in parts if part.name == ORDER[largest])
    front = [part.show(start) for part in parts[:first]]
    left = [
        part.show(start, suffix=part is not parts[last], prefix=True)
        for part in parts[first : last + 1]
    ]
    right = [part.show(end, prefix=part is not parts[first]) for part in parts[first : last + 1]]
    back = [part.show(end) for part in parts[last + 1 :]]
    middle = between.join(filter(None, left)).rstrip() + dash + between.join(filter(None, right))
    return between.join(filter(None, (*front, middle, *back)))


def _year(form: str, _locale: Locale) -> Callable[[Parts], str]:
    def write(parts: Parts) -> str:
        year = parts[0]
        if not year:
            return ""
        if form == "short" and year > LAST_WRITTEN_OUT:
            return f"{year % 100:02d}"
        return str(abs(year))

    return write


def _month(form: str, locale: Locale) -> Callable[[Parts], str]:
    def write(parts: Parts) -> str:
        month = parts[1]
        if month > LAST_MONTH:  # a season, which has no number and no short form
            return locale.term(f"season-{(month - 13) % 4 + 1:02d}")
        if not month:
            return ""
        if form == "numeric":
            return str(month)
        if form == "numeric-leading-zeros":
            return f"{month:02d}"
        return locale.term(f"month-{month:02d}", form or "long")

    return write


def _day(form: str, locale: Locale) -> Callable[[Parts], str]:
    only_first = locale.options.get("limit-day-ordinals-to-day-1") == "true"

    def write(parts: Parts) -> str:
        day = parts[2]
        if not day:
            return ""
        if form == "numeric-leading-zeros":
            return f"{day:02d}"
        if form == "ordinal" and (day == 1 or not only_first):
            return ordinal(day, locale, locale.gender(f"month-{parts[1]:02d}"))
        return str(day)

    return write
