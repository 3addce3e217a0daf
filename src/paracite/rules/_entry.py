"""An entry of a .bib file as the rules see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from paracite.bibtex.body import Fault, Field
from paracite.bibtex.values import inner


@dataclass(frozen=True)
class CheckedEntry:
    """A BibTeX entry: its type in lower case, its fields by name in lower case, its faults.

    `texts` are the values without delimiters; macros and joined pieces have none.
    """

    type: str
    key: str
    fields: Mapping[str, Field]
    start: int = 0
    end: int = 0
    key_start: int = 0
    faults: tuple[Fault, ...] = ()
    repeated: tuple[Field, ...] = ()  #: fields whose name stood in the entry before

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """Return the text of every field that has one."""
        found = ((name, inner(field.value)) for name, field in self.fields.items())
        return {name: text for name, text in found if text}

    def text(self, name: str) -> str:
        """Return what stands between the delimiters of a field, `""` where there is nothing."""
        return self.texts.get(name, "")
