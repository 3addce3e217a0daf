"""Keys that look like cross references: Quarto's `@fig-map`, pandoc-crossref's `@eq:mass`.

Sources: Quarto guide, "Cross references" (reserved prefixes); manual of pandoc-crossref.
"""

import re

PREFIX = re.compile(
    r"(?:fig|tbl|tab|eq|eqn|sec|chap|app|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn"
    r"|imp|cau)[:-]",
    re.IGNORECASE,
)


def is_cross_reference(key: str) -> bool:
    """Return whether a key has the prefix of a figure, table, section, theorem or the like."""
    return PREFIX.match(key) is not None
