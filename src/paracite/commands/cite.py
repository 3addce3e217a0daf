"""`paracite cite`: an in-text citation of one or more references."""

from typing import Annotated

import typer

from paracite import config
from paracite.commands import CLEAN, FINDINGS, _options, new_app, note
from paracite.errors import ParaciteError

app = new_app()
# Labels of CSL 1.0.2 and what they are shortened to.
LABELS = {
    "act": (),
    "appendix": ("app",),
    "book": ("bk",),
    "chapter": ("chap", "ch", "chaps"),
    "column": ("col", "cols"),
    "figure": ("fig", "figs"),
    "folio": ("fol",),
    "line": ("l", "ll", "lines"),
    "note": ("n", "nn"),
    "page": ("p", "pp", "pages"),
    "paragraph": ("para", "paras"),
    "part": ("pt",),
    "scene": (),
    "section": ("sec", "secs", "§"),
    "table": ("tab",),
    "verse": ("v", "vv"),
    "volume": ("vol", "vols"),
}


@app.command()
def cite(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[FILE]... KEY...", help="Citekeys, in one citation."),
    ],
    *,
    style: Annotated[
        str, typer.Option("--style", help="A CSL style's name or path [default: apa].")
    ] = "",
    locator: Annotated[
        str, typer.Option("--locator", help="Where in the (last) work: 12, 12-15, 'chapter 3'.")
    ] = "",
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
    cites: list[dict[str, str]] = [{"id": key} for key in keys]
    cites[-1] |= _located(locator)
    loaded = load_style(style or settings.style, settings.locale)
    processor = Processor(loaded, references)
    typer.echo(processor.cite(cites))
    for warning in processor.warnings:
        note(warning)
    raise typer.Exit(FINDINGS if processor.warnings else CLEAN)


def _located(locator: str) -> dict[str, str]:
    """Take a leading label from a locator (`chapter 3`, `sec. 2`); without one it counts pages."""
    if not locator:
        return {}
    first, _, rest = locator.partition(" ")
    word = first.lower().rstrip(".")
    label = next((name for name, short in LABELS.items() if word in (name, *short)), "")
    return {"label": label, "locator": rest} if rest and label else {"locator": locator}


def _like(key: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 3)
    return f"did you mean {', '.join(near)}?" if near else "`paracite list` shows the keys"
