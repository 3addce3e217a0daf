"""`paracite check`: what is wrong with a reference list, and what of it can be fixed."""

from typing import TYPE_CHECKING, Annotated

import typer

from paracite import config, files
from paracite.commands import CLEAN, FINDINGS, _options, new_app, note
from paracite.errors import ParaciteError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paracite.checking import Diagnostic
    from paracite.checking.lists import CheckedList
    from paracite.rules import Rule

app = new_app()
Codes = list[str] | None


@app.command()
def check(  # noqa: PLR0913  one parameter an option
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Lists in any readable format, or - for stdin."),
    ] = None,
    *,
    input_format: _options.Format = "",
    select: Annotated[Codes, typer.Option(help="Only these rules: codes, families, ALL.")] = None,
    extend_select: Annotated[Codes, typer.Option(help="These rules too.")] = None,
    ignore: Annotated[Codes, typer.Option(help="Not these rules.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Apply safe fixes.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: unsafe fixes too.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change.")] = False,
    output: _options.Output = "",
    output_format: Annotated[
        str,
        typer.Option(help="full, concise, json, jsonl, sarif, github, gitlab, junit, statistics."),
    ] = "full",
    statistics: Annotated[bool, typer.Option("--statistics", help="Count by rule.")] = False,
    json: _options.Json = False,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 only from this level on: note, warning, error.")
    ] = "note",
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit 0 in spite of findings.")
    ] = False,
) -> None:
    """Find what is wrong in reference lists; nothing is changed unless asked for."""
    import gc

    from paracite import checking
    from paracite.checking import lists, selecting
    from paracite.render import findings

    gc.disable()  # the run is short and makes no cycles; collecting would only walk over it
    chosen = selecting.choose(select or (), extend_select or (), ignore or ())
    found: list[checking.Diagnostic] = []
    for source in sources or [config.load().library]:
        checked = lists.load(source, input_format)
        if fix or diff:
            checked = _fixed(checked, chosen, unsafe=unsafe_fixes, show=diff, output=output)
        found += checking.check(checked, chosen)
    name = "json" if json else "statistics" if statistics else output_format
    if not diff and (text := findings.render(name, found)):
        typer.echo(text)
    raise typer.Exit(CLEAN if exit_zero else _exit_code(found, fail_on))


def _exit_code(found: "Sequence[Diagnostic]", fail_on: str) -> int:
    levels = ("note", "warning", "error")
    if fail_on not in levels:
        raise ParaciteError(f"unknown level {fail_on!r}", f"levels: {', '.join(levels)}")
    serious = levels[levels.index(fail_on) :]
    return FINDINGS if any(each.level in serious for each in found) else CLEAN


def _fixed(
    checked: "CheckedList", chosen: "Sequence[Rule]", *, unsafe: bool, show: bool, output: str
) -> "CheckedList":
    """Apply fixes and write the file, or with `--diff` show what would change."""
    from paracite.checking import fixing

    path = checked.path
    fixed = fixing.fix(checked, chosen, unsafe=unsafe)
    if show:
        typer.echo(fixing.difference(checked, fixed.checked), nl=False)
    elif fixed.applied:
        target = output or path
        files.write_bytes(target, fixing.data(fixed.checked, target))
        note(f"{target}: {fixed.applied} fixed")
    return fixed.checked
