"""`cs:text`, `cs:number` and `cs:label`.

Source: CSL 1.0.2 specification, "Text", "Number", "Label".
"""

import re
from collections.abc import Callable
from functools import cache, partial
from urllib.parse import quote

from paracite.csl import affixes, locators, richtext
from paracite.csl.build import Build, Fixed, Loose, Plan, Sequence, always, empty, nothing, wrapped
from paracite.csl.citationlabel import citation_label
from paracite.csl.context import FIRST, Context, Render
from paracite.csl.entry import Shape
from paracite.csl.locators import PAGE, Located
from paracite.csl.marks import END, LINK, NUMBER, TARGET_END, YEAR_SUFFIX
from paracite.csl.numbers import is_plural, numbered, pages
from paracite.csl.textcase import TURKIC_CASES, capitalize_first
from paracite.csl.xmltree import Element

RESOLVERS = {
    "DOI": "https://doi.org/",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "URL": "",
}
WEB = ("http://", "https://", "ftp://")
UNSAFE = re.compile(r"[\s<>\"{}|\\^`]+")  #: what no address may hold
DOI_SAFE = "/:;()!*',@&=+$"
NUMBERS_AS_PAGES = frozenset(["page", "locator"])
NUMBERS_IN_TEXT = frozenset(
    [
        *("volume", "issue", "edition", "chapter-number", "collection-number"),
        *("number-of-pages", "number-of-volumes", "part-number", "supplement-number"),
    ]
)
LEGAL = frozenset(["bill", "gazette", "legal_case", "legislation", "regulation", "treaty"])
COUNTS = frozenset(["number-of-pages", "number-of-volumes"])
CASED_BY_LANGUAGE = frozenset([*affixes.ENGLISH_ONLY, *TURKIC_CASES])
COUNTED = frozenset(["group", "names", "date", "number"])  #: these count as variables themselves
Value = Callable[[Context], str]


def text(build: Build, tree: Element) -> Plan:
    """Compile `cs:text`."""
    attributes = tree.attributes
    if "macro" in attributes:
        return _macro(build, tree)
    if "variable" in attributes:
        return _variable(build, tree)
    if "term" in attributes:
        return _term(build, tree)
    return _value(build, tree)


def _value(build: Build, tree: Element) -> Plan:
    constant = richtext.parse(tree.get("value"))
    if not constant:
        return always(nothing)
    change = affixes.changes(tree, build.locale.lang)
    return always(Fixed(affixes.wrapper(tree)(change(constant))))


def _term(build: Build, tree: Element) -> Plan:
    """Compile a term; it starts with a capital where it starts an entry or a note."""
    plural = tree.get("plural") == "true"
    word = build.locale.term(tree.get("term"), tree.get("form", "long"), plural=plural)
    if not word:
        return always(nothing)
    change, wrap = affixes.changes(tree, build.locale.lang), affixes.wrapper(tree)
    initial = wrap(capitalize_first(change(word))) if build.capital_start else ""
    return always(Fixed(wrap(change(word)), initial))


def _macro(build: Build, tree: Element) -> Plan:
    macro = build.macro(tree.get("macro"))
    elements = build.macro_elements(tree.get("macro"))
    if len(tree.attributes) == len(elements) == 1 and elements[0].tag in COUNTED:
        return macro
    uncased = {name: value for name, value in tree.attributes.items() if name != "text-case"}
    dress = affixes.dresser(Element("text", uncased))  # case is for text itself, as in citeproc-js

    def plan(shape: Shape) -> Render:
        render = macro(shape)
        if render is nothing or render is empty:
            return render
        if isinstance(render, Loose):
            return _called(render, dress)
        return wrapped(render, dress)

    return plan


def _called(macro: Render, dress: affixes.Change) -> Render:
    def render(context: Context) -> str:
        called, filled = context.called, context.filled
        written = macro(context)
        if not written or (context.called > called and context.filled == filled):
            return ""
        context.called += 1
        context.filled += 1
        return dress(written)

    return render


def _variable(build: Build, tree: Element) -> Plan:
    name, form = tree.get("variable"), tree.get("form")
    value = _reader(build, name, form)
    wrap = _linked(tree, RESOLVERS[name]) if name in RESOLVERS else affixes.wrapper(tree)
    cased = tree.get("text-case") in CASED_BY_LANGUAGE
    changes = cache(partial(affixes.changes, tree))
    dress = affixes.both(affixes.changes(tree), wrap)
    always_filled = name == "year-suffix"  # it counts as printed, so that "n.d." may precede it

    def render(context: Context) -> str:
        context.called += 1
        context.filled += always_filled
        if name in context.substituted:
            return ""
        written = value(context)
        if not written:
            return ""
        context.filled += 1
        if context.used is not None:
            if name in context.used:  # what stands in for names is printed once
                return ""
            context.used.add(name)
        if cased:
            return wrap(changes(build.language(context.entry))(written))
        return dress(written)

    return _if_present(render, name, f"{name}-short" if form == "short" else name)


def _if_present(render: Render, *names: str) -> Plan:
    """Make the plan of what prints a variable, or one of several."""
    if not OF_CITE.isdisjoint(names):
        return always(render)
    return lambda shape: empty if shape.present.isdisjoint(names) else render


