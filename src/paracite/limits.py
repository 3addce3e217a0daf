"""Limits: how much is read of what others send, and how long is waited for it.

Each is a named constant with its reason.  What goes beyond one is refused in a clear line.
"""

# Answers of registries
ANSWER_BYTES = 16 * 2**20  #: of an HTTP answer, unpacked; twenty records of Crossref are 1 MB
JSON_VALUES = 1_000_000  #: lists, objects and their members in one JSON text: 100 MB of memory
JSON_DEPTH = 64  #: levels of lists and objects in JSON; registries' records have 8
INTEGER_DIGITS = 18  #: of a number in JSON; a larger one counts nothing a record has
