"""The grammars of single fields: one file each, pure functions on strings."""
