"""Findings known from before: a baseline lets an old list be checked for what is new.

A finding is known by file name, rule, key and message, so that moved lines change nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from paracite.checking import Diagnostic
from paracite.errors import ReadError

VERSION = 1


def data(found: Iterable[Diagnostic]) -> bytes:
    """Write findings as a baseline."""
    listed = sorted(map(_known, found))
    text = json.dumps({"version": VERSION, "known": listed}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def without(found: Iterable[Diagnostic], baseline: bytes, path: str) -> list[Diagnostic]:
    """Leave out what the baseline holds, each as often as it holds it.  Raises `ReadError`."""
    try:
        known = Counter(tuple(each) for each in json.loads(baseline)["known"])
    except (ValueError, KeyError, TypeError):
        hint = "write it anew with --write-baseline"
        raise ReadError(path, "is no baseline of findings", hint) from None
    new: list[Diagnostic] = []
    for each in found:
        if known[_known(each)] > 0:
            known[_known(each)] -= 1
        else:
            new.append(each)
    return new


def _known(finding: Diagnostic) -> tuple[str, ...]:
    return PurePath(finding.path).name, finding.code, finding.key, finding.message
