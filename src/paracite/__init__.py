"""Reference lists that can be trusted: read, checked, freed of duplicates, styled.

    import paracite

    thesis = paracite.open("thesis.bib")
    print(thesis.export(style="apa"))

What `__all__` names keeps its meaning from one minor version to the next; all else may change.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paracite.api import ParaciteWarning, ReferenceList, parse
    from paracite.api import open_ as open  # noqa: A004  the word for what it does
    from paracite.errors import ParaciteError, Problem
    from paracite.reference import Date, Name, Reference

__version__ = "0.1.0"
__all__ = [
    "Date",
    "Name",
    "ParaciteError",
    "ParaciteWarning",
    "Problem",
    "Reference",
    "ReferenceList",
    "open",
    "parse",
]
#: Where each name is; it is imported when first asked for, so that a command starts at once.
_HOMES = {
    **dict.fromkeys(("ParaciteWarning", "ReferenceList", "open", "parse"), "api"),
    **dict.fromkeys(("ParaciteError", "Problem"), "errors"),
    **dict.fromkeys(("Date", "Name", "Reference"), "reference"),
}


def __getattr__(name: str) -> Any:
    """Import a public name."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = import_module(f"{__name__}.{_HOMES[name]}")
    return getattr(home, "open_" if name == "open" else name)


def __dir__() -> list[str]:
    """Name what is public."""
    return [*__all__, "__version__"]
