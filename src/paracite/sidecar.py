"""What a person said about a list, kept in one file beside it: `references.paracite.toml`.

It holds decisions on pairs of references, the doubtful fields that were looked at, and the
findings that are allowed: one table each, in a fixed order so that git merges it.  A pair is
known again by the fingerprints of both references, so a decision holds when keys change; and
by both keys and one fingerprint, so it holds when one of them is edited.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from paracite import files
from paracite.errors import ParaciteError
from paracite.library.lock import locked
from paracite.matching.sketch import sketch
from paracite.reference import Reference
from paracite.rules import Allowance

DECISIONS = ("merge", "not-duplicate", "version", "wrong-doi")
UNDECIDED = ""  #: what takes a decision back
SUFFIX = ".paracite.toml"
BLANK_LINES = re.compile(r"\n{3,}")
HEAD = "What was decided about references; paracite review writes it, you may too."

Pair = tuple[str, str]  #: of keys or of fingerprints, sorted


@dataclass(frozen=True, slots=True)
class PairDecision:
    """A decision on two references, known by their keys and their fingerprints."""

    keys: Pair
    fingerprints: Pair
    decision: str

    @property
    def identity(self) -> tuple[Pair, ...]:
        """What no other decision has: equal fingerprints alone tell no pair from another."""
        alike = self.fingerprints[0] == self.fingerprints[1]
        return (self.fingerprints, self.keys) if alike else (self.fingerprints,)


class Decisions:
    """The decisions on the pairs of one list."""

    def __init__(self, pairs: Iterable[PairDecision] = ()) -> None:
        self.pairs = tuple(pairs)
        self._by_identity = {each.identity: each.decision for each in self.pairs}
        self._by_keys = {each.keys: each for each in self.pairs}

    def of(self, a: Reference, b: Reference) -> str:
        """Return what was decided about a pair, `""` where nothing was."""
        if not self.pairs:
            return UNDECIDED
        asked = pair_decision(a, b, UNDECIDED)
        known = self._by_keys.get(asked.keys)
        same = known and set(known.fingerprints) & set(asked.fingerprints)
        by_keys = known.decision if known and same else UNDECIDED
        return self._by_identity.get(asked.identity, by_keys)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All that stands beside a list; `looked_at` are fingerprints of doubtful fields."""

    decisions: Decisions
    allowances: tuple[Allowance, ...] = ()
    looked_at: frozenset[str] = frozenset()


def place(list_path: str) -> Path | None:
    """Name the file that belongs to a list; None for stdin and for text without a path."""
    if list_path in ("", files.STANDARD):
        return None
    return Path(list_path).with_suffix(SUFFIX)


def fingerprint(reference: Reference) -> str:
    """Return 16 hexadecimal digits for what tells a reference from others, its key aside."""
    made = sketch(reference)
    telling = (made.compact, made.family, str(made.year), made.volume, made.page)
    return blake2b("\n".join(telling).encode(errors="replace"), digest_size=8).hexdigest()


def pair_decision(a: Reference, b: Reference, decision: str) -> PairDecision:
    """Make the decision on two references, in whichever order they are given."""
    prints = sorted(map(fingerprint, (a, b)))
    keys = sorted((a.citekey, b.citekey))
    return PairDecision((keys[0], keys[1]), (prints[0], prints[1]), decision)


def load(list_path: str) -> Sidecar:
    """Read what stands beside a list; nothing where there is no file.

    Raises `ParaciteError` for a file that is no TOML or holds what it cannot.
    """
    path = place(list_path)
    if path is None or not path.is_file():
        return Sidecar(Decisions())
    document = _parsed(path, tomllib.loads, tomllib.TOMLDecodeError)
    return Sidecar(
        Decisions(_pair(path, each) for each in _tables(path, document, "pair")),
        tuple(_allowance(path, each) for each in _tables(path, document, "allow")),
        frozenset(
            print_
            for each in _tables(path, document, "field")
            for print_ in _texts(path, each, "fingerprints")
        ),
    )


