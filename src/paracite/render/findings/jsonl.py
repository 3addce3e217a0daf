"""`jsonl`: one JSON object a line."""

import json
from collections.abc import Sequence

from paracite.checking import Diagnostic
from paracite.render.findings.json import item


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render each finding as a line; a last line tells of what could not be checked."""
    lines = [json.dumps(item(each), ensure_ascii=False) for each in findings]
    return "\n".join([*lines, *([json.dumps({"incomplete": incomplete})] if incomplete else [])])
