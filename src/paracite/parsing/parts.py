"""Parts: the stretches of a printed reference, each with the label of what it is.

The author-date grammar and the trained labeller both give parts, so that one
assembler makes references of either.  The labels are those of the labelled data.
"""

from dataclasses import dataclass

LABELS = frozenset(
    [
        "author",
        "citation-number",
        "collection-title",
        "container-title",
        "date",
        "director",
        "doi",
        "edition",
        "editor",
        "genre",
        "isbn",
        "issue",
        "journal",
        "location",
        "medium",
        "note",
        "number",
        "pages",
        "producer",
        "publisher",
        "section",
        "source",
        "title",
        "translator",
        "url",
        "volume",
    ]
)


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch of text, and how sure its label is (0 to 1)."""

    label: str
    text: str
    confidence: float = 1.0
