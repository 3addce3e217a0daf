"""The type of a reference, decided from evidence in a fixed order, the surest first."""

import re
from collections.abc import Mapping

from paracite.fields.lexicons import lexicon

THESIS = re.compile(
    r"\b(?:thesis|dissertation|th[eè]se|dissertaç[aã]o|tese\b|doutorado|mestrado|trabalho de conclus[aã]o|tfg\b|magisterarbeit|staatsexamen|"
    r"mémoire de|proefschrift|avhandling|rozprawa|praca magisterska|diplomov[aá]|disertačn[ií]|学位论文|博士论文|硕士论文|博士論文|修士論文|tez\b|"
    r"dissertazione|tesis|tesi|skripsi|disertasi|diss\b|"
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
    r"\b(?:times|washington post|guardian|newspaper|le monde|kompas|daily|herald|tribune|gazette|news|telegraph|observer"
    r"|jornal|folha|diario|diário|correio|gazeta|estadão|o globo|el país|la nación|clarín|periódico|heraldo|libération"
    r"|figaro|corriere|repubblica|la stampa|courant|dagblad|известия|коммерсант\w*|газета)\b"
    r"|\w*(?:zeitung|nachrichten|anzeiger|tagblatt|tageblatt|rundschau)\b|报$|日報$|新聞$",
    re.IGNORECASE,
)
POST = re.compile(r"blog|wordpress|medium\.com|substack|/(?:19|20)\d\d/\d\d?/\d\d?/", re.IGNORECASE)
LAW = re.compile(
    r"(?:(?:the )?[A-Z][\w’'()&, -]{3,120}? (?:Act|Regulations?|Order|Code|Directive|Treaty) (?:of )?(?:1[5-9]|20)\d\d\b.*"
    r"|(?:Lei|Decreto|Decreto-Lei|Ley|Loi|Décret|Gesetz|Verordnung|Legge|Directive|Regulation|Public Law) (?:n|nº|no|n°|\(E[UC]\)|[A-Z]?\d)[^A-Z]{0,6}.*)"
)

CASE = re.compile(r"[^\d]{2,100} v\.? [^\d]{2,100}")
REPORTER = re.compile(
    r"[A-Z][A-Za-z]{0,4}\.?(?:\s?[A-Z][A-Za-z]{0,4}\.?){0,4}(?:\s?(?:2d|3d|\dth))?"
)


def kind(
    fields: Mapping[str, str],
    *,
    group: bool,
    journal: bool,
    editors: bool,
    preprint: bool = False,
    day: bool = False,
) -> str:
    """Return the CSL type of a work.

    `fields` are its text fields by CSL name; `group` says that an institution wrote
    it, `journal` that the container is printed as a journal's, `editors` that the
    container has editors, `preprint` that it has an arXiv identifier, `day` that it
    was published on a day.
    """
    container = fields.get("container_title", "")
    found = _by_its_words(fields, container) or _by_genre(
        fields.get("genre", ""), fields.get("title", "")
    )
    if found:
        return found
    if is_proceedings_doi(fields.get("doi", "")) or _is_proceedings(container, fields):
        return "paper-conference"
    if day and container and not (fields.get("volume") or fields.get("doi")):
        return _of_a_day(container, fields.get("url", ""))
    numbered = bool(fields.get("volume")) and bool(fields.get("issue") or fields.get("page"))
    if journal or (numbered and not editors and not fields.get("publisher")):
        return _periodical(container, numbered=numbered)
    if editors or container:
        return _contained(fields, editors=editors)
    return "article" if preprint else _alone(fields, group=group)


def _by_its_words(fields: Mapping[str, str], container: str) -> str:
    """Return the type of a case or a law, or `""`."""
    title = fields.get("title", "")
    if CASE.fullmatch(title) and REPORTER.fullmatch(container):
        return "legal_case"
    return "legislation" if not container and LAW.fullmatch(title) else ""


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


def _of_a_day(container: str, url: str) -> str:
    """Return the type of what a newspaper, or a page on the web, published on a day."""
    if NEWSPAPER.search(container) or not url:
        return "article-newspaper"
    return "post-weblog" if POST.search(url) or POST.search(container) else "webpage"


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
    if fields.get("number") and not fields.get("isbn"):
        return "standard" if STANDARD.search(fields["number"]) else "report"
    if group and not publisher and OFFICIAL.search(title):
        return "report"
    if fields.get("url") and not publisher and not fields.get("isbn"):
        return "webpage"
    return "book" if title else "document"
