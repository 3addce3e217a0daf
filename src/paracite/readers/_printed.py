"""What every reader of printed lists does with the references it has cut out."""

from collections.abc import Iterable
from dataclasses import replace

from paracite import parsing
from paracite.parsing.segment import Printed
from paracite.readers import Problem, Reading
from paracite.reference import Origin, Reference

SHOWN = 60  #: characters of a reference that a message shows


def reading(path: str, printed: Iterable[Printed]) -> Reading:
    """Parse printed references in order; one that was not understood is also a problem."""
    references, problems = [], []
    for each in printed:
        reference = parsing.parse(each.text)
        references.append(replace(reference, origin=Origin(path, each.line, each.text)))
        if not _is_understood(reference):
            message = f"kept as text, not understood: {each.text[:SHOWN]}"
            problems.append(Problem(path, each.line, 1, message))
    return Reading(tuple(references), tuple(problems))


def _is_understood(reference: Reference) -> bool:
    people = reference.author or reference.editor
    return bool(people or reference.issued or reference.doi or reference.url or reference.page)
