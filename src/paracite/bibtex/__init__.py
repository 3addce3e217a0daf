"""BibTeX files without loss: blocks and spans, edits by splicing, and views of the values."""
