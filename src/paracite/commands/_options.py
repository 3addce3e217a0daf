"""Options that several commands share, so that they read alike everywhere."""

from typing import Annotated

import typer

File = Annotated[
    str,
    typer.Option(
        "--file", "-f", help="The library [default: from the configuration, else references.bib]."
    ),
]
Source = Annotated[
    str, typer.Argument(help="Any readable file, or - for stdin [default: the library].")
]
Format = Annotated[str, typer.Option("--from", help="Format of the input [default: recognised].")]
Output = Annotated[
    str, typer.Option("--output", "-o", help="Write to this file [default: stdout].")
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
