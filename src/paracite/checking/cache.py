"""Findings kept from the last check of a file, for when neither it nor the program changed.

One small file per list and choice of rules.  What is kept can always be made again: a file
that cannot be read or written is as good as none.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, fields, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import paracite
from paracite import config, sidecar
from paracite.checking import Diagnostic
from paracite.files import STANDARD, read_bytes
from paracite.reference import Name
from paracite.rules import Fix

PACKAGE = Path(paracite.__file__).parent


def state(path: str, choice: Sequence[object]) -> str:
    """Return a digest of all that the findings in a file depend on; `""` for stdin."""
    if path == STANDARD:
        return ""
    digest = sha256(repr((choice, date.today().year)).encode())  # noqa: DTZ011  the user's own day
    for name, changed in _program():
        digest.update(f"{name} {changed}\n".encode())
    digest.update(repr(replace(config.load(), sources=())).encode())
    beside = sidecar.place(path)
    digest.update(beside.read_bytes() if beside and beside.is_file() else b"")
    digest.update(read_bytes(path))
    return digest.hexdigest()


def load(path: str, choice: Sequence[object], now: str) -> tuple[Diagnostic, ...] | None:
    """Return the findings kept for this state, or None."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(_file(path, choice).read_text("utf-8"))
        if now and kept["state"] == now:
            return tuple(map(_finding, kept["findings"]))
    return None


def save(path: str, choice: Sequence[object], now: str, found: Sequence[Diagnostic]) -> None:
    """Keep the findings of this state, where that can be done."""
    if not now:
        return
    file = _file(path, choice)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{os.getpid()}")
        names = [each.name for each in fields(Diagnostic)]
        items = [[_value(getattr(each, name)) for name in names] for each in found]
        temporary.write_text(json.dumps({"state": now, "findings": items}), "utf-8")
        temporary.replace(file)


def _file(path: str, choice: Sequence[object]) -> Path:
    name = sha256(repr((str(Path(path).resolve()), path, choice)).encode()).hexdigest()
    return config.cache_folder() / "check" / f"{name[:24]}.json"


def _program() -> Iterator[tuple[str, int]]:
    """Yield name and time of change of every file of the program."""
    folders = [PACKAGE]
    while folders:
        for each in sorted(os.scandir(folders.pop()), key=lambda each: each.name):
            if each.is_dir() and each.name != "__pycache__":
                folders.append(Path(each.path))
            elif not each.name.endswith(".pyc"):  # code, lexicons and models alike
                yield each.name, each.stat().st_mtime_ns


def _value(value: object) -> Any:
    if not isinstance(value, Fix):
        return value
    changes = {
        name: new if isinstance(new, str) else [asdict(each) for each in new]
        for name, new in value.changes.items()
    }
    return {"changes": changes, "safe": value.safe}


def _finding(values: list[Any]) -> Diagnostic:
    named = dict(zip((each.name for each in fields(Diagnostic)), values, strict=True))
    if named["fix"]:
        changes = {
            name: new if isinstance(new, str) else tuple(Name(**each) for each in new)
            for name, new in named["fix"]["changes"].items()
        }
        named["fix"] = Fix(changes, named["fix"]["safe"])
    return Diagnostic(**named)
