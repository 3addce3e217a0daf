"""Train the labeller of printed references: `python tools/train_parser.py CORPORA`.

Reads the labelled references and the recorded works below CORPORA, counts the
vocabulary, renders synthetic references, trains the model and writes vocabulary and
model to `src/paracite/parsing/model`.  A
tenth of the labelled references, drawn by the hash of their text, is never trained
on (`test`), another tenth is for choosing features (`develop`).  The same input gives
the same model.
"""

import argparse
import gzip
import hashlib
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import house_forms
import journal_references
import numpy as np
import record_pools
import synthetic_references

from paracite.parsing import contexts, label, labelled, plainly, tokens, vocabulary
from paracite.parsing.labelled import Labelled
from paracite.parsing.parts import Part

MODEL = Path(label.__file__).parent / "model"
CURATED = ("anystyle-core", "anystyle-good", "anystyle-bad")
OTHER = ("anystyle-ugly", "grobid")
FOLDS = 10
SETTINGS = {
    "c1": 0.1,
    "c2": 0.05,
    "max_iterations": 100,
    "feature.minfreq": 1,
    "feature.possible_transitions": True,
}
SEED = 20260101
RARE = 3  #: a word seen less often than this is in no list
SHARE = 0.3  #: of a word's uses that make it a word of that kind
KINDS = {"F": "family", "G": "given", "J": "journal", "T": "title", "P": "publisher", "L": "place"}


def fold_of(reference: Labelled) -> int:
    """Give the fold of a reference, 0 to 9, from the hash of its letters and digits."""
    canonical = re.sub(r"\W", "", labelled.text(reference)).casefold()
    return int(hashlib.sha256(canonical.encode()).hexdigest(), 16) % FOLDS


def main() -> None:
    """Count, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("journal_names", type=Path, help="the CSV files of JabRef's lists")
    parser.add_argument("--without-develop", action="store_true", help="leave fold 1 out as well")
    options = parser.parse_args()
    held = (0, 1) if options.without_develop else (0,)
    curated = list(_kept(options.corpora, CURATED, held))
    other = list(_kept(options.corpora, OTHER, held))
    MODEL.mkdir(exist_ok=True)
    journals = list(journal_references.training(options.corpora))
    words = count(options.corpora, [*curated, *other, *journals])
    (MODEL / "vocabulary.txt").write_text(words, "utf-8")
    vocabulary.roles.cache_clear()
    pools = record_pools.pools(options.corpora, options.journal_names)
    synthetic = list(synthetic_references.render(options.corpora, pools, SEED))
    synthetic += house_forms.references(pools, SEED)
    train([*_varied(curated, other), *journals, *synthetic], MODEL / label.MODEL)


def _kept(corpora: Path, files: Iterable[str], held: tuple[int, ...]) -> Iterator[Labelled]:
    """Yield the references of the files that are not held back, repaired."""
    for name in files:
        for reference in labelled.load(corpora / "labelled-references" / f"{name}.xml"):
            if reference and fold_of(reference) not in held:
                yield labelled.repaired(reference)


def _varied(curated: list[Labelled], other: list[Labelled]) -> Iterator[Labelled]:
    """Yield the curated references twice, once with spaces lost, and the others once."""
    chance = random.Random(SEED)  # noqa: S311  reproducible noise, no secret
    yield from curated
    yield from other
    for reference in curated:
        yield _noisy(reference, chance)


def _noisy(reference: Labelled, chance: random.Random) -> Labelled:
    """Lose spaces between numbers, as many styles and bad scans do."""
    parts = [Part(p.label, re.sub(r"(?<=\d)[–—]|[–—](?=\d)", "-", p.text)) for p in reference]
    if chance.random() < 0.5:
        parts = [Part(p.label, re.sub(r"(?<=[A-Z]\.) (?=[A-Z]\.)", "", p.text)) for p in parts]
    if chance.random() < 0.2:
        parts = [Part(p.label, re.sub(r"[“”„»«]", '"', p.text)) for p in parts]
    return tuple(parts)


def rows(reference: Labelled) -> tuple[list[str], list[str]]:
    """Give a reference's tokens, as they are when it is read, and the label of each."""
    pairs = list(labelled.aligned(reference, plainly(labelled.text(reference))))
    return [token for token, _ in pairs], [name for _, name in pairs]


