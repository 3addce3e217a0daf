"""Locales: terms, date forms and options, the style's own over the language's files.

Source: CSL 1.0.2 specification, "Locale fallback", "Terms" and "Ordinal suffixes".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from paracite.csl.output import Quotes
from paracite.csl.xmltree import Element, element

FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
LINE_END = re.compile(r"\s*\n\s*")  #: the file's own layout, no part of a term


class Term(NamedTuple):
    """A word of the language: for one, for several, its gender, and what an ordinal matches."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class Locale:
    """What a style says in one language."""

    lang: str
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)  #: by (name, form)
    ordinals: dict[tuple[str, str], Term] = field(default_factory=dict)  #: by (name, gender)
    dates: dict[str, Element] = field(default_factory=dict)  #: by form
    options: dict[str, str] = field(default_factory=dict)

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """Return a term, in the nearest form there is, or `""`."""
        found = self.find(name, form)
        return (found.multiple if plural else found.single) if found else ""

    def find(self, name: str, form: str = "long") -> Term | None:
        """Find a term in `form`, else in the form that stands in for it."""
        wanted: str | None = form
        while wanted:
            for spelling in (name, name.replace(" ", "-")):
                if (spelling, wanted) in self.terms:
                    return self.terms[spelling, wanted]
            wanted = FALLBACK.get(wanted)
        return None

    def gender(self, name: str) -> str:
        """Return the gender of a noun: masculine, feminine or `""`."""
        found = self.find(name)
        return found.gender if found else ""

    @property
    def ampersand(self) -> str:
        """The sign that stands for "and"; it is the same in most languages."""
        symbol = self.terms.get(("and", "symbol"))
        return symbol.single if symbol else "&"

    @property
    def punctuation_in_quote(self) -> bool:
        """Return whether a comma or full stop goes inside the quotes before it."""
        return self.options.get("punctuation-in-quote") == "true"

    @property
    def quotes(self) -> Quotes:
        """The quotation marks."""
        sides = ("open-quote", "close-quote", "open-inner-quote", "close-inner-quote")
        return Quotes(*(self.term(side) for side in sides))

    def over(self, lower: "Locale") -> "Locale":
        """Lay this locale over one of less weight; ordinals come from one of them only."""
        return Locale(
            self.lang or lower.lang,
            lower.terms | self.terms,
            self.ordinals or lower.ordinals,
            lower.dates | self.dates,
            lower.options | self.options,
        )


def load(lang: str, in_style: Iterable[Element] = ()) -> Locale:
    """Make the locale of a style in `lang` ("de-AT"): dialect, language, style-wide, files."""
    own = {each.get("lang"): each for each in in_style}
    base = lang.split("-", maxsplit=1)[0]
    merged = _system(lang)
    for wanted in ("", base, lang) if base != lang else ("", base):
        if wanted in own:
            merged = _read(own[wanted], lang).over(merged)
    for dialect, each in own.items():  # `en` asked, `en-US` given
        if base == lang and dialect == _primary(base):
            merged = _read(each, lang).over(merged)
    return replace(merged, lang=lang)


def is_known(lang: str) -> bool:
    """Return whether there is a file for a language, or for its main dialect."""
    from citeproc import LANGUAGE_NAMES

    return lang in LANGUAGE_NAMES or _primary(lang.split("-", maxsplit=1)[0]) in LANGUAGE_NAMES


@cache
def _system(lang: str) -> Locale:
    """Make the locale of the language's files, US English where it says nothing."""
    from citeproc import LANGUAGE_NAMES
    from citeproc.frontend import CitationStylesLocale

    merged = Locale("en-US")
    base = lang.split("-", maxsplit=1)[0]
    for each in dict.fromkeys(("en-US", _primary(base), lang)):
        if each in LANGUAGE_NAMES:
            own = _read(element(CitationStylesLocale(each, validate=False).root), each)
            merged = own.over(merged)
    return merged


def _primary(base: str) -> str:
    from citeproc import PRIMARY_DIALECTS

    found: str = PRIMARY_DIALECTS.get(base, base)
    return found


def _read(tree: Element, lang: str) -> Locale:
    locale = Locale(lang)
    for child in tree.children:
        if child.tag == "style-options":
            locale.options.update(child.attributes)
        elif child.tag == "date":
            locale.dates[child.get("form")] = child
        elif child.tag == "terms":
            for each in child.children:
                _add_term(locale, each)
    return locale


def _written(text: str) -> str:
    return LINE_END.sub("", text).replace("'", "’")


def _add_term(locale: Locale, tree: Element) -> None:
    name, form = tree.get("name"), tree.get("form") or "long"
    texts = {child.tag: child.text for child in tree.children}
    single = _written(texts.get("single", tree.text))
    multiple = _written(texts.get("multiple", single))
    term = Term(single, multiple, tree.get("gender"), tree.get("match"))
    if name == "ordinal" or name.startswith(("ordinal-", "long-ordinal-")):
        locale.ordinals[name, tree.get("gender-form")] = term
    elif tree.get("gender-form"):
        locale.terms[f"{name}/{tree.get('gender-form')}", form] = term
    else:
        locale.terms[name, form] = term
