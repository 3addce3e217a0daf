"""Cut the identifiers, addresses and access notes out of a printed reference.

They can be told by their form alone, so they are taken before anything is guessed.
An address is cut where it stands in the tail or behind a label; one that stands
where a title should stays.
"""

import re
from dataclasses import dataclass

from paracite.fields import identifiers
from paracite.parsing import access
from paracite.reference import Date
from paracite.text import squeeze

DOI_LABEL = re.compile(
    r"[\s,;(\[<]*(?:\b(?:doi|digital object identifier)\b\s*[:.]?\s*|https?://\S*/|doi\.org/)*$",
    re.IGNORECASE,
)
URL = re.compile(
    r"(?:https?|ftp)\s?://\s?[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+\.[^\s<>\"“”]+",
    re.IGNORECASE,
)
JSTOR_NOTICE = re.compile(
    r"\s*Linked references are available on JSTOR for this article\s*:\s*",
    re.IGNORECASE,
)
TAIL = re.compile(r"[\s.,;:>)\]]*$")
ISBN_LABEL = re.compile(
    r"\s*\(?\bISBN(?:-1[03])?\s*:?\s*([\dXx][\dXx\s‐-―-]{8,16}[\dXx])\)?[.;,]?",
    re.IGNORECASE,
)
ISSN_LABEL = re.compile(
    r"\s*\(?\bE?-?ISSN\s*:?\s*(\d{4}[-‐-―]?\d{3}[\dXx])\)?[.;,]?", re.IGNORECASE
)
PMID_LABEL = re.compile(r"[\s;,]*\b(?:PMID|PubMed(?: PMID)?)\s*:?\s*\d{5,8}\b[.;]?", re.IGNORECASE)
PMCID_LABEL = re.compile(r"[\s;,]*\b(?:PMCID\s*:?\s*)?PMC\d{4,9}\b[.;]?", re.IGNORECASE)
SEASON = re.compile(
    r"\s*\((?:spring|summer|fall|autumn|winter) (?:19|20)\d\d (?:ed\.?|edn\.?|edition)\)[:,.]?",
    re.IGNORECASE,
)
TRANSLATED_AS = re.compile(
    r"(?<=[.;)\d])\s+(?:trad\. (?:cast|esp|fr|it|port|ingl?|al|bras)\w*\.?|tr\. (?:fr|it|esp|angl)\.|"
    r"(?:Engl(?:ish|\.)|French|German|Spanish) transl?(?:ation|\.)|dt\. (?:Übers\.|Ausg\.)|versión (?:española|castellana))[:,]?\s.+$",
    re.IGNORECASE,
)
# A text with none of these, folded to small letters, holds no identifier.
SIGNS = [
    "10.",
    "://",
    "http",
    "www.",
    "ftp",
    "isbn",
    "issn",
    "pmid",
    "pmc",
    "pubmed",
    "arxiv",
    "jstor",
]


@dataclass(frozen=True, slots=True)
class Cut:
    """A printed reference without its identifiers, and these.

    `printed` is it as the labeller sees it: identifiers in place, but not when it was looked at.
    """

    text: str
    printed: str = ""
    doi: str = ""
    url: str = ""
    isbn: str = ""
    issn: str = ""
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    accessed: Date | None = None
    edition: str = ""  #: the season of an encyclopedia that is never finished
    note: str = ""  #: the translation that is printed behind the work


def cut(text: str) -> Cut:
    """Take the identifiers out of one printed reference.

    >>> cut("Liu, T. (2020). Title. SAGE Open, 10(1). doi: 10.1177/2158").text
    'Liu, T. (2020). Title. SAGE Open, 10(1).'
    """
    rest, accessed = access.without(text)
    rest, edition = (
        _taken(rest, SEASON) if "edition" in rest.lower() or " ed." in rest else (rest, "")
    )
    rest, note = _taken(rest, TRANSLATED_AS) if "ra" in rest else (rest, "")
    said = rest.lower()
    if not any(sign in said for sign in SIGNS):
        return Cut(squeeze(rest), rest, accessed=accessed, edition=edition, note=note)
    printed = without_jstor_notice(rest)
    rest, doi = _doi(rest)
    rest, url = _url(rest)
    rest, isbn = _labelled(rest, ISBN_LABEL) if "isbn" in said else (rest, "")
    rest, issn = _labelled(rest, ISSN_LABEL) if "issn" in said else (rest, "")
    rest = PMCID_LABEL.sub("", PMID_LABEL.sub("", without_jstor_notice(rest)))
    return Cut(
        squeeze(rest),
        printed,
        doi,
        url,
        identifiers.isbn(isbn) or isbn,
        identifiers.issn(issn) or issn,
        identifiers.pmid(text),
        identifiers.pmcid(text),
        identifiers.arxiv(text),
        accessed,
        edition,
        note,
    )


def _taken(text: str, form: re.Pattern[str]) -> tuple[str, str]:
    """Take out what a form matches, and return it without the brackets around it."""
    match = form.search(text)
    if not match:
        return text, ""
    return squeeze(f"{text[: match.start()]} {text[match.end() :]}"), match[0].strip(" ():,.;")


def _doi(text: str) -> tuple[str, str]:
    """Take out the first DOI with its label or resolver."""
    for doi, start, end in identifiers.dois_in(text):
        label = DOI_LABEL.search(text, 0, start)
        begin = label.start() if label else start
        closing = re.match(r"[)\]>]*[.,;]*", text[end:])
        after = text[end + (closing.end() if closing else 0) :]
        return text[:begin] + ("" if not after else " ") + after, doi
    return text, ""


def _url(text: str) -> tuple[str, str]:
    """Take out the addresses that are labelled or stand in the tail; give the first."""
    found = ""
    for match in reversed(list(URL.finditer(text))):
        before, after = text[: match.start()], text[match.end() :]
        label = access.WHERE.search(before)
        if not (label or TAIL.match(after)):
            continue
        address = match[0].rstrip(".,;:>)]") if "(" not in match[0] else match[0].rstrip(".,;:>]")
        found = re.sub(r"\s", "", address)
        kept = before[: label.start()].rstrip() if label else before.rstrip(" <([")
        text = f"{kept} {after.lstrip('>)].,; ')}".rstrip() if after.strip(">)].,; ") else kept
    return text, found


def _labelled(text: str, label: re.Pattern[str]) -> tuple[str, str]:
    match = label.search(text)
    return (text[: match.start()] + text[match.end() :], match[1].strip()) if match else (text, "")


def without_jstor_notice(text: str) -> str:
    """Drop JSTOR's notice, and the title where the notice repeats it."""
    match = JSTOR_NOTICE.search(text)
    if not match:
        return text
    before, after = text[: match.start()], text[match.end() :]
    length = next((n for n in range(len(after), 0, -1) if before.endswith(after[:n])), 0)
    return before + (after[length:] if length else f". {after}")
