"""Reviewing: the pairs a person has to decide on, one at a time, with a way back."""

from collections.abc import Mapping

from paracite import decisions, files, library, readers
from paracite.bibtex.document import parse
from paracite.deduplicating import Cluster, Doubt, find, splicing
from paracite.errors import ParaciteError
from paracite.reference import Reference


class Review:
    """A review of one library: what is pending, what was skipped, and what can be undone."""

    def __init__(self, path: str, profile: str = "default") -> None:
        self.path = path
        self.profile = profile
        self.skipped: list[tuple[str, str]] = []
        self.done: list[tuple[str, bytes | None]] = []  # what was done, the decisions before it
        self.pending = self._pending()

    def _pending(self) -> list[Doubt]:
        references = readers.read(self.path).references
        made = decisions.load(self.path)
        found = find(references, profile=self.profile, decided=made.of)
        return [each for each in found.review if each.keys not in self.skipped]

    def skip(self) -> None:
        """Leave the first pair for another time."""
        self.skipped.append(self.pending.pop(0).keys)
        self.done.append(("skip", None))

    def decide(self, decision: str) -> None:
        """Record a decision about the first pair."""
        doubt = self.pending.pop(0)
        self.done.append((decision, self._decisions()))
        decisions.record(self.path, *doubt.references, decision)

    def merge(self, chosen: Mapping[str, Reference]) -> None:
        """Merge the first pair in the library; `chosen` says whose value a field gets."""
        a, b = self.pending[0].references
        score, evidence = self.pending[0].score, self.pending[0].evidence
        former = library.read(self.path)
        cluster = Cluster((a, b), a, score, evidence, tuple(chosen.items()))
        merged = splicing.spliced(parse(former, self.path), [cluster])
        library.save(self.path, former, merged.data)
        self.done.append(("merge", None))
        self.pending = self._pending()

    def undo(self) -> str:
        """Take the last step back; say what it was.  Raises `ParaciteError` where there is none."""
        if not self.done:
            raise ParaciteError("nothing was decided yet")
        step, before = self.done.pop()
        if step == "skip":
            self.skipped.pop()
        elif step == "merge":
            library.undo(self.path)
        elif before is None:
            decisions.place(self.path).unlink()
        else:
            files.write_bytes(decisions.place(self.path), before)
        self.pending = self._pending()
        return step

    def _decisions(self) -> bytes | None:
        path = decisions.place(self.path)
        return path.read_bytes() if path.exists() else None
