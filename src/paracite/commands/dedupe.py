"""`paracite dedupe`: which references are one work, and why; merge them."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from paracite import files
from paracite.commands import CLEAN, FINDINGS, _options, _verdicts, new_app, note
from paracite.errors import ParaciteError
from paracite.render import machine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paracite.deduplicating import Duplicates
    from paracite.library import FileChange
    from paracite.opening import OpenList

app = new_app()


class _ManyFiles(TyperCommand):
    """Lets `--rewrite` take every word up to the next option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return each file after `--rewrite` the option's name."""
        spread: list[str] = []
        rewriting = False
        for word in args:
            if word == "--rewrite" or word.startswith("-"):
                rewriting = word == "--rewrite"
                spread += [] if rewriting else [word]
            else:
                spread += ["--rewrite", word] if rewriting else [word]
        return super().parse_args(ctx, spread)


@app.command(cls=_ManyFiles)
def dedupe(  # noqa: PLR0913  one parameter an option
    sources: _options.Sources = None,
    *,
    from_: _options.Format = "",
    write: Annotated[
        bool, typer.Option("--write", help="Merge the clusters in the .bib file.")
    ] = False,
    profile: Annotated[
        str, typer.Option(help="strict: merge only what is certain; thorough: more to review.")
    ] = "default",
    merge_versions: Annotated[
        bool, typer.Option("--merge-versions", help="Merge preprint and published version too.")
    ] = False,
    across: Annotated[
        bool,
        typer.Option(
            "--across", help="Merge no two records of one source: one file, or one database."
        ),
    ] = False,
    keymap: Annotated[
        str, typer.Option(metavar="FILE", help="Write old keys and new ones to this JSON file.")
    ] = "",
    rewrite: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE...",
            help="Replace merged keys in these .tex, .md, .qmd, .typ, .org files.",
        ),
    ] = None,
    json: _options.Json = False,
    force: _options.Force = False,
) -> None:
    """Find references of one work; nothing is changed unless asked for.

    What is surely one work is a cluster, what may be is put up for review; paracite review
    asks about these.  With --rewrite the difference is shown, and written with --write.
    Exits 1 where there is something to merge or review.
    """
    from paracite import deduplicating
    from paracite.render import console, duplicates

    lists = _verdicts.open_lists(sources, from_, write=write)
    found = deduplicating.find_in(
        lists, profile=profile, merge_versions=merge_versions, across=across
    )
    if json:
        typer.echo(machine.versioned(**duplicates.to_json(found, lists)))
    else:
        duplicates.show(console.out(), found, lists)
    if write or rewrite or keymap:
        _merge(lists, found, rewrite or [], keymap, write=write, force=force)
    waiting = found.review or (found.clusters and not write)
    raise typer.Exit(FINDINGS if waiting else CLEAN)


def _merge(
    lists: "Sequence[OpenList]",
    found: "Duplicates",
    texts: list[str],
    keymap: str,
    *,
    write: bool,
    force: bool,
) -> None:
    """Show what merging does to the texts; merge, and write all files, where that is asked for."""
    from paracite import outputs
    from paracite.deduplicating import splicing

    if len(lists) > 1:
        raise ParaciteError("merging is within one file", "name one FILE")
    [opened] = lists
    keys = splicing.keymap(opened, found.clusters)
    changes = [_rewritten(each, keys) for each in texts]
    if write and found.clusters:
        opened.save(splicing.spliced(opened, found.clusters), changes)
        note(f"{opened.path}: {found.surplus} entries merged; paracite undo takes it back")
    if keymap:
        outputs.write(keymap, (machine.dumps(keys) + "\n").encode(), "a keymap", force=force)


def _rewritten(path: str, keys: dict[str, str]) -> "FileChange":
    """Rewrite the citations of a text, and show how it will differ."""
    from difflib import unified_diff

    from paracite import manuscripts
    from paracite.library import FileChange
    from paracite.text import decode

    former = files.read_bytes(path)
    text, codec = decode(former)
    if text.encode(codec) != former:
        raise ParaciteError(f"{path}: is not text in a known encoding", "save it as UTF-8")
    new = manuscripts.rewrite(path, text, keys)
    lines = text.splitlines(keepends=True), new.splitlines(keepends=True)
    for line in unified_diff(*lines, path, path, n=0):
        note(line.rstrip("\r\n"))
    return FileChange(path, former, new.encode(codec))
