"""Findings as people and machines read them.  One output format a file.

Each module holds `render(findings, incomplete) -> str`: the findings in order, and how
many references could not be checked.  The text ends without a newline.
"""

import sys
from collections.abc import Sequence

from paracite import plugins
from paracite.checking import Diagnostic
from paracite.errors import ParaciteError


def names() -> tuple[str, ...]:
    """Name every output format."""
    return plugins.names(sys.modules[__name__])


def render(name: str, findings: Sequence[Diagnostic], incomplete: int = 0) -> str:
    """Render findings in the format `name`.  Raises `ParaciteError` for an unknown one."""
    if name not in names():
        raise ParaciteError(f"unknown output format {name!r}", f"formats: {', '.join(names())}")
    text: str = plugins.load(sys.modules[__name__], name).render(findings, incomplete)
    return text
