"""Tokens for the labeller, and the signs it sees on each.

A token is what stands between spaces, its punctuation included, cut further where
numbers meet: `2001;12(3):45-67.` is `2001;` `12` `(3):` `45-67.`.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from paracite.fields import months

TOKEN = re.compile(r"\S+")
WHOLE = re.compile(r"https?:|www\.|10\.\d{4,9}/|ftp:", re.IGNORECASE)
HAN = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  #: scripts without spaces: stops part their words
INNER = re.compile(
    r"(?<=[;:,])(?=[\d(])|(?<=\d)(?=\()|(?<=\))(?=\d)|(?<=[.:;,])(?=[A-ZÀ-Þ][a-zß-ÿ]{2})"
    rf"|(?<=[，。．：；）〕】》」』])(?=[^\s，。．：；）〕】》」』])|(?<=[{HAN}][.,:;)\]])(?=\w)|(?<=[.,:;)\]])(?=[{HAN}])"
    rf"|(?<=\S)(?=[（《「『【〔])|(?<=[{HAN}])(?=\d)|(?<=\d)(?=[{HAN}])"
    r"|(?<=\w)(?=\[[A-Z]{1,2}(?:/[A-Z]{2})?\])|(?<=\]//)(?=\w)"
)
DOI = re.compile(r"10\.\d{4,9}/")
YEARS = re.compile(r"(?:1[4-9]|20)\d\d\W(?:1[4-9]|20)\d\d")
YEAR = re.compile(r"(?<!\d)(?:1[4-9]\d\d|20\d\d)(?!\d)")
RANGE = re.compile(r"\w?\d+\s*[-‐-―−]+\s*\w?\d+\w?")
ROMAN = re.compile(r"[IVXLC]+")
INITIAL = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.?-?){1,3}[,;:]?\)?")
OPEN_QUOTE, CLOSE_QUOTE = "\"“«„‘'`", re.compile(r"[\"”»’'“]+[.,;:)]*$")
EDGE = ".,;:()[]“”\"'‘’«»„`{}<>*–—-"
NO_WORD = re.compile(r"[^0-9A-Za-z]+")
REPEATED = re.compile(r"(.)(?=\1)", re.DOTALL)
ROLES = {
    "ed": "ed eds editor editors edited hg hrsg herausgeber herausgegeben dir coord coords org orgs red edit",
    "tr": "trans transl translated translator translation ubers ubersetzt trad traduction tr traducido",
    "th": "dissertation thesis phd skripsi tesis tesi master masters diss these doctoral doctorat memoire "
    "dissertacao tese doutorado mestrado monografia habilitationsschrift magisterarbeit diplomarbeit masterarbeit дис автореф диссертация",
    "cf": "proceedings proc conference meeting symposium workshop congress seminar prosiding kongress conf actes anais congresso congreso colloque tagung",
    "jn": "journal jurnal zeitschrift quarterly magazine review revue bulletin annals archives transactions letters "
    "j rev ann lett bull acta revista rivista cahiers annales arch z trans res int phys chem",
    "in": "in dans en dalam aus",
    "an": "and und y et e dan i och og",
    "ea": "al others",
    "pp": "pp p page pages s seiten hal hlm ss pag pags c с",
    "vl": "vol volume vols v no nr number issue iss bd jg heft fasc tome tomo suppl t n nº band № num т том вып cah fascicule jahrgang núm zeszyt čislo",
    "sr": "series ser collection reihe coll serie",
    "rt": "retrieved accessed available from online disponible abgerufen consulte viewed url http "
    "disponivel recuperado repere verfugbar dostupne geraadpleegd diakses acesso acceso consulta zugriff режим доступа",
    "en": "edition edn ed aufl auflage rev ausgabe",
    "pb": "press verlag publisher publishers publishing books editions university inc ltd penerbit presses "
    "elsevier springer wiley routledge sage editorial ediciones edizioni",
    "rp": "report paper papers working technical discussion memo note rapport unpublished",
    "id": "doi isbn issn pmid pmcid arxiv",
}
KEYWORDS = {word: role for role, listed in ROLES.items() for word in listed.split()}


class Kinds(dict[int, str]):
    """The kind of each character: a capital `X`, a letter `x`, a digit `d`, or itself."""

    def __missing__(self, code: int) -> str:
        """Look a character up once; `str.translate` asks for each that it meets."""
        c = chr(code)
        kind = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        return self.setdefault(code, kind)


KINDS = Kinds()


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Cut a reference into tokens, each with where it starts and ends."""
    found = []
    for match in TOKEN.finditer(text):
        start = match.start()
        for piece in _pieces(match[0]):
            end = start + len(piece)
            found.append((piece, start, end))
            start = end
    return found


@lru_cache(maxsize=65536)
def _pieces(token: str) -> tuple[str, ...]:
    if token.isalnum() or WHOLE.search(token):
        return (token,)
    cuts = [0, *(cut.start() for cut in INNER.finditer(token)), len(token)]
    return tuple(token[a:b] for a, b in pairwise(cuts))


def canonical(token: str) -> str:
    """Return a token's letters and digits, folded."""
    if token.isascii():
        return token.lower() if token.isalnum() else NO_WORD.sub("", token).lower()
    plain = unicodedata.normalize("NFKD", token)
    return "".join(c for c in plain if c.isalnum()).casefold()


def number(token: str) -> str:
    """Return what kind of number a token is, or `-`."""
    if token.isalpha():
        return "roman" if ROMAN.fullmatch(token) else "-"
    if WHOLE.search(token):
        return "doi" if DOI.search(token) else "url"
    core = token.strip(EDGE)
    if RANGE.fullmatch(core):
        return "years" if YEARS.fullmatch(core) else "range"
    if YEAR.search(token):
        return "year()" if "(" in token else "year" if core.isdigit() else "year+"
    if core.isdigit():
        return f"n{min(len(core), 5)}"
    return "roman" if ROMAN.fullmatch(core) else "mixed" if any(map(str.isdigit, core)) else "-"


def shape(token: str) -> str:
    """Reduce a token to its kinds of characters, runs shortened: `Xx,`, `d(d)`."""
    return REPEATED.sub("", token.translate(KINDS))[:8]


def case(core: str) -> str:
    """Return how a word is capitalised: `U`pper first, all `C`apitals, a `S`ingle capital, `l`ower."""
    if core.isupper():
        return "S" if len(core) == 1 else "C"
    return "U" if core[:1].isupper() else "l" if core[:1].isalpha() else "-"


def quotes(token: str) -> str:
    """Return whether a quotation opens (`Q`) or closes (`q`) in a token."""
    if token.isalnum():
        return ""
    return ("Q" if token[0] in OPEN_QUOTE else "") + ("q" if CLOSE_QUOTE.search(token) else "")


def keyword(word: str) -> str:
    """Name the role that a folded word plays in references, or `-`."""
    return KEYWORDS.get(word) or ("mo" if months.month(word) else "-")
