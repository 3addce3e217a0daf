"""`paracite dedupe`: which references are one work, and why."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, _options, new_app
from paracite.render import machine

app = new_app()


@app.command()
def dedupe(
    source: _options.Source = "",
    *,
    from_: _options.Format = "",
    profile: Annotated[
        str, typer.Option(help="strict: merge only what is certain; thorough: more to review.")
    ] = "default",
    merge_versions: Annotated[
        bool, typer.Option("--merge-versions", help="Merge preprint and published version too.")
    ] = False,
    json: _options.Json = False,
) -> None:
    """Find references of one work; nothing is changed unless asked for.

    What is surely one work is a cluster, what may be is put up for review.  Exits 1 where
    there is either.
    """
    from paracite import citekeys, deduplicating, readers
    from paracite.render import console, duplicates

    reading = readers.read(source or config.load().library, from_)
    references = citekeys.with_citekeys(reading.references)
    found = deduplicating.find(references, profile=profile, merge_versions=merge_versions)
    if json:
        typer.echo(machine.versioned(**duplicates.to_json(found)))
    else:
        duplicates.show(console.out(), found)
    raise typer.Exit(FINDINGS if found.clusters or found.review else CLEAN)
