"""Stop words: those that tell nothing of a title, folded.

The stop words of title case are another matter: CSL 1.0.2 lists them itself, and
`csl.textcase` has that list.
"""

from paracite.fields.lexicons import lexicon

STOP_WORDS = lexicon("stop_words")  #: they tell no title from another
#: What a citekey's title word is never made of.  Not all stop words: of "From war to peace"
#: the first word is the one that people remember, and keys once given must not change.
KEY_STOP_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "on",
        "in",
        "of",
        "and",
        "for",
        "to",
        "is",
        "are",
        "what",
        "how",
        "de",
        "la",
        "le",
        "les",
        "l",
        "un",
        "une",
        "des",
        "du",
        "et",
        "el",
        "los",
        "las",
        "una",
        "y",
        "en",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "und",
        "von",
        "zu",
        "il",
        "lo",
        "gli",
        "i",
        "uno",
        "di",
        "e",
        "o",
        "os",
        "as",
        "um",
        "uma",
        "da",
        "do",
        "dari",
        "dan",
        "yang",
    ]
)


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without the stop words."""
    return tuple(word for word in words if word not in STOP_WORDS)
