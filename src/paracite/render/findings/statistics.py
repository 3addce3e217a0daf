"""`statistics`: how often each rule was broken, the most frequent first."""

from collections import Counter
from collections.abc import Sequence

from paracite.checking import Diagnostic
from paracite.render.findings import _words


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render a table of counts, codes and names, and a summary."""
    counts = Counter((each.code, each.rule) for each in findings)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{count:>6}  {code:<9} {name}" for (code, name), count in ordered]
    return "\n".join([*lines, _words.summary(findings, incomplete)])
