"""The processor: a style and its items in, citations and a bibliography out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from paracite.csl import areas, cluster, formats, locators, positions, punctuation
from paracite.csl.bibliography import Bibliography, make
from paracite.csl.context import (
    FIRST,
    IBID,
    IBID_WITH_LOCATOR,
    NO_SETTINGS,
    SUBSEQUENT,
    Cite,
    Context,
)
from paracite.csl.disambiguate import disambiguate
from paracite.csl.entry import Entry, Item, Shapes
from paracite.csl.load import Style
from paracite.csl.sort import ordered
from paracite.errors import ParaciteError
from paracite.memory import only_growing

Abbreviations = Mapping[str, Mapping[str, str]]
CITE_KEYS = frozenset(
    [
        *(
            "id",
            "locator",
            "label",
            "prefix",
            "suffix",
            "suppress-author",
            "author-only",
            "narrative",
        ),
        *("position", "near-note", "first-reference-note-number"),
    ]
)
POSITIONS = FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR


class Processor:
    """Renders items in a style.  Items are CSL-JSON mappings or references; none is changed."""

    def __init__(
        self,
        style: Style,
        items: Iterable[object],
        output: str = "text",
        *,
        links: bool = False,
        sentence_case: bool = False,
        abbreviations: Abbreviations | None = None,
    ) -> None:
        """Compile the style and settle what depends on the whole list: order, numbers, suffixes.

        `output` is text, ansi, html, markdown, latex or rtf; with `links`, HTML has links on
        DOIs and URLs.  `sentence_case` puts English titles into it.  `abbreviations` gives for
        a variable the short forms of its values.  Raises `ParaciteError` for an unknown output.
        """
        self.style = style
        self.format = formats.named(output, links=links)
        self.warnings = [*style.warnings]
        self._quotes = style.locale.quotes
        self._citation = areas.citation(style)
        self._bibliography = areas.bibliography(style)
        with only_growing():
            self._entries = self._read(self._items(items, abbreviations or {}, sentence_case))
            self._settings = disambiguate(self._citation, self._numbered())

    @property
    def keys(self) -> list[str]:
        """The keys of the items, in the order of the bibliography."""
        return [entry.id for entry in sorted(self._entries.values(), key=lambda each: each.number)]

    def cite(self, cites: Sequence[Mapping[str, Any]]) -> str:
        """Render one citation; each cite is a mapping with an `id` and perhaps more.

        `locator` ("12", "chap. 1, p. 10") and the `label` of what it counts ("page"), `prefix`,
        `suffix`; `suppress-author`, `author-only` and `narrative` (author before what is cited,
        "Ash (2001)") are true or false.  What else a cite has is said in `warnings`.
        Raises `ParaciteError` for an `id` that is not among the items.
        """
        return self._cluster([self._cite(each) for each in cites])

    def citations(
        self,
        citations: Sequence[Sequence[Mapping[str, Any]]],
        notes: Sequence[int] | None = None,
    ) -> list[str]:
        """Render the citations of a document in order; `notes` gives each one's note number.

        Where the style does not sort its bibliography, items are numbered as they are cited.
        """
        if self._bibliography is None or not self._bibliography.keys:
            self._number_as_cited(citations)
        cited = [self._sorted([self._cite(each) for each in cites]) for cites in citations]
        numbers = notes or [n if self.style.notes else 0 for n in range(1, len(cited) + 1)]
        near = self._citation.options.get("near-note-distance", "")
        positions.assign(cited, numbers, int(near) if near.isdecimal() else positions.NEAR)
        return [self._cluster(cites) for cites in cited]

    def bibliography(
        self, *, sort: bool = True, only: Callable[[Item], bool] = lambda _item: True
    ) -> Bibliography:
        """Render the list of all items, in the style's order (or as given).

        With `only`, a section: the items for which it holds.
        """
        if self._bibliography is None:
            return Bibliography(warnings=(*self.warnings, "the style has no bibliography"))
        entries = [entry for entry in self._entries.values() if only(entry.item)]
        if sort:
            entries.sort(key=lambda entry: entry.number)
        with only_growing():
            return make(
                self._bibliography,
                entries,
                self._listed,
                self._joined,
                self.format,
                self._quotes,
                self.warnings,
            )

    def _items(
        self,
        given: Iterable[object],
        abbreviations: Abbreviations,
        sentence_case: bool,  # noqa: FBT001
    ) -> list[Item]:
        """Return what is an item, as CSL-JSON with the changes asked for."""
        items: list[Item] = []
        for place, each in enumerate(given, 1):
            item = each if isinstance(each, (dict, Mapping)) else _from_reference(each)
            if item is not None:
                items.append(item)
            else:
                self.warnings.append(f"item {place} is no CSL-JSON object: left out")
        if sentence_case:
            from paracite.csl import sentencecase

            items, said = sentencecase.convert(items)
            self.warnings += said
        return [_abbreviated(item, abbreviations) for item in items]

    def _read(self, items: Iterable[Item]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        shapes = Shapes()
        for item in items:
            entry = Entry(item, len(entries) + 1, self.style.variables, shapes)
            if entry.id in entries:
                self.warnings.append(f"{entry.id}: a second item with this id is left out")
                continue
            entries[entry.id] = entry
        return entries

    def _numbered(self) -> list[Entry]:
        """Return citation numbers in the order of the bibliography; give the entries in it."""
        entries = list(self._entries.values())
        if self._bibliography is not None:
            entries = ordered(self._bibliography, entries, lambda entry: (entry, None))
        for number, entry in enumerate(entries, 1):
            entry.number = number
        return entries

    def _number_as_cited(self, citations: Sequence[Sequence[Mapping[str, Any]]]) -> None:
        cited = (str(each.get("id", "")) for cites in citations for each in cites)
        for number, key in enumerate(dict.fromkeys((*cited, *self.keys)), 1):
            if key in self._entries:
                self._entries[key].number = number

    def _cite(self, given: Mapping[str, Any]) -> Cite:
        key = str(given.get("id", ""))
        if key not in self._entries:
            raise ParaciteError(f"no item has the key {key!r}")
        for name in sorted(map(str, given.keys() - CITE_KEYS)):
            self._warn(f"{key}: {name!r} of a cite is not known")
        position = given.get("position", FIRST)
        text, label = str(given.get("locator") or ""), str(given.get("label") or locators.PAGE)
        places = locators.parse(text.strip(), label, self.style.locale)
        first, *more = places or (locators.Located(label),)
        return Cite(
            self._entries[key],
            first.value,
            first.label,
            tuple(more),
            str(given.get("prefix") or ""),
            str(given.get("suffix") or ""),
            position if position in POSITIONS else FIRST,
            bool(given.get("near-note")),
            first_note=int(given.get("first-reference-note-number") or 0),
            suppress_author=bool(given.get("suppress-author")),
            author_only=bool(given.get("author-only")),
            narrative=bool(given.get("narrative")),
        )

    def _warn(self, text: str) -> None:
        if text not in self.warnings:
            self.warnings.append(text)

    def _sorted(self, cites: list[Cite]) -> list[Cite]:
        """Sort cites as the style does, behind those whose author stands before them."""
        first = [cite for cite in cites if cite.narrative]
        rest = [cite for cite in cites if not cite.narrative]
        return [*first, *ordered(self._citation, rest, lambda cite: (cite.entry, cite))]

    def _cluster(self, cites: list[Cite]) -> str:
        """Render a citation: authors alone, or before what is cited, or as the style has it."""
        in_sentence = [cite for cite in cites if cite.author_only or cite.narrative]
        texts = [self._author(cite) for cite in in_sentence]
        if not any(cite.author_only for cite in cites):
            for cite in in_sentence:
                cite.suppress_author = True
            texts.append(cluster.render(self._citation, self._sorted(cites), self._start))
        return self._finished(" ".join(filter(None, texts)))

    def _author(self, cite: Cite) -> str:
        if self.style.tree.find("intext"):
            return self._authors.render(self._start(cite))
        return cluster.author(self._citation, self._authors, cite, self._start)

    @cached_property
    def _authors(self) -> areas.Area:
        return areas.authors(self.style)

    def _start(self, cite: Cite) -> Context:
        settings = self._settings.get(cite.entry.id, NO_SETTINGS)
        return Context(cite.entry, cite, settings, cite.entry.suffix)

    def _listed(self, entry: Entry) -> Context:
        settings = self._settings.get(entry.id, NO_SETTINGS)
        return Context(entry, None, settings, entry.suffix)

    def _finished(self, rich: str) -> str:
        return self.format.render(self._joined(rich), self._quotes)

    def _joined(self, rich: str) -> str:
        return punctuation.joined(rich, in_quotes=self.style.locale.punctuation_in_quote)


def _from_reference(given: object) -> Item | None:
    from paracite import csljson
    from paracite.reference import Reference

    return csljson.to_item(given) if isinstance(given, Reference) else None


def _abbreviated(item: Item, abbreviations: Abbreviations) -> Item:
    """Add the short forms of what has none of its own."""
    short = {
        f"{variable}-short": forms[item[variable]]
        for variable, forms in abbreviations.items()
        if isinstance(item.get(variable), str) and item[variable] in forms
    }
    return {**short, **item} if short else item
