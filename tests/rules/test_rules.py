"""Every rule is tested by its own docstring, and by more it must leave than it must find."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from paracite import manuscripts, rules
from paracite.checking import Diagnostic, check, fixing, lists
from paracite.opening import open_bytes
from paracite.rules import LookUp, Rule

ANSWERS = {
    "no such DOI": LookUp("not-found", "unregistered"),
    "another title": LookUp("conflict", "ok", "title 0.12"),
    "it deleted": LookUp("conflict", "deleted"),
    "it as an alias": LookUp("confirmed", "alias", doi="10.1000/182"),
    "it retracted": LookUp("confirmed", "retracted"),
    "failed": LookUp("could-not-check", "unknown"),
}
SECTIONS = ("## What it does", "## Why it matters", "## Example", "## When it is wrong")
TABLES = [
    tomllib.loads(path.read_text("utf-8"))
    for path in sorted(Path(__file__).parent.joinpath("cases").glob("*.toml"))
]
CASES = {code: case for table in TABLES for code, case in table.items()}


def source(text: str) -> str:
    """Make a file of an example: fields alone become those of an article."""
    if text.startswith(("[", "T")):
        return text
    return (
        text if "@" in text and "{" in text.partition("@")[2] else f"@article{{key,\n{text}\n}}\n"
    )


def findings(rule: Rule, text: str) -> tuple[Diagnostic, ...]:
    return check(looked_up(listed(text)), [rule])


def looked_up(checked: lists.CheckedList) -> lists.CheckedList:
    """Put in what the registry says, as a comment of the example quotes it."""
    said = next(
        (answer for answer in ANSWERS if f"% doi.org has {answer}" in checked.opened.text), None
    )
    if said is None:
        return checked
    found = dict.fromkeys(range(len(checked.cases)), ANSWERS[said])
    return replace(checked, listing=replace(checked.listing, looked_up=found))


def listed(text: str) -> lists.CheckedList:
    """Read an example: BibTeX with the manuscript its comment quotes, CSL-JSON or RIS."""
    if text.startswith(("[", "T")):
        return lists.of(
            open_bytes(f"{text}\n".encode(), "list.ris" if text[0] == "T" else "list.json")
        )
    codec = "cp1252" if "Windows-1252" in text else "utf-8"
    keys = manuscripts.cited("paper.tex", text.replace("%", ""))
    opened = open_bytes(source(text).encode(codec), "", "bibtex")
    return lists.of(opened, manuscripts.Citations(keys) if keys else None)


def example(rule: Rule, leave_out: str) -> str:
    section = rule.explanation.partition("## Example\n")[2].partition("\n##")[0]
    lines = re.findall(r"(?m)^    ([-+ ]) (.*)$", section)
    return "\n".join(line for sign, line in lines if sign != leave_out)


@pytest.fixture(params=rules.every(), ids=lambda rule: rule.code)
def rule(request: pytest.FixtureRequest) -> Rule:
    found: Rule = request.param
    return found


def test_docstring_has_its_sections(rule: Rule) -> None:
    assert [each for each in SECTIONS if each not in rule.explanation] == []


def test_docstring_example_is_true(rule: Rule) -> None:
    before, after = example(rule, "+"), example(rule, "-")
    found = findings(rule, before)
    assert found, "the example is not found"
    assert findings(rule, after) == ()
    if all(each.fix for each in found) and "@" in source(before):
        mended = fixing.fix(listed(before), [rule], unsafe=True)
        assert mended.checked.opened.text == source(after)


def test_rule_finds_what_it_must_and_leaves_the_rest(rule: Rule) -> None:
    case = CASES[rule.code]
    assert [text for text in case.get("fires", []) if not findings(rule, text)] == []
    assert [text for text in case["silent"] if findings(rule, text)] == []
    assert len(case["silent"]) > 1 + len(case.get("fires", [])), "more must be left than found"


def test_codes_and_names_are_unique() -> None:
    every = rules.every()
    assert len({r.code for r in every}) == len({r.name for r in every}) == len(every)


def test_file_is_named_like_a_rule_and_code_has_three_digits(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]+\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
