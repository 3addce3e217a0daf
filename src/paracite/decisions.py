"""Decisions on pairs of references, recorded by a program as `paracite review` does."""

from paracite import sidecar
from paracite.errors import ParaciteError
from paracite.reference import Reference


def record(list_path: str, a: Reference, b: Reference, decision: str) -> None:
    """Write what was decided on two references of a list; it replaces an earlier decision.

    Whoever else writes to the file beside the list waits meanwhile.  Raises `ParaciteError`
    for a decision that is none of `sidecar.DECISIONS`, and `WriteError`.
    """
    if decision not in sidecar.DECISIONS:
        known = ", ".join(sidecar.DECISIONS)
        raise ParaciteError(f"{decision!r} is no decision", f"decisions: {known}")
    sidecar.decide(list_path, [sidecar.pair_decision(a, b, decision)])
