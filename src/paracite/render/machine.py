"""JSON that machines read: versioned, keys in a fixed order, text as it is."""

import json
from typing import Any

VERSION = 1


def dumps(value: Any) -> str:
    """Write JSON as every command prints it."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def versioned(**members: Any) -> str:
    """Write an object that starts with `"version"`."""
    return dumps({"version": VERSION, **members})
