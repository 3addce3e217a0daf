"""Find the plug-ins of a package: one file is one plug-in, no list is edited."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names(package: ModuleType) -> tuple[str, ...]:
    """Name the plug-in modules of `package` in order; `_private` ones are not plug-ins."""
    found = (info.name for info in iter_modules(package.__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def load(package: ModuleType, name: str) -> ModuleType:
    """Import the plug-in `name` of `package`."""
    return import_module(f"{package.__name__}.{name}")
