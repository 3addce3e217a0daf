"""`paracite rule`: what a rule of `paracite check` looks for, and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from paracite.commands import _options, new_app
from paracite.errors import ParaciteError
from paracite.render import machine

if TYPE_CHECKING:
    from paracite.rules import Rule

app = new_app()


@app.command()
def rule(
    code: Annotated[str, typer.Argument(help="Code or name of a rule: DOI001, doi-prefix.")] = "",
    *,
    every: Annotated[bool, typer.Option("--all", help="List every rule in one line each.")] = False,
    json: _options.Json = False,
) -> None:
    """Explain a rule: what it finds, why it matters, an example, when it is wrong."""
    from paracite import rules

    chosen = rules.every() if every or not code else [rules.rule(code)]
    if None in chosen:
        raise ParaciteError(f"no rule is called {code!r}", "paracite rule --all lists them")
    found = [each for each in chosen if each]
    if json:
        typer.echo(machine.versioned(rules=[_item(each) for each in found]))
    elif every or not code:
        for each in found:
            off = "" if each.default else " (off by default)"
            summary = each.explanation.partition("\n")[0]
            typer.echo(f"{each.code:<9} {each.name:<28} {summary}{off}")
    else:
        [one] = found
        typer.echo(f"# {one.code} {one.name}\n\n{one.explanation.strip()}")


def _item(rule: "Rule") -> dict[str, object]:
    """Make the JSON object of a rule."""
    return {
        "code": rule.code,
        "name": rule.name,
        "level": rule.level,
        "default": rule.default,
        "explanation": rule.explanation.strip(),
    }
