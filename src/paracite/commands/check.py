"""`paracite check`: what is wrong with a reference list, and what of it can be fixed."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from paracite import files
from paracite.commands import CLEAN, FINDINGS, INCOMPLETE, _options, _verdicts, new_app, note
from paracite.errors import ParaciteError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paracite.checking import Diagnostic
    from paracite.checking.lists import CheckedList
    from paracite.manuscripts import Citations
    from paracite.rules import Rule

app = new_app()
Codes = list[str] | None


@app.command()
def check(  # noqa: PLR0913  one parameter an option
    sources: _options.Sources = None,
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
    cited: Annotated[
        list[str] | None,
        typer.Option(
            help="Manuscripts (LaTeX, Markdown, Typst, Org), with what they include: find references"
            " they do not cite, and keys the list lacks."
        ),
    ] = None,
    baseline: Annotated[
        str, typer.Option(help="Leave out the findings that this file holds.")
    ] = "",
    write_baseline: Annotated[
        str, typer.Option(help="Write the findings there are to this file.")
    ] = "",
    online: Annotated[
        bool, typer.Option("--online/--offline", help="Look up the DOIs [default: offline].")
    ] = False,
    registry: _options.Registry = None,
    mailto: _options.Mailto = "",
    allow_incomplete: _options.AllowIncomplete = False,
    force: _options.Force = False,
) -> None:
    """Find what is wrong in reference lists; nothing is changed unless asked for."""
    from paracite.render import findings

    paths = _options.files(sources)
    if output and (_options.one(paths) and (diff or not fix)):
        raise ParaciteError("-o names the mended list", "give --fix too")
    choice = RuleChoice(input_format, _listed(select), _listed(extend_select), _listed(ignore))
    mending = Mending(fix or diff, unsafe_fixes, diff, output, force)
    asking = Asking(online or bool(registry), registry, mailto, offline=not online)
    citations = _followed(cited)
    found: Sequence[Diagnostic] = ()
    incomplete = 0
    for path in paths:
        of_path, missed = _found(path, choice, citations, mending, asking)
        found = [*found, *of_path]
        incomplete += missed
    found = _of_all(found, citations, len(paths))
    found = _new(found, baseline, write_baseline, force=force)
    name = "json" if json else "statistics" if statistics else output_format
    if not diff and (text := findings.render(name, found, incomplete)):
        on_stdout = files.STANDARD in (output, *paths) and fix
        typer.echo(text, err=on_stdout)  # then the mended list is the result
    code = CLEAN if exit_zero else _exit_code(found, fail_on)
    raise typer.Exit(INCOMPLETE if incomplete and not allow_incomplete else code)


class RuleChoice(NamedTuple):
    """The options that say how lists are read and which rules run."""

    input_format: str
    select: tuple[str, ...]
    extend: tuple[str, ...]
    ignore: tuple[str, ...]


class Mending(NamedTuple):
    """Whether fixes are applied, which ones, and where the mended list goes."""

    wanted: bool
    unsafe: bool
    show: bool
    output: str
    force: bool


class Asking(NamedTuple):
    """Whether DOIs are looked up, and where."""

    wanted: bool
    registry: list[str] | None
    mailto: str
    offline: bool


def _found(
    path: str, choice: RuleChoice, citations: "Citations | None", mending: Mending, asking: Asking
) -> "tuple[Sequence[Diagnostic], int]":
    """Return the findings in one list, mended first where asked, and how many look-ups failed."""
    from paracite import checking

    if not (mending.wanted or citations or asking.wanted):
        return _kept(path, choice), 0
    checked, chosen = _load(path, choice, citations)
    missed = 0
    if mending.wanted:
        checked = _fixed(checked, chosen, mending)
    if asking.wanted:
        checked, missed = _looked_up(checked, asking)
    return checking.check(checked, chosen), missed


def _new(
    found: "Sequence[Diagnostic]", baseline: str, write_baseline: str, *, force: bool
) -> "Sequence[Diagnostic]":
    """Leave out the findings that a baseline holds; write a new one where asked."""
    from paracite import outputs
    from paracite.checking import known

    if write_baseline:
        outputs.write(write_baseline, known.data(found), "a baseline", force=force)
    return known.without(found, files.read_bytes(baseline), baseline) if baseline else found


def _listed(codes: Codes) -> tuple[str, ...]:
    return tuple(codes or ())


def _load(
    source: str, choice: RuleChoice, cited: "Citations | None" = None
) -> "tuple[CheckedList, Sequence[Rule]]":
    from paracite.checking import lists, selecting

    chosen = selecting.choose(choice.select, choice.extend, choice.ignore)
    return lists.load(source, choice.input_format, cited), chosen


def _followed(paths: list[str] | None) -> "Citations | None":
    """Read what manuscripts cite, and say what of them could not be followed."""
    from paracite import manuscripts

    if not paths:
        return None
    found = manuscripts.follow(paths)
    for problem in found.problems:
        note(f"{problem.path}:{problem.line}:{problem.column}: {problem.message}")
    return found


def _of_all(
    found: "Sequence[Diagnostic]", citations: "Citations | None", lists: int
) -> "Sequence[Diagnostic]":
    """Keep a finding in a manuscript once, and only where it is one with each of the lists."""
    from collections import Counter

    if citations is None:
        return found
    in_lists = [each for each in found if each.path not in citations.texts]
    in_manuscripts = Counter(each for each in found if each.path in citations.texts)
    return in_lists + [each for each, count in in_manuscripts.items() if count == lists]


def _kept(source: str, choice: RuleChoice) -> "Sequence[Diagnostic]":
    """Return the findings kept from last time, where nothing has changed since, or find them."""
    from paracite import checking
    from paracite.checking import cache

    now = cache.state(source, choice)
    kept = cache.load(source, choice, now)
    if kept is None:
        kept = checking.check(*_load(source, choice))
        cache.save(source, choice, now, kept)
    return kept


def _looked_up(checked: "CheckedList", asking: Asking) -> "tuple[CheckedList, int]":
    """Ask registries about the DOIs; return the list with the answers, and how many failed."""
    from paracite import resolving
    from paracite.checking import looking

    opening = _verdicts.open_sources(asking.registry, asking.mailto, offline=asking.offline)
    with opening as sources:
        results = _verdicts.ask(resolving.validate, looking.asked(checked), sources)
    return looking.with_results(checked, results), looking.incomplete(results)


def _exit_code(found: "Sequence[Diagnostic]", fail_on: str) -> int:
    levels = ("note", "warning", "error")
    if fail_on not in levels:
        raise ParaciteError(f"unknown level {fail_on!r}", f"levels: {', '.join(levels)}")
    serious = levels[levels.index(fail_on) :]
    return FINDINGS if any(each.level in serious for each in found) else CLEAN


def _fixed(checked: "CheckedList", chosen: "Sequence[Rule]", mending: Mending) -> "CheckedList":
    """Apply fixes and write the file, or with `--diff` show what would change."""
    from paracite import outputs
    from paracite.checking import fixing

    opened = checked.opened
    target = mending.output or opened.path
    fixed = fixing.fix(checked, chosen, unsafe=mending.unsafe)
    if mending.show:
        typer.echo(fixing.difference(checked, fixed.checked), nl=False)
        return fixed.checked
    if fixed.applied or target == files.STANDARD or target != opened.path:
        document = fixed.checked.listing.document
        if document and target == opened.path != files.STANDARD:
            opened.save(document)
        else:
            data, format_name = fixing.data(fixed.checked, target)
            outputs.write(target, data, format_name, force=mending.force)
    note(f"{target}: {fixed.applied} fixed")
    return fixed.checked
