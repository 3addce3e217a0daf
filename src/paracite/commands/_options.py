"""Options and arguments that several commands share, so that they read alike everywhere."""

from collections.abc import Sequence
from typing import Annotated

import typer

from paracite import config
from paracite.errors import ParaciteError

File = Annotated[str, typer.Option("--file", "-f", hidden=True, help="The library.")]
Source = Annotated[
    str, typer.Argument(metavar="[FILE]", help="Any readable file, or - [default: the library].")
]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...", help="Lists, folders, patterns, or - [default: the library]."
    ),
]
Format = Annotated[str, typer.Option("--from", help="Format of the input [default: recognised].")]
Output = Annotated[
    str, typer.Option("--output", "-o", help="Write to this file [default: stdout].")
]
Force = Annotated[
    bool, typer.Option("--force", help="Write even over a reference list of another format.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Offline = Annotated[bool, typer.Option("--offline", help="Never touch the network.")]
Registry = Annotated[
    list[str] | None,
    typer.Option(
        "--registry", help="Look works up in this local file first; can be given several times."
    ),
]
Mailto = Annotated[
    str,
    typer.Option("--mailto", help="Your address, sent to Crossref so that it serves you better."),
]
AllowIncomplete = Annotated[
    bool,
    typer.Option("--allow-incomplete", help="Do not exit 3 where something could not be checked."),
]


def files(sources: Sequence[str] | None) -> list[str]:
    """Return the files that arguments name, or the library where there are none."""
    from paracite import places

    return places.files_of(sources or [config.load().library])


def file(source: str) -> str:
    """Return the one file that an argument names, or the library where there is none."""
    return one(files([source] if source else None))


def apart(words: Sequence[str], file: str = "") -> tuple[list[str], list[str]]:
    """Part arguments into the files among them (else `file`, else the library) and the rest."""
    from paracite import places

    named = [word for word in words if not file and places.is_file_name(word)]
    rest = [word for word in words if word not in named]
    return files(named or ([file] if file else None)), rest


def one(paths: Sequence[str]) -> str:
    """Return the only file.  Raises `ParaciteError` where there are several."""
    if len(paths) > 1:
        raise ParaciteError(f"one file is wanted, not {len(paths)}", f"given: {', '.join(paths)}")
    return paths[0]
