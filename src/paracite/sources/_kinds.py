"""What registries hold: records, their statuses, and the types Crossref names."""

from dataclasses import dataclass
from typing import Literal

from paracite.reference import Reference

Status = Literal[
    "ok",
    "alias",  # another DOI is the work's own now
    "deleted",  # taken back by its publisher
    "retracted",
    "withdrawn",
    "concern",  # an expression of concern stands
    "corrected",
    "other-agency",  # registered elsewhere than at Crossref
    "unregistered",  # the DOI system does not know it
    "malformed",  # no DOI at all
    "sparse",  # its record says too little to tell which work it is of
    "no-doi",  # the work is known, a DOI of it is not
    "missing",  # no record of such a work was found
    "ambiguous",  # two records fit equally well
    "offline",  # not asked, and not known here
    "unreachable",  # asked, without an answer
]


@dataclass(frozen=True, slots=True)
class RegistryRecord:
    """What a registry says of a DOI or a work.

    `reference` is None where it has no record; `kind` is the type in the registry's own
    words (`peer-review`); `notes` are facts to show (a retraction's date, the prime DOI).
    """

    status: Status
    reference: Reference | None = None
    kind: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""


#: Types of Crossref to those of CSL, the likeliest first where two go to one.
CSL_TYPES = {
    "journal-article": "article-journal",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "book-track": "chapter",
    "proceedings-article": "paper-conference",
    "proceedings": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "dissertation": "thesis",
    "posted-content": "article",
    "dataset": "dataset",
    "database": "dataset",
    "standard": "standard",
    "peer-review": "review",
    "journal": "periodical",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "component": "figure",
    "grant": "document",
    "other": "document",
}
