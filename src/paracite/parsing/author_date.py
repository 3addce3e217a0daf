"""The author-date grammar: APA, Harvard, Chicago author-date, ASA and their relatives.

    reference = names date rest
    rest      = title [ "In" [editors "(Eds.),"] container ] { bracket } [ place ":" publisher ]
              | title container [","] volume [ "(" issue ")" ] [ pages ]
              | title [ container | publisher ]

Each function reads one part from a text and gives what is left.  Where the head is
no list of names before a date the grammar does not apply, and says so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from paracite.fields import names
from paracite.fields.lexicons import lexicon
from paracite.parsing.imprint import PAGES, REVISED, imprint, is_publisher, stated
from paracite.parsing.parts import Part
from paracite.parsing.sentences import QUOTES, sentences, without_stop
from paracite.text import fold

DATE = (
    r"(?:ca?\. ?)?(?:1[4-9]\d\d|20\d\d)[a-z]?(?: ?[-–/] ?\d{2,4})?(?: ?[\[/(][^()\[\]]{4,12}[\])]?)?"
    r"|n\. ?d\.?(?:-[a-z])?|no date|in press|forthcoming|s\. ?[ad]\.|o\. ?J\.|t\. ?t\."
)
BRACKETED_DATE = re.compile(
    rf"[\s,]*\((?P<date>(?:{DATE})(?:[,;.:]? [^()]{{0,30}})?)\)[.,:;]*\s*", re.IGNORECASE
)
BARE_DATE = re.compile(
    rf"(?<=[\s.,])(?P<date>{DATE})(?:[.,:;]\s+(?!\d)|\s+(?=[“\"'‘„«A-ZÀ-Þ]))", re.IGNORECASE
)
EDITORS = re.compile(
    r"[\s,]*[(\[]?\b(?:eds?|editors?|hrsg|hg|coords?|dirs?|orgs?|red|éds?|a cura di|comps?)\b\.?[)\]]?[.,:]*$",
    re.IGNORECASE,
)
EDITORS_INSIDE = re.compile(
    r"[\s,]*[(\[](?:eds?|editors?|hrsg|hg|coords?|dirs?|orgs?|red|éds?|comps?)\.?[)\]][\s.,:]*|,\s*eds?\.,?\s+",
    re.IGNORECASE,
)
IN = re.compile(
    r"(?:^|(?<=[.?!”\"’»)\]])\s+)(?:In|Dans|Dalam|Di dalam|Em|I)\s*:?\s+(?=[^\W\da-zß-öø-ÿ]|[\"“«(]|\d)"
)
VOLUME = r"(?:vol(?:ume)?\.?\s*|v\.\s?|bd\.\s?|t\.\s?)?(?P<volume>\d+(?:[-–/]\d+)?|[IVXLC]+)"
ISSUE = r"(?:\s*\((?P<issue>[^()]{1,30})\)|[,.:]?\s*(?:no|nr|iss(?:ue)?|n|nº|núm|num)\b[.°º]?\s*(?P<number>\d+(?:[-–/]\d+)?))?"
LOCATOR = re.compile(
    rf"(?:^|[,.\s]\s*){VOLUME}{ISSUE}(?:\s*[,:;.]\s*(?:article\s+|art\.\s*|p(?:p|ages?|\.)?\.?\s*|hal\.?\s*)?(?P<pages>{PAGES}))?\.?$",
    re.IGNORECASE,
)
BRACKETS_AT_END = re.compile(r"\s*([(\[])((?:[^()\[\]]|\([^()]*\))*)[)\]]\s*$")
PAGES_IN_BRACKETS = re.compile(
    rf"\b(?:pp?|hlm|hal|s|seiten|págs?)\.?\s*(?P<pages>{PAGES})", re.IGNORECASE
)
VOLUME_IN_BRACKETS = re.compile(
    r"\b(?:vols?|volume|bd|band|t|tome|jilid)\.?\s*(?P<volume>[\dIVXLC]+(?:[-–]\d+)?)\b",
    re.IGNORECASE,
)
EDITION = re.compile(r"\b(?:ed|edn|edition|aufl|auflage|éd|edición|edisi)\b", re.IGNORECASE)
EDITION_WORDS = re.compile(rf"\d|\b{REVISED}\s", re.IGNORECASE)  #: before an `ed.` of no editor
EDITOR_ROLE = re.compile(r",?\s*\b(?:eds?|hrsg)\.?$", re.IGNORECASE)
TRANSLATOR = re.compile(r",?\s*\b(?:trans(?:l|lators?)?|übers|trad|penerj|terj)\.?$", re.IGNORECASE)
APA_DATE = re.compile(rf"\s\((?:{DATE})(?:, [^()]{{3,20}})?\)\.\s", re.IGNORECASE)
APA_NAMES = re.compile(
    r"(?:[^\W\d_][\w'’. -]*,(?: ?[^\W\d_]\.[\s-]?)+[,;&\s]*(?:and\s|\.\s\.\s\.\s)?|[^\W\d_][\w ]+\.\s?)+"
)
NUMBERED = re.compile(
    r"\d|\bpp?\b|[:;]|^in\b|\b(?:eds?|hrsg|in press|forthcoming)\b", re.IGNORECASE
)
IN_A_BOOK = re.compile(r"\b(?:in|dans)\b.*\((?:eds?|hrsg)\.?\)", re.IGNORECASE)
TOLD_BY_FORM = ("journal", "container-title", "publisher", "location")
FEW = 4  #: words of a sentence that may be cut off a journal's name
MAX_NAMES = 1500  #: characters of the longest list of names that is looked through


def parse(text: str) -> tuple[Part, ...]:
    """Return the parts of a reference printed author first, then date; `()` where it is not.

    `text` is one reference without its identifiers (see `cut`).
    """
    opening = _opening(text)
    if not opening:
        return ()
    head, date, rest = opening
    label = "editor" if EDITORS.search(head) else "author"
    return (Part(label, EDITORS.sub("", head)), Part("date", date), *_rest(rest))


def sure(text: str, *, doi: bool) -> tuple[Part, ...]:
    """Return the parts of a reference that the grammar fits so well that nothing else can be meant.

    That is APA's own form, names before `(year).`, with every part behind it of a kind
    that its form tells; `doi` says that one was printed.
    """
    parts = parse(text) if names_before_date(text) else ()
    return parts if _is_told_by_form(parts, doi=doi) else ()


@lru_cache(maxsize=128)
def names_before_date(text: str) -> int:
    """Return the length of the names, family first, that stand before `(year).`; 0 for none."""
    date = APA_DATE.search(text[:MAX_NAMES])
    return date.start() if date and APA_NAMES.fullmatch(text[: date.start()].strip()) else 0


def _is_told_by_form(parts: tuple[Part, ...], *, doi: bool) -> bool:
    values = {part.label: part.text for part in parts}
    named = (values.get(name, "") for name in TOLD_BY_FORM)
    if (
        any(map(NUMBERED.search, named))
        or _may_be_cut(values)
        or IN_A_BOOK.search(values.get("title", ""))
    ):
        return False
    if "container-title" in values and "editor" not in values:
        return (doi or _names_periodical(values["container-title"])) and "publisher" not in values
    located = "volume" in values and ("issue" in values or "pages" in values)
    published = "publisher" in values and ("edition" in values or is_publisher(values["publisher"]))
    published = published or ("publisher" in values and "genre" in values)
    return located or published or "location" in values or "editor" in values


def _may_be_cut(values: dict[str, str]) -> bool:
    """Return whether a title ends in what may begin an abbreviated journal: `Ice and men. Phys`."""
    title, *others = sentences(values.get("title", ""))[::-1] or [""]
    contained = ("journal" in values or "container-title" in values) and "editor" not in values
    return contained and bool(others) and len(title.split()) <= FEW


def _names_periodical(text: str) -> bool:
    return not lexicon("periodicals").isdisjoint(re.findall(r"\w+", fold(text)))


def _opening(text: str) -> tuple[str, str, str] | None:
    """Cut `text` into names, date and the rest."""
    for form in (BRACKETED_DATE, BARE_DATE):
        match = form.search(text[:MAX_NAMES])
        if not match or not text[match.end() :].strip():
            continue
        head = text[: match.start()].strip(" ,;")
        if head and _are_names(head, strict=form is BARE_DATE):
            return head, match["date"], text[match.end() :].strip()
    return None


def _are_names(head: str, *, strict: bool) -> bool:
    """Return whether `head` can be a list of names; `strict` asks initials of every person."""
    bare = EDITORS.sub("", head)
    if re.search(r"[“”\"«»]|\d{3}", bare) or (
        bare[:1].islower() and bare.split()[0] not in lexicon("particles")
    ):
        return False
    found = names.people(bare)
    if names.is_group(bare):
        return len(sentences(bare)) == 1
    short = all(len(str(name).split()) < 8 for name in found)
    return (
        bool(found)
        and short
        and (not strict or all(n.given or n.literal == "others" for n in found))
    )


def _rest(text: str) -> Iterator[Part]:
    title, behind = _quoted(text)
    if title:
        yield Part("title", title)
        container = IN.match(behind)
        yield from (
            _container(behind[container.end() :]) if container else _journal_or_imprint(behind)
        )
        return
    inside = IN.search(text)
    if inside and inside.start() and len(text) > inside.end():
        yield from _title(text[: inside.start()])
        yield from _container(text[inside.end() :])
        return
    yield from _plain(text)


def _quoted(text: str) -> tuple[str, str]:
    """Take a title in quotation marks off the start."""
    closing = QUOTES.get(text[:1], "")
    end = text.find(closing, 1) if closing else -1
    while 0 < end < len(text) - 1 and text[end + 1].isalpha():  # an apostrophe closes nothing
        end = text.find(closing, end + 1)
    return (text[1:end].strip(" .,"), text[end + 1 :].strip(" .,")) if end > 0 else ("", text)


def _plain(text: str) -> Iterator[Part]:
    """Read title, then journal, publisher or nothing."""
    locator = LOCATOR.search(text.rstrip(" ."))
    if locator and locator.start() and _is_locator(locator):
        before = text[: locator.start()].rstrip(" ,")
        listed = sentences(before)
        sure = before.endswith((".", "?", "!")) or len(listed) == 1
        title, container = (listed, "") if sure else (listed[:-1], listed[-1])
        yield from _title(". ".join(title))
        if container:
            yield Part("journal", container)
        yield from _located(locator)
        return
    listed, found = stated(text)
    last = list(imprint(listed[-1])) if len(listed) > 1 else []
    yield from _title(". ".join(listed[:-1] if last else listed))
    yield from (*found, *last)


def _is_locator(match: re.Match[str]) -> bool:
    """Return a volume from a number that merely ends a title: `Agenda 21`."""
    return bool(match["issue"] or match["number"] or match["pages"] or "vol" in match[0].lower())


def _located(match: re.Match[str]) -> Iterator[Part]:
    yield Part("volume", match["volume"])
    if issue := match["issue"] or match["number"]:
        yield Part("issue", issue)
    if match["pages"]:
        yield Part("pages", match["pages"])


def _journal_or_imprint(text: str) -> Iterator[Part]:
    """Read what follows a quoted title: a journal with its volume, or a publisher."""
    locator = LOCATOR.search(text.rstrip(" ."))
    if locator and _is_locator(locator):
        if journal := text[: locator.start()].strip(" ,."):
            yield Part("journal", journal)
        yield from _located(locator)
        return
    for sentence in sentences(text):
        yield from imprint(sentence)


def _title(text: str) -> Iterator[Part]:
    """Read a title and the brackets behind it: edition, volume, translator, kind of work."""
    bare = without_stop(text.strip())
    if bare.startswith("[") and bare.endswith("]") and bare.count("[") == 1:
        yield Part("title", bare[1:-1])
        return
    brackets: list[Part] = []
    while match := BRACKETS_AT_END.search(bare):
        found = list(_bracket(match[2], square=match[1] == "["))
        if not found or not match.start():
            break
        brackets = found + brackets
        bare = bare[: match.start()].rstrip(" ,.")
    if bare:
        yield Part("title", bare)
    yield from brackets


def _bracket(text: str, *, square: bool = False) -> Iterator[Part]:
    """Read what a bracket holds, or nothing where it belongs to the title."""
    pieces = [list(_held(piece.strip(), square=square)) for piece in text.split(";")]
    if all(pieces):
        yield from (part for found in pieces for part in found)


def _held(text: str, *, square: bool) -> Iterator[Part]:
    genre, comma, where = text.partition(", ")
    if square and comma and fold(genre) in lexicon("genres"):
        yield from (Part("genre", genre), Part("publisher", where))
        return
    if TRANSLATOR.search(text):
        yield Part("translator", TRANSLATOR.sub("", text))
        return
    if EDITOR_ROLE.search(text) and not EDITION_WORDS.search(text):
        yield Part("editor", EDITOR_ROLE.sub("", text))
        return
    if square or fold(text).partition(",")[0].split(" no")[0] in lexicon("genres"):
        yield Part("genre", text)
        return
    for piece in re.split(r",\s+(?=\D)", text):
        if EDITION.search(piece):
            yield Part("edition", piece)
        elif match := PAGES_IN_BRACKETS.search(piece):
            yield Part("pages", match["pages"])
        elif match := VOLUME_IN_BRACKETS.fullmatch(piece.strip()):
            yield Part("volume", match["volume"])


def _container(text: str) -> Iterator[Part]:
    """Read what follows "In": editors, the container and its imprint."""
    editors = EDITORS_INSIDE.search(text)
    if editors and editors.start() and names.people(text[: editors.start()]):
        yield Part("editor", text[: editors.start()])
        text = text[editors.end() :]
    bracket = re.match(r"\s*\(([^()]*)\)[.,]*\s*", text)
    if bracket and (found := list(_bracket(bracket[1]))):
        yield from found
        text = text[bracket.end() :]
        container, behind = "", sentences(text)
    else:
        container, behind = _before_imprint(sentences(text))
    if container:
        pages = re.search(rf",?\s*\bpp?\.\s*(?P<pages>{PAGES})\.?$", container)
        for part in _title(container[: pages.start()] if pages else container):
            yield Part("container-title", part.text) if part.label == "title" else part
        if pages:
            yield Part("pages", pages["pages"])
    for sentence in behind:
        yield from imprint(sentence, chapter=True)


def _before_imprint(listed: list[str]) -> tuple[str, list[str]]:
    """Set a container's title, which may be several sentences, apart from its imprint.

    The imprint is the last sentence, or begins behind a bracket that ends a title.
    """
    bracketed = (i for i, sentence in enumerate(listed, 1) if sentence.endswith(")"))
    ends = max(1, next(bracketed, len(listed) - 1))
    return ". ".join(listed[:ends]), listed[ends:]
