"""BibTeX (`.bib`): one field a line, in a fixed order."""

from paracite.bibtex.mapping import BIBTEX
from paracite.writers import _bib

writer = _bib.writer("bibtex", BIBTEX)
