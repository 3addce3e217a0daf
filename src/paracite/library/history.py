"""Former versions of a library, whole, in the state folder: the latest ones, bounded."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from paracite import config, files
from paracite.errors import ParaciteError

MOST_VERSIONS = 30
MOST_BYTES = 500_000_000  #: of all versions of one library but the last, which always stays


@dataclass(frozen=True, slots=True)
class Version:
    """A saved version of a library."""

    place: Path

    def read(self) -> bytes:
        """Return its bytes."""
        return files.read_bytes(self.place)

    def join(self, companions: Sequence["Companion"]) -> None:
        """Note which files are changed together with this one, and their former versions."""
        listed = [
            [str(Path(each.path).resolve()), each.version and each.version.place.name]
            for each in companions
        ]
        files.write_bytes(self._beside, json.dumps(listed).encode())

    @property
    def companions(self) -> list["Companion"]:
        """The other files that were changed together with it."""
        if not self._beside.exists():
            return []
        listed = json.loads(self._beside.read_text("utf-8"))
        return [
            Companion(path, Version(_folder(path) / name) if name else None)
            for path, name in listed
        ]

    @property
    def written(self) -> datetime:
        """When the library was written so, in local time."""
        return datetime.fromtimestamp(self.place.stat().st_mtime, UTC).astimezone()

    @property
    def _beside(self) -> Path:
        return self.place.with_suffix(".with")


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that was changed together with another; None: before that it was not there."""

    path: str
    version: Version | None

    def former(self) -> bytes | None:
        """Return the bytes it had before.  Raises `ParaciteError` where they are not kept."""
        if self.version is None:
            return None
        if not self.version.place.exists():
            hint = "nothing was changed; undo it by itself, or take it from a backup"
            raise ParaciteError(f"{self.path}: its former version is not kept any more", hint)
        return self.version.read()


def name_of(path: str) -> str:
    """Return the name under which a library's state is kept."""
    return blake2b(str(Path(path).resolve()).encode(), digest_size=16).hexdigest()


def versions(path: str) -> list[Version]:
    """Return the saved versions of a library, the oldest first."""
    folder = _folder(path)
    return [Version(each) for each in sorted(folder.glob("*.bib"))] if folder.is_dir() else []


def keep(path: str, data: bytes) -> Version:
    """Save the version that is about to be replaced, and forget the oldest beyond the bounds.

    Raises `WriteError`.
    """
    folder = _folder(path)
    files.make_folder(folder)
    saved = versions(path)
    number = int(saved[-1].place.stem) + 1 if saved else 1
    place = folder / f"{number:09}.bib"
    _keep_file(Path(path).resolve(), place, data)
    (folder / "path").write_text(str(Path(path).resolve()), "utf-8")
    _forget([*saved, Version(place)])
    return Version(place)


def _keep_file(path: Path, place: Path, data: bytes) -> None:
    """Keep the file itself, which is about to be replaced, where a link can; else a copy."""
    status = path.stat()
    if status.st_nlink == 1:  # else it may be written to under its other name
        with suppress(OSError):
            os.link(path, place)
            return
    files.write_bytes(place, data)
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))


def _forget(saved: list[Version]) -> None:
    total = 0
    for count, version in enumerate(reversed(saved)):
        total += version.place.stat().st_size
        if count and (count >= MOST_VERSIONS or total > MOST_BYTES):
            version.place.unlink(missing_ok=True)
            version.place.with_suffix(".with").unlink(missing_ok=True)


def _folder(path: str) -> Path:
    return config.state_folder() / "history" / name_of(path)
