"""The type of a reference, decided from evidence in a fixed order, the surest first."""

import re
from collections.abc import Mapping

from paracite.fields.lexicons import lexicon

THESIS = re.compile(
    r"\b(?:thesis|dissertation|th[eè]se|dissertazione|tesis|tesi|skripsi|disertasi|diss\b|"
    r"doktorarbeit|masterarbeit|diplomarbeit|habilitation|m[eé]moire de|ph\.? ?d\b|диссертац)",
    re.IGNORECASE,
)
PATENT = re.compile(
    r"\b(?:[A-Z]{2}\s)?patents?\b(?:\s+(?:no|application|US|EP))|^(?:US|EP|WO)\s?\d{5,}",
    re.IGNORECASE,
)
STANDARD = re.compile(r"\b(?:ISO|IEC|ASTM|DIN|EN|ANSI|IEEE Std)\s?[A-Z]?\s?\d{2,}")
SOFTWARE = re.compile(
    r"\b(?:computer software|software|computer program|R package|mobile app)\b", re.IGNORECASE
)
PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|ssrn|preprints?|psyarxiv|socarxiv|osf)\b", re.IGNORECASE
)
REPORT = re.compile(
    r"\b(?:(?:final|annual|technical|research|progress|interim|country|tech\.?)\s+report|white paper|"
    r"working papers?|policy brief|discussion paper|rapport (?:final|annuel|technique)|"
    r"(?:laporan|informe) (?:akhir|tahunan|final|anual)|report no)\b",
    re.IGNORECASE,
)
REPORT_AT_END = re.compile(REPORT.pattern + "$", re.IGNORECASE)
DATA_SET = re.compile(r"\bdata ?set\b", re.IGNORECASE)
GENRES = (
    ("thesis", THESIS),
    ("software", SOFTWARE),
    ("patent", PATENT),
    ("report", REPORT),
    ("dataset", DATA_SET),
)
OFFICIAL = re.compile(
    r"\b(?:report|policy|strategy|plan|white paper|guidelines|statistics|survey)\b", re.IGNORECASE
)
PROCEEDINGS = re.compile(
    r"\b(?:proceedings|proc\b|conference|conf\b|symposium|workshop|congress|prosiding|tagung|"
    r"actes|colloque|atti|actas|congreso|seminar|meeting)",
    re.IGNORECASE,
)
JOURNAL_CALLED_PROCEEDINGS = re.compile(
    r"(?:the )?proc(?:eedings|\.)? (?:of the )?(?:nat|roy|r\.|ieee|soc|inst|amer"
    r"|(?:[\w.-]+ ){1,4}(?:academy|association|college|institution|society)\b)",
    re.IGNORECASE,
)
ENCYCLOPEDIA = re.compile(
    r"\b(?:encyclop[ae]*dia|enciclopedia|encyclop[eé]die|enzyklop[aä]die)\b", re.IGNORECASE
)
NEWSPAPER = re.compile(
    r"\b(?:new york times|washington post|the guardian|newspaper|le monde|zeitung|kompas)\b",
    re.IGNORECASE,
)

CASE = re.compile(r"[^\d]{2,100} v\.? [^\d]{2,100}")
REPORTER = re.compile(
    r"[A-Z][A-Za-z]{0,4}\.?(?:\s?[A-Z][A-Za-z]{0,4}\.?){0,4}(?:\s?(?:2d|3d|\dth))?"
)


def kind(
    fields: Mapping[str, str], *, group: bool, journal: bool, editors: bool, preprint: bool = False
) -> str:
    """Return the CSL type of a work.

    `fields` are its text fields by CSL name; `group` says that an institution wrote
    it, `journal` that the container is printed as a journal's, `editors` that the
    container has editors, `preprint` that it has an arXiv identifier.
    """
    container = fields.get("container_title", "")
    if CASE.fullmatch(fields.get("title", "")) and REPORTER.fullmatch(container):
        return "legal_case"
    if found := _by_genre(fields.get("genre", ""), fields.get("title", "")):
        return found
    if is_proceedings_doi(fields.get("doi", "")) or _is_proceedings(container, fields):
        return "paper-conference"
    numbered = bool(fields.get("volume")) and bool(fields.get("issue") or fields.get("page"))
    if journal or (numbered and not editors and not fields.get("publisher")):
        return _periodical(container, numbered=numbered)
    if editors or container:
        return _contained(fields, editors=editors)
    return "article" if preprint else _alone(fields, group=group)


def is_proceedings_doi(doi: str) -> bool:
    """Return by a DOI's form that its publisher gives it to conference papers."""
    return any(re.match(pattern, doi) for pattern in lexicon("proceedings_dois"))


def _by_genre(genre: str, title: str) -> str:
    """Return the type that the work's own words say, or `""`."""
    found = next((kind for kind, sign in GENRES if sign.search(genre)), "")
    if found or not title:
        return found
    if REPORT_AT_END.search(title):
        return "report"
    return "patent" if PATENT.search(title) else ""


def _is_proceedings(container: str, fields: Mapping[str, str]) -> bool:
    """Return a conference's proceedings from a journal of that name, which has volumes."""
    journal = fields.get("volume") and JOURNAL_CALLED_PROCEEDINGS.match(container)
    return bool(PROCEEDINGS.search(container)) and not journal


def _periodical(container: str, *, numbered: bool) -> str:
    if PREPRINT.search(container) and not numbered:
        return "article"
    return "article-newspaper" if NEWSPAPER.search(container) else "article-journal"


def _contained(fields: Mapping[str, str], *, editors: bool) -> str:
    container = fields.get("container_title", "")
    if ENCYCLOPEDIA.search(container):
        return "entry-encyclopedia"
    if editors or fields.get("publisher") or fields.get("publisher_place"):
        return "chapter"
    if fields.get("url") and not fields.get("page") and not fields.get("volume"):
        return "webpage"
    return "article-journal"


def _alone(fields: Mapping[str, str], *, group: bool) -> str:
    """Return the type of a work that stands in no container."""
    title, publisher = fields.get("title", ""), fields.get("publisher", "")
    if THESIS.search(publisher) or THESIS.search(title[-60:]):
        return "thesis"
    if STANDARD.search(title) and group:
        return "standard"
    if group and not publisher and OFFICIAL.search(title):
        return "report"
    if fields.get("url") and not publisher and not fields.get("isbn"):
        return "webpage"
    return "book" if title else "document"
