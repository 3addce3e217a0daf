"""`paracite cite`: an in-text citation of one or more references."""

from typing import Annotated, Any

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, _options, new_app, note
from paracite.errors import ParaciteError

app = new_app()


@app.command()
def cite(  # noqa: PLR0913  one parameter an option
    words: Annotated[
        list[str],
        typer.Argument(metavar="[FILE]... KEY...", help="Citekeys, in one citation."),
    ],
    *,
    style: Annotated[
        str, typer.Option("--style", help="A CSL style's name or path [default: apa].")
    ] = "",
    locale: Annotated[
        str, typer.Option("--locale", help="Language, as en-GB [default: the style's].")
    ] = "",
    locator: Annotated[
        list[str] | None,
        typer.Option(
            "--locator",
            help="Where in the (last) work: 12, 'chap. 1, p. 10'; give one for each key in order.",
        ),
    ] = None,
    prefix: Annotated[str, typer.Option("--prefix", help="What stands before: 'see '.")] = "",
    suffix: Annotated[
        str, typer.Option("--suffix", help="What stands behind: ', emphasis added'.")
    ] = "",
    suppress_author: Annotated[
        bool, typer.Option("--suppress-author", help="Leave authors out: (2001).")
    ] = False,
    author_only: Annotated[
        bool, typer.Option("--author-only", help="Print nothing but authors: Ash.")
    ] = False,
    narrative: Annotated[
        bool, typer.Option("--narrative", help="Put authors into the sentence: Ash (2001).")
    ] = False,
    json: _options.Json = False,
    file: _options.File = "",
) -> None:
    """Print the citation of references as it stands in running text."""
    from paracite import opening
    from paracite.csl import Processor, load_style

    settings = config.load()
    paths, keys = _options.apart(words, file)
    references = opening.joined(opening.open_all(paths))
    known = {each.citekey for each in references}
    if not keys:
        raise ParaciteError("no key is given", "paracite list shows the keys")
    for key in keys:
        if key not in known:
            where = ", ".join(paths)
            raise ParaciteError(f"{where}: no reference has the key {key!r}", _like(key, known))
    cites = _located(keys, locator or [])
    cites[0]["prefix"], cites[-1]["suffix"] = prefix, suffix
    ways = {"suppress-author": suppress_author, "author-only": author_only, "narrative": narrative}
    for each in cites:
        each |= {way: True for way, wanted in ways.items() if wanted}
    loaded = load_style(style or settings.style, locale or settings.locale)
    processor = Processor(loaded, references)
    text = processor.cite(cites)
    if json:
        from json import dumps

        found = {"citation": text, "keys": keys, "warnings": processor.warnings}
        typer.echo(dumps(found, ensure_ascii=False, indent=2))
    else:
        typer.echo(text)
    for warning in processor.warnings:
        note(warning)
    raise typer.Exit(FINDINGS if processor.warnings else CLEAN)


def _located(keys: list[str], locators: list[str]) -> list[dict[str, Any]]:
    """Return a cite for each key; one locator belongs to the last, several to the first of them."""
    if len(locators) > len(keys):
        said = f"{len(locators)} locators for {len(keys)} keys"
        raise ParaciteError(said, "write several places of one work as 'chap. 1, p. 10'")
    missing = [""] * (len(keys) - len(locators))
    given = [*missing, *locators] if len(locators) == 1 else [*locators, *missing]
    return [{"id": key, "locator": each} for key, each in zip(keys, given, strict=True)]


def _like(key: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 3)
    return f"did you mean {', '.join(near)}?" if near else "`paracite list` shows the keys"
