"""Cut the identifiers, addresses and access notes out of a printed reference.

They can be told by their form alone, so they are taken before anything is guessed.
An address is cut where it stands in the tail or behind a label; one that stands
where a title should stays.
"""

import re
from dataclasses import dataclass

from paracite.fields import dates, identifiers
from paracite.reference import Date
from paracite.text import squeeze

DOI_LABEL = re.compile(
    r"[\s,;(\[<]*(?:\b(?:doi|digital object identifier)\b\s*[:.]?\s*|https?://\S*/|doi\.org/)*$",
    re.IGNORECASE,
)
URL = re.compile(
    r"(?:https?|ftp)\s?://\s?[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+\.[^\s<>\"“”]+", re.IGNORECASE
)
URL_LABEL = re.compile(
    r"[\s,;.(\[<]*(?:\[online\][.,;]?\s*|\bonline[.:,]?\s*)?"
    r"\b(?:stable\s+url|url|uri|link|website|web|(?:retrieved|available|accessed|diunduh|diakses|"
    r"disponible|dispon[ií]vel|disponibile|abgerufen|verf[uü]gbar|erh[aä]ltlich|recuperado|consult[eé]|tersedia|"
    r"dostupno|pristupno|obtenido|online|zugriff)(?:\s+\w{2,10}){0,3}?(?:\s+(?:from|at|on|en|em|unter|"
    r"von|de|dari|di|pada|sur|su|a))?)\s*:?\s*<?$",
    re.IGNORECASE,
)
ACCESS = re.compile(
    r"[\s,;.(\[]*\b(?:retrieved|accessed|last accessed|access(?:ed)? date|viewed|visited|consulted|"
    r"diakses|diunduh|consult[eé]|consultado|abgerufen|zugriff|recuperado|geraadpleegd|last visited|"
    r"date accessed|accesso|acesso em|acessado|besucht|cited)\b"
    r"[\s:]*(?:(?:on|le|el|em|am|op|tanggal|pada|den|il)\s+)*"
    r"(?P<date>[\w.,/ -]{0,18}?\d{4}(?:-\d\d?-\d\d?)?|\d\d?[./-]\d\d?[./-]\d{4}|\d\d? \w+)"
    r"(?=[\s)\].,;:]|$)[)\].,;:]*(?:\s*(?:from|at|de|dari|von|en)\b:?)?",
    re.IGNORECASE,
)
JSTOR_NOTICE = re.compile(
    r"\s*Linked references are available on JSTOR for this article\s*:\s*", re.IGNORECASE
)
TAIL = re.compile(
    r"[\s.,;:>)\]]*(?:[(\[]?\s*(?:accessed|retrieved|last|viewed|cited|consul|diakses).*)?$",
    re.IGNORECASE | re.DOTALL,
)
ISBN_LABEL = re.compile(
    r"\s*\(?\bISBN(?:-1[03])?\s*:?\s*([\dXx][\dXx\s‐-―-]{8,16}[\dXx])\)?[.;,]?", re.IGNORECASE
)
ISSN_LABEL = re.compile(
    r"\s*\(?\bE?-?ISSN\s*:?\s*(\d{4}[-‐-―]?\d{3}[\dXx])\)?[.;,]?", re.IGNORECASE
)
PMID_LABEL = re.compile(r"[\s;,]*\b(?:PMID|PubMed(?: PMID)?)\s*:?\s*\d{5,8}\b[.;]?", re.IGNORECASE)
PMCID_LABEL = re.compile(r"[\s;,]*\b(?:PMCID\s*:?\s*)?PMC\d{4,9}\b[.;]?", re.IGNORECASE)
# A text with none of these, folded to small letters, holds nothing to cut out.
SIGNS = """
    10. :// http www. ftp isbn issn pmid pmc pubmed arxiv jstor retrieved access viewed visited consul
    diakses diunduh abgerufen zugriff recuperado geraadpleegd accesso acesso acessado besucht cited
""".split()  # noqa: SIM905  a column of words is easier to read


@dataclass(frozen=True, slots=True)
class Cut:
    """A printed reference without its identifiers, and these."""

    text: str
    doi: str = ""
    url: str = ""
    isbn: str = ""
    issn: str = ""
    pmid: str = ""
    pmcid: str = ""
    arxiv: str = ""
    accessed: Date | None = None


def cut(text: str) -> Cut:
    """Take the identifiers out of one printed reference.

    >>> cut("Liu, T. (2020). Title. SAGE Open, 10(1). doi: 10.1177/2158").text
    'Liu, T. (2020). Title. SAGE Open, 10(1).'
    """
    said = text.lower()
    if not any(sign in said for sign in SIGNS):
        return Cut(squeeze(text))
    arxiv, pmid, pmcid = (f(text) for f in (identifiers.arxiv, identifiers.pmid, identifiers.pmcid))
    rest, doi = _doi(text)
    rest, url = _url(rest)
    rest, accessed = _accessed(rest)
    rest, isbn = _labelled(rest, ISBN_LABEL) if "isbn" in said else (rest, "")
    rest, issn = _labelled(rest, ISSN_LABEL) if "issn" in said else (rest, "")
    rest = PMCID_LABEL.sub("", PMID_LABEL.sub("", without_jstor_notice(rest)))
    return Cut(
        squeeze(rest),
        doi,
        url,
        identifiers.isbn(isbn) or isbn,
        identifiers.issn(issn) or issn,
        pmid,
        pmcid,
        arxiv,
        accessed,
    )


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
        label = URL_LABEL.search(before)
        if not (label or TAIL.match(after)):
            continue
        address = match[0].rstrip(".,;:>)]") if "(" not in match[0] else match[0].rstrip(".,;:>]")
        found = re.sub(r"\s", "", address)
        kept = before[: label.start()].rstrip() if label else before.rstrip(" <([")
        text = f"{kept} {after.lstrip('>)].,; ')}".rstrip() if after.strip(">)].,; ") else kept
    return text, found


def _accessed(text: str) -> tuple[str, Date | None]:
    """Take out `Retrieved May 5, 2010, from` and the like."""
    match = ACCESS.search(text)
    date = dates.printed(match["date"]) if match else None
    if not match or not date:
        return text, None
    return f"{text[: match.start()]}. {text[match.end() :]}".strip(" ."), date


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
