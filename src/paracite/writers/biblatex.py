"""biblatex (`.bib`): one field a line, in a fixed order."""

from paracite.bibtex.mapping import BIBLATEX
from paracite.writers import _bib

writer = _bib.writer("biblatex", BIBLATEX)
