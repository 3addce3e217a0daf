"""What `list` and `search` share: a query in, rows of the index out."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from paracite.commands import _options, note

DEFAULT_COLUMNS = "key,author,year,title"
MINUS = "\0"  #: stands for the minus of `-word` while the options are read

Columns = Annotated[
    str,
    typer.Option(
        "--columns", "-c", help="Columns: key, type, author, year, title, container, doi, …"
    ),
]
Sort = Annotated[
    str, typer.Option("--sort", "-s", help="Sort by a column; -year is the latest first.")
]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV with a header.")]
Keys = Annotated[bool, typer.Option("--keys", help="Print only the citekeys.")]


class QueryCommand(TyperCommand):
    """A command whose words may begin with a minus: `-word`, `-field:value`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options; what looks like one and is none is a word of the query."""
        known = {option for each in self.params for option in each.opts} | {"-h", "--help"}
        rest = super().parse_args(ctx, _protected(args, known))
        ctx.params = {name: _restored(value) for name, value in ctx.params.items()}
        return rest


def _protected(args: Sequence[str], known: set[str]) -> list[str]:
    is_word = (
        each[:1] == "-" and each not in known and each[:2] != "--" and len(each) > 1
        for each in args
    )
    return [MINUS + each[1:] if word else each for each, word in zip(args, is_word, strict=True)]


def _restored(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(MINUS, "-", 1)
    return [_restored(each) for each in value] if isinstance(value, (list, tuple)) else value


def print_found(
    words: Sequence[str],
    file: str,
    *,
    columns: str,
    sort: str,
    json: bool,
    csv: bool,
    keys: bool,
) -> None:
    """Print what a query finds, in the form asked for; file names among the words are searched."""
    from paracite import index
    from paracite.index import query, schema
    from paracite.render import listing, table

    paths, rest = _options.apart(words, file)
    if sort and sort != schema.RANK:
        _options.one(paths)  # rows of several files are in the order of the files
    asked = query.parse(" ".join(rest))
    names = ("key",) if keys else query.columns(columns)
    found: list[Any] = []
    for path in paths:
        with index.open(path) as library:
            if json:
                found += library.item_texts(asked, sort)
            else:
                found += library.rows(names, asked, sort, full=csv)
    if json:
        text = listing.json(found)
    else:
        text = listing.csv(names, found) if csv else table.render(names, found, plain=keys)
    if asked and not found:
        note("no reference matches")
    typer.echo(text, nl=False)
