"""What a person decided about pairs of references and doubtful fields, kept beside the library.

`references.paracite.toml` belongs to `references.bib`: one table a pair, in a fixed
order so that git merges it.  A pair is known again by the fingerprints of both
references, so a decision holds when keys change; and by both keys and one fingerprint,
so it holds when one of them is edited.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from paracite import files
from paracite.errors import ParaciteError
from paracite.matching.sketch import sketch
from paracite.reference import Reference

DECISIONS = ("merge", "not-duplicate", "version", "wrong-doi")
BLANK_LINES = re.compile(r"\n{3,}")
HEAD = "What was decided about references; paracite review writes it, you may too."

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions by the fingerprints of a pair, and those of each pair of keys."""

    by_fingerprints: Mapping[Pair, str]
    by_keys: Mapping[Pair, Pair]

    def of(self, a: Reference, b: Reference) -> str:
        """Return what was decided about a pair, `""` where nothing was."""
        prints = frozenset((fingerprint(a), fingerprint(b)))
        known = self.by_keys.get(frozenset((a.citekey, b.citekey)), frozenset())
        return self.by_fingerprints.get(prints, "") or (
            self.by_fingerprints[known] if known & prints else ""
        )


NONE = Decisions({}, {})


def place(library: str) -> Path:
    """Name the file of decisions that belongs to a library."""
    return Path(library).with_suffix(".paracite.toml")


def fingerprint(reference: Reference) -> str:
    """Return 16 hexadecimal digits for what tells a reference from others, its key aside."""
    made = sketch(reference)
    telling = (made.compact, made.family, str(made.year), made.volume, made.page)
    return blake2b("\n".join(telling).encode(), digest_size=8).hexdigest()


def load(library: str) -> Decisions:
    """Read the decisions that belong to a library; none where there is no file.

    Raises `ParaciteError` for a file that is no TOML or holds what is no decision.
    """
    if library == files.STANDARD or not place(library).is_file():
        return NONE
    path = place(library)
    pairs = [_checked(path, each) for each in _read(path).get("pair", [])]
    prints = [frozenset(map(str, each["fingerprints"])) for each in pairs]
    return Decisions(
        {own: str(each["decision"]) for own, each in zip(prints, pairs, strict=True)},
        {frozenset(map(str, e["keys"])): own for own, e in zip(prints, pairs, strict=True)},
    )


def record(library: str, a: Reference, b: Reference, decision: str) -> None:
    """Write a decision about a pair; it replaces an earlier one.  Raises `WriteError`."""
    by_print = sorted((fingerprint(each), each.citekey) for each in (a, b))
    prints = [own for own, _ in by_print]
    _add(
        library,
        "pair",
        {"decision": decision, "keys": [key for _, key in by_print], "fingerprints": prints},
    )


def looked_at(library: str) -> frozenset[str]:
    """Return the fingerprints of the doubtful fields that a person has looked at."""
    path = place(library)
    fields = _read(path).get("field", []) if path.is_file() else []
    return frozenset(str(own) for each in fields for own in each.get("fingerprints", ()))


def record_field(library: str, key: str, label: str, fingerprint: str) -> None:
    """Write that a person has looked at a doubtful field.  Raises `WriteError`."""
    _add(library, "field", {"key": key, "field": label, "fingerprints": [fingerprint]})


def _add(library: str, kind: str, values: Mapping[str, Any]) -> None:
    """Write a table; it replaces one of the same fingerprints."""
    import tomlkit

    path = place(library)
    document = _read(path) if path.is_file() else tomlkit.document().add(tomlkit.comment(HEAD))
    table = tomlkit.table()
    table.update(values)
    table.add(tomlkit.nl())
    prints = values["fingerprints"]
    kept = [each for each in document.get(kind, []) if list(each["fingerprints"]) != prints]
    listed = tomlkit.aot()
    for each in sorted([*kept, table], key=lambda one: list(one["fingerprints"])):
        listed.append(each)
    document[kind] = listed
    text = BLANK_LINES.sub("\n\n", tomlkit.dumps(document)).rstrip("\n") + "\n"
    files.write_bytes(path, text.encode())


def _read(path: Path) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(files.read_bytes(path).decode("utf-8"))
    except (TOMLKitError, UnicodeDecodeError) as error:
        hint = "correct the file, or move it away"
        raise ParaciteError(f"{path}: is not valid TOML: {error}", hint) from error


def _checked(path: Path, pair: Any) -> Any:
    known = isinstance(pair, Mapping) and pair.get("decision") in DECISIONS
    if known and all(len(pair.get(each, ())) in (1, 2) for each in ("keys", "fingerprints")):
        return pair
    raise ParaciteError(
        f"{path}: a pair needs keys, fingerprints and a decision",
        f"decisions: {', '.join(DECISIONS)}",
    )
