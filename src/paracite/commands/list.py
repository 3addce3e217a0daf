"""`paracite list`: the references of a library, in the order of the file."""

from typing import Annotated

import typer

from paracite.commands import _listing, _options, new_app

app = new_app()


@app.command("list", cls=_listing.QueryCommand)
def list_(
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]... [QUERY]...", help="Only what this finds; see `paracite search`."
        ),
    ] = None,
    file: _options.File = "",
    columns: _listing.Columns = _listing.DEFAULT_COLUMNS,
    sort: _listing.Sort = "",
    json: _options.Json = False,
    csv: _listing.Csv = False,
    keys: _listing.Keys = False,
) -> None:
    """List the references of the library."""
    _listing.print_found(
        query or (), file, columns=columns, sort=sort, json=json, csv=csv, keys=keys
    )
