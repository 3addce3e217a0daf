"""`concise`: one line a finding."""

from collections.abc import Sequence

from paracite.checking import Diagnostic
from paracite.render.findings import _words


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render `path:line:column: CODE message`, and a summary."""
    lines = [
        f"{_words.place(each)}: {each.code}{_words.fix_word(each)} {each.key}: {each.message}"
        for each in findings
    ]
    return _words.shown("\n".join([*lines, _words.summary(findings, incomplete)]))
