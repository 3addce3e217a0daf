"""`sarif`: for code scanning services.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from paracite import __version__, rules
from paracite.checking import Diagnostic
from paracite.render import machine
from paracite.render.findings import _words

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render one run; what could not be checked makes it an unsuccessful one."""
    codes = sorted({each.code for each in findings})
    driver = {
        "name": _words.TOOL,
        "version": __version__,
        "rules": [_rule(each) for each in rules.every() if each.code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not incomplete}],
        "results": [_result(each, codes.index(each.code)) for each in findings],
    }
    return machine.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: rules.Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.explanation.partition("\n")[0]},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(finding: Diagnostic, index: int) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endColumn": finding.column + finding.length,
    }
    uri = PurePath(finding.path).as_posix()
    where = {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.level,
        "message": {
            "text": f"{finding.key}: {finding.message}" if finding.key else finding.message
        },
        "locations": [where],
    }
