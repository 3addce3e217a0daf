"""Boundaries between title and journal, put right where a journal is known by name."""

import re
from dataclasses import replace
from itertools import pairwise

from paracite.parsing import known
from paracite.parsing.parts import Part

Parts = tuple[Part, ...]
CONTAINERS = ("journal", "container-title")
STOP = re.compile(r"(?<=[.?!,])\s+(?=[^\W\d_])")
SENTENCE = re.compile(r"\s[^\W\dA-Z][^\W\d_]+(?:\s|$).*[^\W\d_]{5}[.?!]$|[^.]{30}[^\W\d_]{5}[.?!]$")
MOST = 6  #: sentences or clauses at the end of a title that are tried
NUMBERED = re.compile(r"\W*\d+\W*(?:\(\W*\d+\W*\)\W*)?")
LONGEST = 10  #: words of a journal that stands where a title should


def settled(parts: Parts) -> Parts:
    """Apply every rule in order."""
    for rule in (_begins_in_title, _title_before, _journal_alone):
        parts = rule(parts)
    return parts


def _begins_in_title(parts: Parts) -> Parts:
    """Give a journal back what its title has of it: `… of 2009. Cad.` `Saúde Pública`."""
    for at, (title, journal) in enumerate(pairwise(parts)):
        if title.label != "title" or journal.label not in CONTAINERS:
            continue
        cuts = [match.end() for match in STOP.finditer(title.text)][-MOST:]
        for cut in cuts:
            name = f"{title.text[cut:]} {journal.text}"
            if known.has("journals", name) and not known.has("journals", journal.text):
                first = replace(title, text=title.text[:cut].rstrip())
                return *parts[:at], first, replace(journal, text=name), *parts[at + 2 :]
    return parts


def _title_before(parts: Parts) -> Parts:
    """Give a title what its journal has of it: `Aves do Brasil.` before a known `Biologica`."""
    labels = [part.label for part in parts]
    for at, part in enumerate(parts):
        if part.label not in CONTAINERS or known.has("journals", part.text):
            continue
        for match in STOP.finditer(part.text):
            before, name = part.text[: match.start()], part.text[match.end() :]
            if not known.has("journals", name) or not SENTENCE.search(before):
                continue
            if "title" not in labels:
                made = (
                    replace(part, label="title", text=before),
                    replace(part, text=name),
                )
                return *parts[:at], *made, *parts[at + 1 :]
            if at and labels[at - 1] == "title":
                title = replace(parts[at - 1], text=f"{parts[at - 1].text} {before}")
                return (
                    *parts[: at - 1],
                    title,
                    replace(part, text=name),
                    *parts[at + 1 :],
                )
    return parts


def _journal_alone(parts: Parts) -> Parts:
    """Take a title for the journal where nothing but the volume's bare number follows."""
    labels = [part.label for part in parts]
    at = labels.index("title") if labels.count("title") == 1 else -1
    if not 0 <= at < len(parts) - 1 or labels[at + 1] != "volume" or "publisher" in labels:
        return parts
    text = parts[at].text
    bare = NUMBERED.fullmatch(parts[at + 1].text) and not set('“"«„?') & set(text)
    if not bare or not {"journal", "container-title", "collection-title"}.isdisjoint(labels):
        return parts
    short = len(text.split()) <= LONGEST and text[-1] not in ".!"
    if not (short or known.has("journals", text)):
        return parts
    return *parts[:at], replace(parts[at], label="journal"), *parts[at + 1 :]
