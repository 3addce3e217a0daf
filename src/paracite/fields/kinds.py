"""Kinds of text: what says that a text is about another one, as an erratum or a review is.

Such a text has the words of the other's title and is another work.
"""

import re

from paracite.fields.lexicons import lexicon

GENERIC = lexicon("generic_titles")  #: words of titles that only name a kind of text

#: How a title says it; the first that is found names the kind.
KINDS = {
    "retraction": r"^(?:notice of )?retract(?:ion|ed)\b|\bretraction note\b|^withdrawn\b",
    "erratum": (
        r"^(?:author |publisher )?(?:errat(?:um|a)|corrigend\w+|addendum|berichtigung)\b"
        r"|^(?:author |publisher )?corrections?(?: to)?\s*[:.]|^correction to\b"
        r"|\b(?:erratum|corrigendum)\W*$|^expression of concern"
    ),
    "reply": (
        r"^(?:(?:a |the )?(?:reply|replies|rejoinder|response)\b(?: to| from| by|\s*[:.]))"
        r"|^authors?'? (?:reply|response)|[:.?—-] (?:an? |the |authors?'? )?(?:reply|rejoinder|response)\W*$"
        r"|\b(?:a|an|the|in|authors?'?) (?:reply|rejoinder)\b(?: to\b.*)?\W*$"
        r"|\breply to (?:the )?comments?"
    ),
    "comment": (
        r"^(?:(?:invited )?comment(?:s|ary)?\s*(?:on\b|to\b|[:.])|re\s*:|discussion (?:of|on)\b"
        r"|letter to|remarks? on\b|note on\b)"
        r"|[:.?—-] (?:an? )?(?:invited )?(?:comment|commentary|discussion)\W*$"
    ),
    "review": (
        r"^(?:book|essay|film)? ?reviews?(?: of)?\s*[:.]|^book reviews?\b|\(book review\)|\[review of\b"
        r"|^review of (?!the literature)|^(?:rezension|resena|recensione|compte rendu|besprechung)\b"
        r"|\b\d{2,4}\s?p(?:p|ages|\.)?\W*$|\b(?:pp|pages|paperback|hardcover|hardback)\b.*\bisbn\b"
    ),
    "editorial": r"(?:^|[:.—-] )editors?'?s?\W+(?:comments?|notes?|introduction)|from the editor",
}
# Without one of these no kind is named; it is looked for first, for it is found fast.
MAYBE_A_KIND = re.compile(
    r"errat|corrig|correc|addend|bericht|retract|withdr|concern|repl[yi]|respon|rejoin|comment|re\s*:"
    r"|discuss|letter|remark|note|review|rezens|resen|recens|rendu|besprech|\dp|\d p|isbn|editor"
)
ANY_KIND = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in KINDS.items()))
#: How any text, such as a citation, says it: words that a citation and a record must both have.
IN_TEXT = re.compile(
    r"\b(?:errat(?:um|a)|corrigend(?:um|a)|corrections?(?: to)?|comments? on|replies to|reply to"
    r"|response to|rejoinder|retraction|retracted|book reviews?|review of|reviews of"
    r"|faculty of 1000|cheminform abstract)\b"
)


def kind(plain: str) -> str:
    """Return the kind of a title that says its text is about another one, or `""`.

    >>> kind("erratum to: the shape of things")
    'erratum'
    """
    found = MAYBE_A_KIND.search(plain) and ANY_KIND.search(plain)
    return str(found.lastgroup) if found else ""
