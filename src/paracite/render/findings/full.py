"""`full`: each finding with the line it is about and a caret under the place."""

from collections.abc import Sequence

from paracite.checking import Diagnostic
from paracite.render.findings import _words

WIDEST = 96  #: characters shown of a line
BEFORE = 40  #: of them, before the place


def render(findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render blocks of message, place and excerpt, and a summary."""
    blocks = [_block(each) for each in findings]
    return "\n".join([*blocks, _words.summary(findings, incomplete)])


def _block(finding: Diagnostic) -> str:
    key = f" ({finding.key})" if finding.key else ""
    code = _words.styled(finding.code, finding.level)
    place = _words.linked(_words.shown(_words.place(finding)), finding.path)
    lines = [
        f"{code}{_words.fix_word(finding)} {_words.shown(finding.message)}",
        f"   --> {place}{_words.shown(key)}",
    ]
    if finding.source.strip():
        excerpt, before, length = _excerpt(finding)
        carets = _words.styled("^" * length, finding.level)
        number = str(finding.line)
        margin = " " * len(number)
        lines += [
            f"{margin} |",
            f"{number} | {_words.shown(excerpt)}",
            f"{margin} | {before}{carets}",
        ]
    return "\n".join([*lines, ""])


def _excerpt(finding: Diagnostic) -> tuple[str, str, int]:
    """Cut a long line around the place; give it, what indents the caret, and the carets."""
    line, at = finding.source.replace("\t", " "), finding.column - 1
    start = max(0, at - BEFORE) if len(line) > WIDEST else 0
    cut = line[start : start + WIDEST]
    head, tail = "…" * (start > 0), "…" * (start + WIDEST < len(line))
    length = max(1, min(finding.length, len(cut) - (at - start)))
    return f"{head}{cut}{tail}", " " * (len(head) + at - start), length
