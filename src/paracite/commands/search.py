"""`paracite search`: the references that a query finds, the best first."""

from typing import Annotated

import typer

from paracite.commands import _listing, _options, new_app

app = new_app()


@app.command(cls=_listing.QueryCommand)
def search(
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="[FILE]... QUERY...",
            help='Words, "phrases", beginnings*, field:value, year:2000..2010, -not, OR.',
        ),
    ],
    file: _options.File = "",
    columns: _listing.Columns = _listing.DEFAULT_COLUMNS,
    sort: _listing.Sort = "rank",
    json: _options.Json = False,
    csv: _listing.Csv = False,
    keys: _listing.Keys = False,
) -> None:
    """Search the library; case and diacritics do not count.

    All terms must hold: words, "a phrase" in quotation marks, the beginning of a word*,
    field:value (author:, title:, journal:, doi:, type:, key: or any other; field:* where
    it is given), year:2005 or year:2000..2010.  -term excludes; OR separates alternatives.
    """
    _listing.print_found(query, file, columns=columns, sort=sort, json=json, csv=csv, keys=keys)