def train(references: list[Labelled], path: Path) -> None:
    """Train a model on labelled references and write it."""
    import pycrfsuite

    started = time.process_time()
    trained = path.with_suffix(".crfsuite")
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for reference in references:
        listed, labels = rows(reference)
        if listed:
            trainer.append(pycrfsuite.ItemSequence(contexts.features(listed)), labels)
    trainer.train(str(trained))
    save(trained, path)
    trained.unlink()
    seconds = time.process_time() - started
    print(f"{len(references)} references, {seconds:.0f} CPU s, {path.stat().st_size / 1e6:.2f} MB")


def save(trained: Path, path: Path) -> None:
    """Store the weights of a trained model as arrays (see `paracite.parsing.crf`)."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(trained))
    known = tagger.info()
    columns = {name: int(at) for name, at in known.labels.items()}
    weights: dict[str, list[tuple[int, float]]] = {}
    for (attribute, name), weight in sorted(known.state_features.items()):
        weights.setdefault(attribute, []).append((columns[name], weight))
    transitions = np.zeros((len(columns), len(columns)), np.float32)
    for (before, after), weight in known.transitions.items():
        transitions[columns[before], columns[after]] = weight
    flat = [each for listed in weights.values() for each in listed]
    np.savez_compressed(
        path,
        labels=np.frombuffer(
            "\n".join(sorted(columns, key=columns.__getitem__)).encode(), np.uint8
        ),
        attributes=np.frombuffer("\n".join(weights).encode(), np.uint8),
        counts=np.array([len(listed) for listed in weights.values()], np.uint8),
        columns=np.array([at for at, _ in flat], np.uint8),
        weights=np.array([weight for _, weight in flat], np.float16),
        transitions=transitions,
    )


def count(corpora: Path, references: Iterable[Labelled]) -> str:
    """Count what words mostly are; a line holds a kind's letters and its words."""
    counts = {kind: Counter[str]() for kind in KINDS}
    for kind, text in (*_of_works(corpora / "crossref"), *_of_labels(references)):
        words = map(tokens.canonical, str(text).split())
        counts[kind].update(word for word in words if len(word) > 1 and word.isalpha())
    totals = {kind: sum(counter.values()) or 1 for kind, counter in counts.items()}
    found: dict[str, list[str]] = {}
    for word in sorted(set().union(*counts.values())):
        rates = {kind: counts[kind][word] / totals[kind] for kind in KINDS}
        if sum(counts[kind][word] for kind in KINDS) < RARE:
            continue
        whole = sum(rates.values())
        letters = "".join(kind for kind in KINDS if rates[kind] >= SHARE * whole)
        if letters:
            found.setdefault(letters, []).append(word)
    return "".join(f"{letters} {' '.join(listed)}\n" for letters, listed in sorted(found.items()))


def _of_works(folder: Path) -> Iterator[tuple[str, str]]:
    with gzip.open(folder / "works.jsonl.gz", "rt", encoding="utf-8") as file:
        for work in map(json.loads, file):
            for author in work.get("author") or ():
                yield "F", author.get("family") or ""
                yield "G", author.get("given") or ""
            for name, kind in (
                ("title", "T"),
                ("container-title", "J"),
                ("short-container-title", "J"),
            ):
                yield from ((kind, text) for text in (work.get(name) or ())[:1])
            yield "P", work.get("publisher") or ""
            yield "L", work.get("publisher-location") or ""
    with gzip.open(folder / "match-corpus.jsonl.gz", "rt", encoding="utf-8") as file:
        for work in map(json.loads, file):
            yield "T", work["title"]
            yield "J", work["container"]
            for author in work["authors"]:
                family, comma, given = author.partition(",")
                yield "F", family if comma else re.sub(r"\b[A-Z]{1,3}\b", "", author)
                yield "G", given


def _of_labels(references: Iterable[Labelled]) -> Iterator[tuple[str, str]]:
    kinds = {"publisher": "P", "location": "L", "journal": "J"}
    yield from ((kinds[p.label], p.text) for ref in references for p in ref if p.label in kinds)


if __name__ == "__main__":
    main()