def _linked(tree: Element, resolver: str) -> Callable[[str], str]:
    """Put a link around an identifier, and around the address a style prints before it."""
    prefix = tree.get("prefix")
    address = prefix if prefix.startswith("http") else ""
    start, end = affixes.formatting(tree)
    rest = {name: text for name, text in tree.attributes.items() if name in ("suffix", "display")}
    if not address and prefix:
        rest["prefix"] = prefix
    wrap = affixes.wrapper(Element("text", rest))

    def write(identifier: str) -> str:
        text, target = f"{address}{start}{identifier}{end}", _target(identifier, resolver)
        return wrap(f"{LINK}{target}{TARGET_END}{text}{END}" if target else text)

    return write


def _target(identifier: str, resolver: str) -> str:
    """Return the address an identifier leads to, `""` for none that may be followed."""
    if identifier.startswith(WEB):
        return UNSAFE.sub(lambda match: quote(match[0]), identifier)
    return resolver + quote(identifier, DOI_SAFE) if resolver else ""


def _reader(build: Build, name: str, form: str) -> Value:
    """Return the function that reads a variable from the entry or the cite."""
    if name in SPECIAL:
        return SPECIAL[name]
    if name in NUMBERS_AS_PAGES:
        return _pages(build, name)
    if name == "number":  # a docket's or an act's has hyphens that are no ranges
        return lambda context: (
            context.entry.text(name)
            if context.entry.type in LEGAL
            else _number_text(build, context.entry.text(name))
        )
    if name in NUMBERS_IN_TEXT:
        return lambda context: _number_text(build, context.entry.text(name))
    if form == "short":
        short = f"{name}-short"
        return lambda context: context.entry.text(short) or context.entry.text(name)
    return lambda context: context.entry.text(name)


def _number_text(build: Build, written: str) -> str:
    if written.isalnum():
        return written
    return numbered(written, "numeric", build.locale)


def _pages(build: Build, name: str) -> Value:
    form, ampersand = build.style.get("page-range-format"), build.locale.ampersand
    dash = build.locale.term("page-range-delimiter") or "–"
    if name != "locator":
        return lambda context: pages(context.entry.text(name), form, dash, ampersand)

    def place(label: str, value: str) -> str:
        return pages(richtext.parse(value), form if label == PAGE else "", dash, ampersand)

    def locator(context: Context) -> str:
        cite = context.cite
        if cite is None:
            return ""
        more = [_labelled(build, each, place(each.label, each.value)) for each in cite.more]
        return "".join((place(cite.label, cite.locator), *more))

    return locator


def _labelled(build: Build, place: Located, written: str = "") -> str:
    """Print a place behind another, as `written` or as a number, with the short form of its label."""
    label = build.locale.term(place.label, "short", plural=is_plural(place.value)) or place.label
    number_ = written or numbered(place.value, "numeric", build.locale)
    return f"{place.joined}{label} {number_}"


def _citation_number(context: Context) -> str:
    if context.in_sort:
        return f"{context.entry.number:09d}"
    return f"{NUMBER}{context.entry.number}{END}"


def _year_suffix(context: Context) -> str:
    suffix, context.suffix = context.suffix, ""
    return f"{YEAR_SUFFIX}{suffix}{END}" if suffix else ""


def _citation_label(context: Context) -> str:
    label = context.entry.raw("citation-label") or citation_label(context.entry)
    return label + _year_suffix(context)


def _first_note(context: Context) -> str:
    if context.cite is None or context.cite.position == FIRST or not context.cite.first_note:
        return ""
    return str(context.cite.first_note)


SPECIAL: dict[str, Value] = {
    "citation-number": _citation_number,
    "year-suffix": _year_suffix,
    "first-reference-note-number": _first_note,
    "citation-label": _citation_label,
}


OF_CITE = frozenset([*SPECIAL, "locator"])  #: variables that no item has by itself


def number(build: Build, tree: Element) -> Plan:
    """Compile `cs:number`."""
    name, form = tree.get("variable"), tree.get("form", "numeric")
    dress = affixes.dresser(tree)
    value = SPECIAL.get(name) or _raw(name)
    gender = build.locale.gender(name)

    def render(context: Context) -> str:
        context.called += 1
        if name in context.substituted:
            return ""
        written = value(context)
        if not written:
            return ""
        context.filled += 1
        if context.used is not None:
            context.used.add(name)
        if context.in_sort and written.isdecimal():
            return written.zfill(9)
        if "." in written:  # only a number with more behind it has one: `2, pt. 1`
            first, *more = locators.parse(written, name, build.locale)
            rest = "".join(_labelled(build, place) for place in more)
            return dress(numbered(first.value, form, build.locale, gender) + rest)
        return dress(numbered(written, form, build.locale, gender))

    return _if_present(render, name)


def _raw(name: str) -> Value:
    if name == "locator":
        return lambda context: context.cite.locator if context.cite else ""
    return lambda context: context.entry.raw(name)


def label(build: Build, tree: Element) -> Plan:
    """Compile `cs:label` of a number, page or locator."""
    name, form, plural = (
        tree.get("variable"),
        tree.get("form", "long"),
        tree.get("plural", "contextual"),
    )
    dress = affixes.dresser(tree)

    def render(context: Context) -> str:
        term, value = name, ""
        if name == "locator":
            if context.cite is not None:
                term, value = context.cite.label, context.cite.locator
        else:
            value = context.entry.raw(name)
        if not value:
            return ""
        several = plural == "always" or (plural == "contextual" and _several(name, value))
        word = build.locale.term(term, form, plural=several)
        return dress(word) if word else ""

    loose = Sequence((render,))  # a label describes a variable, but is none
    if name in OF_CITE:
        return always(loose)
    return lambda shape: loose if name in shape.present else nothing


def _several(name: str, value: str) -> bool:
    if name in COUNTS and value.isdecimal():
        return value.lstrip("0") != "1"
    return is_plural(value)
