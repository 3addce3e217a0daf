"""Limits: how much is read of what others send, and how long is waited for it.

Each is a named constant with its reason.  What goes beyond one is refused in a clear line.
"""

MEGABYTE = 2**20

# JSON.  What a text costs in memory is known by its length, and by its commas and brackets:
# Crossref has 30 bytes of text for each value, `[{},{},…` has 3 for 70 bytes of memory.
JSON_DEPTH = 64  #: lists and objects in each other; the records of registries have 8
ANSWER_BYTES = 16 * MEGABYTE  #: of an HTTP answer, unpacked; twenty records of Crossref have 1 MB
ANSWER_VALUES = 1_000_000  #: in an answer, or in a record of a list
RECORDS_BYTES = 64 * MEGABYTE  #: of a line in a registry's file; a part of Crossref's data has 40
RECORDS_VALUES = 3_000_000  #: in such a line
RECORD_BYTES = 16 * MEGABYTE  #: of a record in a list, of one in a built registry, of a kept answer
YEARS = range(-9999, 10_000)  #: that a record may name; years are sorted and printed as four digits

# Waiting, in seconds
PATIENCE = 10.0  #: a service may keep silent; then it is not asked again in this run
CONNECT_SECONDS = 5.0  #: for one try to connect; an attempt lost on the way is worth a second one
ANSWER_SECONDS = 60.0  #: for an answer that keeps coming
ANSWER_SPEED = 10_000  #: bytes a second it must come with; what is slower only holds the line
RUN_SECONDS = 6 * 3600.0  #: for asking; what was answered is kept, and a second run goes on
PAUSE_SECONDS = 30.0  #: a service may ask for; a longer pause is for another run
ATTEMPTS = 4  #: for one answer
FAILURES = 3  #: in a row, after which a service is not asked again in this run
