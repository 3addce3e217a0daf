"""Settings: command line, then environment, then project file, then the user's own file.

The project's file is `paracite.toml`, or `[tool.paracite]` in `pyproject.toml`, in the
nearest folder upwards that has one; the user's is `config.toml` in the folder that
`platformdirs` names.  Paths in a file are relative to that file.
"""

import os
import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from paracite.errors import ParaciteError, why

LIBRARY = "references.bib"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force; `sources` names the files they come from."""

    library: str = LIBRARY
    style: str = "apa"
    locale: str = ""
    citekey: str = "{author}{year}{title}"
    mailto: str = ""
    registry: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@cache
def load(folder: Path | None = None) -> Config:
    """Read the settings for `folder` (default: the current one).

    Raises `ParaciteError` for a file that is no TOML or has an unknown or wrong setting.
    """
    config = _with_file(Config(), _folder("config") / "config.toml", ())
    project = _project_file(folder or Path.cwd())
    if project:
        table = ("tool", "paracite") if project.name == "pyproject.toml" else ()
        config = _with_file(config, project, table)
    mailto = os.environ.get("PARACITE_MAILTO")
    return replace(config, mailto=mailto) if mailto else config


def cache_folder() -> Path:
    """Return the folder for what can be made again (`PARACITE_CACHE_DIR` overrides it)."""
    return _folder("cache")


def state_folder() -> Path:
    """Return the folder for what undo needs (`PARACITE_STATE_DIR` overrides it)."""
    return _folder("state")


def _folder(kind: str) -> Path:
    override = os.environ.get(f"PARACITE_{kind.upper()}_DIR")
    if override:
        return Path(override)
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_dir")("paracite", appauthor=False))


def _project_file(folder: Path) -> Path | None:
    for each in (folder, *folder.parents):
        own, shared = each / "paracite.toml", each / "pyproject.toml"
        if own.is_file():
            return own
        if shared.is_file() and "paracite" in _toml(shared).get("tool", {}):
            return shared
    return None


def _with_file(config: Config, path: Path, table: tuple[str, ...]) -> Config:
    if not path.is_file():
        return config
    settings = _toml(path)
    for name in table:
        settings = settings.get(name, {})
    return replace(config, **_checked(settings, path), sources=(*config.sources, str(path)))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ParaciteError(f"{path}: cannot be read: {why(error)}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ParaciteError(f"{path}: is not valid TOML: {error}") from error


def _checked(settings: dict[str, Any], path: Path) -> dict[str, Any]:
    known = [f.name for f in fields(Config) if f.name != "sources"]
    if unknown := [name for name in settings if name not in known]:
        hint = f"settings: {', '.join(known)}"
        raise ParaciteError(f"{path}: unknown setting {unknown[0]!r}", hint)
    return {name: _value(name, value, path) for name, value in settings.items()}


def _value(name: str, value: Any, path: Path) -> str | tuple[str, ...]:
    """Return a setting's value, paths in it made those beside the file of settings."""
    if name == "registry":
        paths = value if isinstance(value, list) else [value]
        if all(isinstance(each, str) for each in paths):
            return tuple(str(path.parent / each) for each in paths)
        raise ParaciteError(f"{path}: setting {name!r} must be a path, or a list of them")
    if not isinstance(value, str):
        raise ParaciteError(f"{path}: setting {name!r} must be a string")
    return str(path.parent / value) if name == "library" else value