def decide(list_path: str, decisions: Sequence[PairDecision]) -> None:
    """Write decisions; each replaces an earlier one on its pair, `UNDECIDED` removes it.

    Raises `WriteError`, and `ParaciteError` for a file that cannot be read.
    """
    new = {each.identity for each in decisions}
    keys = {each.keys for each in decisions}

    def stays(path: Path, table: Any) -> bool:
        old = _pair(path, table)
        return old.identity not in new and old.keys not in keys

    tables = [
        {"decision": each.decision, "keys": each.keys, "fingerprints": each.fingerprints}
        for each in decisions
        if each.decision
    ]
    _change(list_path, "pair", stays, tables)


def look_at(list_path: str, key: str, label: str, fingerprint: str) -> None:
    """Write that a person has looked at a doubtful field.  Raises `WriteError`."""
    table = {"key": key, "field": label, "fingerprints": [fingerprint]}
    _change(list_path, "field", lambda _, old: list(old["fingerprints"]) != [fingerprint], [table])


def _change(list_path: str, kind: str, stays: Any, tables: Iterable[Mapping[str, Any]]) -> None:
    """Put tables among those of their kind that stay; whoever else writes waits meanwhile."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = place(list_path)
    if path is None:
        raise ParaciteError("decisions are kept beside a file", "name a file, not stdin")
    with locked(str(path)):
        there = path.is_file()
        document = (
            _parsed(path, tomlkit.parse, TOMLKitError)
            if there
            else tomlkit.document().add(tomlkit.comment(HEAD))
        )
        kept = [old for old in _tables(path, document, kind) if stays(path, old)]
        new = [_table(each) for each in tables]
        listed = tomlkit.aot()
        for each in sorted(
            [*kept, *new], key=lambda one: [*one["fingerprints"], *one.get("keys", ())]
        ):
            listed.append(each)
        document[kind] = listed
        if not listed:
            del document[kind]
        text = BLANK_LINES.sub("\n\n", tomlkit.dumps(document)).rstrip("\n") + "\n"
        if not document:
            path.unlink(missing_ok=True)
        else:
            files.write_bytes(path, text.encode())


def _table(values: Mapping[str, Any]) -> Any:
    import tomlkit

    table = tomlkit.table()
    for name, value in values.items():
        table[name] = value if isinstance(value, str) else list(value)
    table.add(tomlkit.nl())
    return table


def _parsed(path: Path, parse: Any, invalid: type[Exception]) -> Any:
    try:
        return parse(files.read_bytes(path).decode("utf-8"))
    except (invalid, UnicodeDecodeError) as error:
        hint = "correct the file, or move it away"
        raise ParaciteError(f"{path}: is not valid TOML: {error}", hint) from error


def _tables(path: Path, document: Mapping[str, Any], kind: str) -> list[Any]:
    tables = document.get(kind, [])
    if isinstance(tables, list) and all(isinstance(each, Mapping) for each in tables):
        return list(tables)
    raise ParaciteError(f"{path}: {kind!r} is no list of tables", f"each begins with [[{kind}]]")


def _texts(path: Path, table: Mapping[str, Any], name: str) -> list[str]:
    values = table.get(name)
    if isinstance(values, list) and all(isinstance(each, str) for each in values):
        return list(map(str, values))
    raise ParaciteError(f"{path}: {name!r} is no list of texts", f'{name} = ["…"]')


def _pair(path: Path, table: Mapping[str, Any]) -> PairDecision:
    made = []
    for name in ("keys", "fingerprints"):
        values = sorted(_texts(path, table, name))
        if len(values) not in (1, 2):
            raise _no_pair(path)
        made.append((values[0], values[-1]))  # one stands for two that are equal
    decision = table.get("decision")
    if decision not in DECISIONS:
        raise _no_pair(path)
    return PairDecision(made[0], made[1], str(decision))


def _no_pair(path: Path) -> ParaciteError:
    return ParaciteError(
        f"{path}: a pair needs keys, fingerprints and a decision",
        f"decisions: {', '.join(DECISIONS)}",
    )


def _allowance(path: Path, table: Mapping[str, Any]) -> Allowance:
    codes = _texts(path, table, "codes")
    return Allowance(
        tuple(code.upper() for code in codes),
        str(table.get("key", "")),
        str(table.get("reason", "")),
    )
