"""What a rendering in progress knows: the entry, the cite, and what was met on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from paracite.csl.entry import Entry
from paracite.csl.locators import Located

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = range(4)  #: positions of a cite


@dataclass(slots=True)
class Cite:
    """A reference to an entry in running text, and how it stands there."""

    entry: Entry
    locator: str = ""
    label: str = "page"
    more: tuple[Located, ...] = ()  #: further places, each with a label of its own
    prefix: str = ""
    suffix: str = ""
    position: int = FIRST
    near_note: bool = False
    note_number: int = 0
    first_note: int = 0
    suppress_author: bool = False
    author_only: bool = False
    narrative: bool = False  #: the author stands in the sentence: `Ash (2001)`


@dataclass(slots=True)
class Settings:
    """What disambiguation decided for an entry's cites."""

    shown: dict[int, int] = field(default_factory=dict)  #: names shown, by name list
    givens: dict[tuple[int, int], int] = field(default_factory=dict)  #: by name list, name
    conditions: int = 0  #: how many `disambiguate="true"` hold, counted as they are met


NO_SETTINGS = Settings()


Replace = Callable[[Any, Any], str]  #: of printed names and what joins them


class Context:
    """The state of one rendering.  `called` and `filled` count variables met, for groups."""

    __slots__ = (
        "called",
        "cite",
        "entry",
        "filled",
        "first_names",
        "hide_names",
        "in_sort",
        "in_substitute",
        "lists",
        "looking",
        "name_lists",
        "name_parts",
        "replace_names",
        "settings",
        "started",
        "substituted",
        "suffix",
        "tests",
        "used",
    )

    def __init__(
        self,
        entry: Entry,
        cite: Cite | None = None,
        settings: Settings = NO_SETTINGS,
        suffix: str = "",
        *,
        in_sort: bool = False,
    ) -> None:
        self.entry = entry
        self.cite = cite
        self.settings = settings
        self.suffix = suffix  #: the year suffix, until it is printed
        self.in_sort = in_sort
        self.called = self.filled = 0
        self.looking = False  #: only to tell cites apart: when a page was seen does not
        self.started = False  #: something was printed
        self.tests = 0  #: `disambiguate` conditions met
        self.name_lists = 0  #: name lists printed so far
        self.first_names: str | None = None  #: the first names, as printed
        self.name_parts: tuple[str, ...] | None = None  #: each name of the first list, as printed
        self.hide_names = False  #: leave the first names out, as cites of a group do
        self.replace_names: Replace | None = None  #: prints the first list otherwise
        self.in_substitute = False
        self.lists: list[Any] | None = None  #: the name lists printed, where they are wanted
        self.used: set[str] | None = None  #: variables met while something stands in for names
        self.substituted: set[str] = set()  #: those that stood in: not printed again

    def hides(self, *, named: bool) -> bool:
        """Return whether the first names are left out, or a term that stands in for them."""
        alone = self.cite is not None and self.cite.suppress_author
        return alone or (named and self.hide_names)


Render = Callable[[Context], str]
