"""Reference lists that can be trusted: read, checked, freed of duplicates, styled."""

__version__ = "0.1.0"
