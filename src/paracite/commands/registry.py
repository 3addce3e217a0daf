"""`paracite registry`: a local file of records that answers without the network."""

from pathlib import Path
from typing import Annotated

import typer

from paracite.commands import _options, new_app, note
from paracite.render import machine

app = new_app("registry", "Build and describe local registries.")

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Crossref's public data (.jsonl.gz, .json.gz), its answers, CSL-JSON, .bib …",
    ),
]
Target = Annotated[str, typer.Option("--output", "-o", help="The registry to make.")]


@app.callback()
def _group() -> None:
    """Build and describe local registries."""


@app.command()
def build(
    sources: Sources, output: Target = "registry.sqlite", *, force: _options.Force = False
) -> None:
    """Make a registry: an indexed file for --registry.

    A build that was stopped goes on where it stopped; until it is complete a registry of
    that name stays as it is.
    """
    from paracite import outputs, registering
    from paracite.render import console

    if not force:
        outputs.refuse_list(output, "a registry")
    with console.err().status("reading") as status:
        total = registering.build(
            output, sources, lambda count: status.update(f"{count:,} records")
        )
    note(f"{output}: {total:,} records")


@app.command()
def info(
    path: Annotated[str, typer.Argument(help="A registry.")], *, json: _options.Json = False
) -> None:
    """Show how many records a registry has, and what it was built from."""
    from paracite.sources.registry import Registry

    opened = Registry(path)
    size = Path(path).stat().st_size
    origins = [{"path": name, "records": records} for name, records in opened.origins()]
    if json:
        typer.echo(
            machine.versioned(
                path=path,
                records=len(opened),
                dois=opened.with_doi(),
                bytes=size,
                built_from=origins,
            )
        )
        return
    typer.echo(f"{path}: {len(opened):,} records, {opened.with_doi():,} with DOI, {size:,} bytes")
    for each in origins:
        typer.echo(f"  {each['records']:>12,}  {each['path']}")
