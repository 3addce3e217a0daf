"""The library people import: a list is opened once, asked, changed, exported and saved.

`paracite` itself offers these names; see docs/library.md for what is promised of them.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from paracite import opening, parsing
from paracite.errors import ParaciteError, Problem
from paracite.files import STANDARD
from paracite.opening import OpenList
from paracite.reference import Reference

if TYPE_CHECKING:
    from paracite.checking import Diagnostic
    from paracite.deduplicating import Duplicates
    from paracite.resolving import Result
    from paracite.sources import Sources


class ParaciteWarning(UserWarning):
    """Something that an export left out, guessed or could not do as asked."""


@dataclass(frozen=True)
class ReferenceList:
    """A reference list: frozen, as it was opened or as an edit of one would be.

    Whatever it finds (duplicates, findings) is found once and kept.
    """

    opened: OpenList

    @property
    def path(self) -> str:
        """The file it was opened from; `""` for text and bytes."""
        return self.opened.path

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references in order, each with a citekey of its own."""
        return self.opened.references

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What of the input could not be read."""
        return self.opened.problems

    def __len__(self) -> int:
        """The number of references."""
        return len(self.references)

    def __getitem__(self, citekey: str) -> Reference:
        """Return the reference with this citekey.  Raises `KeyError`."""
        return self._by_key[citekey]

    def __repr__(self) -> str:
        """Where it is from and how long it is."""
        where = repr(self.path) if self.path else f"{self.opened.reader.name} text"
        return f"<ReferenceList {where}: {len(self)} references>"

    def _repr_html_(self) -> str:
        return styled_html(self.references)

    def search(self, query: str) -> tuple[Reference, ...]:
        """Return the references that a query finds, in order; `paracite search` has its terms."""
        from paracite import index
        from paracite.index import query as queries

        with index.of(self.references) as library:
            positions = library.rows(("line",), queries.parse(query))
        return tuple(self.references[line - 1] for (line,) in positions)

    def duplicates(self, *, profile: str = "default", merge_versions: bool = False) -> "Duplicates":
        """Find references of one work: clusters, pairs in doubt, related works.

        What was decided beside the file holds.  Raises `ParaciteError` for an unknown profile.
        """
        from paracite import deduplicating

        if (profile, merge_versions) == ("default", False):
            return self._duplicates
        return deduplicating.find_in([self.opened], profile=profile, merge_versions=merge_versions)

    def check(
        self, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
    ) -> "tuple[Diagnostic, ...]":
        """Return what the rules find, in the order of the file.

        Raises `ParaciteError` for what names no rule.
        """
        from paracite import checking
        from paracite.checking import lists, selecting

        chosen = selecting.choose(select, ignore=ignore)
        return checking.check(lists.of(self.opened), chosen, self._duplicates)

    def resolve(
        self, *, registries: Sequence[str] = (), offline: bool = False, mailto: str = ""
    ) -> "tuple[Result, ...]":
        """Find the work of every reference: one verdict each, in order.

        Local registries (files) are asked before the network.  The settings give what is not
        given here.
        """
        from paracite import resolving

        with _sources(registries, mailto, offline=offline) as sources:
            return tuple(resolving.resolve(self.references, sources))

    def validate(
        self, *, registries: Sequence[str] = (), offline: bool = False, mailto: str = ""
    ) -> "tuple[Result, ...]":
        """Check the DOIs there are: one verdict for each reference that has one, in order."""
        from paracite import resolving

        with _sources(registries, mailto, offline=offline) as sources:
            return tuple(resolving.validate(self.references, sources))

    def merged(self, duplicates: "Duplicates | None" = None) -> "ReferenceList":
        """Return the list with each cluster merged into one reference; `save` writes it."""
        from paracite import deduplicating
        from paracite.deduplicating import splicing

        found = duplicates or self._duplicates
        if self.opened.document is not None:
            document = splicing.spliced(self.opened, found.clusters)
            return ReferenceList(self.opened.with_document(document))
        references = deduplicating.merged(self.references, found)
        return ReferenceList(replace(self.opened, references=references, written=references))

    def export(self, *, style: str = "apa", to: str = "text", locale: str = "") -> str:
        """Return the list in a CSL style (`to` text, html, markdown …) or another format.

        What could not be done as asked is a `ParaciteWarning`.  Raises `ParaciteError` for an
        unknown style or format, and for one that is no text: `save` writes that.
        """
        data = self._written(to, style, locale)
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise ParaciteError(f"{to} is no text", "write it to a file with save(path)") from None

    def save(
        self, path: str = "", *, style: str = "apa", locale: str = "", force: bool = False
    ) -> None:
        """Write an edited .bib back, or the list to a file in the format of its suffix.

        Raises `WriteError`: the file changed since it was opened, its format is not edited in
        place, or another list stands at `path` (unless forced).  `paracite undo` takes it back.
        """
        from paracite import outputs

        if not path:
            self.opened.save(self.opened.editable_document())
            return
        writer = outputs.writer_of(path)
        outputs.write(path, self._written(writer.name, style, locale), writer.name, force=force)

    def _written(self, to: str, style: str, locale: str) -> bytes:
        from paracite import writers

        options = writers.Options(style, locale)
        writing = writers.writer(to).write(self.references, options)
        for warning in writing.warnings:
            warnings.warn(warning, ParaciteWarning, stacklevel=3)
        return writing.data

    @cached_property
    def _duplicates(self) -> "Duplicates":
        from paracite import deduplicating

        return deduplicating.find_in([self.opened])

    @cached_property
    def _by_key(self) -> dict[str, Reference]:
        return {reference.citekey: reference for reference in self.references}


def open_(source: str | Path | bytes, format_name: str = "") -> ReferenceList:
    """Open a list: a file's path, the bytes of one, or text with references in it.

    A text that is no path of a file is taken for one where it has a line break or begins as a
    .bib or JSON file does.  Raises `ReadError` where nothing can be read.
    """
    if isinstance(source, bytes):
        return ReferenceList(opening.open_bytes(source, format_name=format_name))
    path = str(source)
    is_text = "\n" in path or path.lstrip().startswith(("@", "{", "["))
    if isinstance(source, Path) or path == STANDARD or not is_text or Path(path).is_file():
        return ReferenceList(opening.open_list(path, format_name))
    if format_name:
        return ReferenceList(opening.open_bytes(path.encode(), format_name=format_name))
    return ReferenceList(opening.open_loose(path.encode(errors="replace")))


def parse(text: str) -> Reference:
    """Read one printed reference, in whatever style it is."""
    return opening.with_own_keys([parsing.parse(text)])[0]


def styled_html(references: Sequence[Reference]) -> str:
    """Return references as a styled list in HTML, in APA style."""
    from paracite import writers
    from paracite.csl import Processor, load_style

    style = load_style(writers.Options().style)
    return str(Processor(style, references, "html").bibliography())


def _sources(registries: Sequence[str], mailto: str, *, offline: bool) -> "Sources":
    from paracite import config, sources

    settings = config.load()
    return sources.open_sources(
        registries or settings.registry,
        cache_folder=config.cache_folder(),
        mailto=mailto or settings.mailto,
        offline=offline,
    )
