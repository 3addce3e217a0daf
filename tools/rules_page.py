"""The page of the rules, made from their docstrings."""

from itertools import groupby
from pathlib import Path

from paracite import rules
from paracite.rules import Rule

HEAD = """# Rules

Made by `tools/make_docs.py` from the rules' own docstrings. `paracite check` runs them all but
those that are off by default; `--select`, `--extend-select` and `--ignore` take a code, a family,
a name or `ALL`.
"""
YARDSTICK = Path(__file__).parent / "yardstick.md"
FAMILIES = {
    "BIB": "The .bib file",
    "DATE": "Dates",
    "DOI": "DOIs",
    "DUP": "Duplicates",
    "ID": "Other identifiers",
    "KEY": "Citekeys",
    "META": "What is allowed",
    "NAME": "Names",
    "NUM": "Pages, volumes, issues",
    "REQ": "Fields there must be",
    "STYLE": "What a style needs",
    "TEXT": "Text",
    "TITLE": "Titles",
    "TYPE": "Types of entries",
    "URL": "Addresses",
}


def rules_page() -> str:
    """Make the page: a table, then each rule's explanation."""
    families = [(name, list(found)) for name, found in groupby(rules.every(), lambda r: r.family)]
    sections = [HEAD, _table(families)]
    for name, found in families:
        sections.append(f"## {FAMILIES[name]} ({name})\n")
        sections += map(_section, found)
    return "\n".join([*sections, YARDSTICK.read_text("utf-8")])


def _table(families: list[tuple[str, list[Rule]]]) -> str:
    lines = ["| code | name | what it finds | default |", "|---|---|---|---|"]
    for _, found in families:
        for each in found:
            summary = each.explanation.partition("\n")[0].rstrip(".")
            state = "on" if each.default else "off"
            lines.append(f"| [{each.code}](#{_anchor(each)}) | {each.name} | {summary} | {state} |")
    return "\n".join([*lines, ""])


def _anchor(rule: Rule) -> str:
    return f"{rule.code.lower()}-{rule.name}"


def _section(rule: Rule) -> str:
    summary, _, rest = rule.explanation.strip().partition("\n\n")
    body = rest.replace("\n## ", "\n#### ").removeprefix("## ")
    return f"### {rule.code} {rule.name}\n\n{summary}\n\n#### {body}\n"
