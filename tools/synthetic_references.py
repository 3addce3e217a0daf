"""Labelled references made by rendering records of works in many CSL styles and languages.

Each value is rendered with a mark before and behind it that no text has, so the
output tells which words came from which variable.  What a style prints of its own
("In", "vol.", "edited by") and the numbers, which cannot be marked because styles
test them, get the label that printed references have in the training data.
"""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import record_pools
from record_pools import Pools

from paracite import csljson, readers
from paracite.csl import Processor, load_style
from paracite.csl.load import style_names
from paracite.errors import ParaciteError
from paracite.parsing import tokens
from paracite.parsing.labelled import Labelled
from paracite.parsing.parts import Part
from paracite.text import squeeze

STYLES = """
    apa mla chicago-author-date chicago-fullnote-bibliography harvard-cite-them-right ieee vancouver
    nature science american-sociological-association american-political-science-association
    american-anthropological-association modern-humanities-research-association
    turabian-fullnote-bibliography iso690-author-date-fr iso690-author-date-en din-1505-2
    associacao-brasileira-de-normas-tecnicas elsevier-harvard elsevier-vancouver
    springer-basic-author-date springer-lecture-notes-in-computer-science acm-sig-proceedings
    american-chemical-society american-medical-association american-institute-of-physics
    unified-style-sheet-for-linguistics deutsche-gesellschaft-fur-psychologie
    gost-r-7-0-5-2008 royal-society-of-chemistry the-lancet bmj cell frontiers plos sage-harvard
    histoire-et-mesure presses-universitaires-de-rennes infoclio-de ecology geology
    american-geophysical-union annual-reviews zeitschrift-fur-soziologie
    american-fisheries-society the-astrophysical-journal
""".split()  # noqa: SIM905  a column of names is easier to read
LOCALES = (
    *("en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR", "it-IT", "id-ID", "nl-NL", "pl-PL"),
    *("ru-RU", "cs-CZ", "tr-TR", "sv-SE", "da-DK", "fi-FI", "hu-HU", "ro-RO", "hr-HR", "uk-UA"),
)
OWN_LOCALE = 0.7  #: share of the references in the style's own language
PER_STYLE = 60  #: references in each of the styles above
OTHER_STYLES, PER_OTHER_STYLE = 250, 21
KINDS = {
    "article": "article-journal",
    "book": "book",
    "chapter": "chapter",
    "conference": "paper-conference",
    "newspaper": "article-newspaper",
    "web": "webpage",
    "report": "report",
    "thesis": "thesis",
}
VARIABLES = {
    "T": "title",
    "P": "publisher",
    "L": "publisher-place",
    "G": "genre",
    "N": "number",
    "S": "collection-title",
    "pp": "page",
    "ed": "edition",
}
USED = {
    "article": ("V", "I", "pp"),
    "book": ("P", "L", "ed", "S"),
    "chapter": ("P", "L", "pp"),
    "conference": ("P", "L", "pp", "S"),
    "newspaper": ("pp",),
    "web": (),
    "report": ("P", "L", "G", "N"),
    "thesis": ("P", "L", "G"),
}
MOST_OF_A_JOURNAL = 25
MISSING = 0.15  #: share of a made record's values that are left out
END = "\ue000"
MARKED = {
    "title": "title",
    "container-title": "container-title",
    "publisher": "publisher",
    "publisher-place": "location",
    "collection-title": "collection-title",
    "genre": "genre",
    "event-title": "container-title",
    "DOI": "doi",
    "URL": "url",
}
PEOPLE = {"author": "author", "editor": "editor", "translator": "translator"}
START = {name: chr(0xE001 + at) for at, name in enumerate((*MARKED.values(), "journal", *PEOPLE))}
LABEL = {mark: name for name, mark in START.items()}
WORDS = {"vl": "volume", "pp": "pages", "en": "edition", "rt": "note", "id": "doi", "mo": "date"}
BEHIND = frozenset(["ed", "tr", "ea", "an"])  #: words that belong to names near them
PLAIN = re.compile(r"[^{}\\$\ue000-\uf8ff]+")
IN_THE_LIST = re.compile(r"^[\[(]?\d+[\])]?\.?\s*")
LONGEST_TITLE = 30  #: words


def render(corpora: Path, pools: Pools, seed: int) -> Iterator[Labelled]:
    """Yield synthetic references; the same records and seed give the same ones."""
    chance = random.Random(seed)  # noqa: S311  reproducible choice, no secret
    journals, others = _items(corpora)
    rest = sorted(style_names().keys() - set(STYLES))
    plan = [*((style, PER_STYLE) for style in STYLES)]
    plan += [(style, PER_OTHER_STYLE) for style in chance.sample(rest, OTHER_STYLES)]
    for style, count in plan:
        made = [_made(pools, chance) for _ in range(count // 3)]
        real = [_moved(item, pools, chance) for item in chance.sample(journals, count // 3)]
        real += chance.sample(others, count // 3)
        yield from _rendered(style, chance, [*real, *made])


def _rendered(
    style: str, chance: random.Random, chosen: list[dict[str, Any]]
) -> Iterator[Labelled]:
    """Yield the items as a style prints them; nothing where it has no bibliography."""
    locale = "" if chance.random() < OWN_LOCALE else chance.choice(LOCALES)
    marked = [{**_marked(item), "id": str(at)} for at, item in enumerate(chosen)]
    try:
        bibliography = Processor(load_style(style, locale=locale), marked).bibliography()
    except ParaciteError:
        return
    for entry in bibliography.entries:
        printed = IN_THE_LIST.sub("", squeeze(entry.text))
        if labelled := tuple(_labelled(printed, chosen[int(entry.id)])):
            yield labelled


def _moved(item: dict[str, Any], pools: Pools, chance: random.Random) -> dict[str, Any]:
    """Put half of the articles into another journal, for the world has more than the records."""
    if chance.random() < 0.5:
        return item
    return {**item, "container-title": record_pools.journal(pools, "en", chance)}


def _made(pools: Pools, chance: random.Random) -> dict[str, Any]:
    """Put a record together of a kind that registries have few of, in any language."""
    kind = chance.choice([*KINDS, "report", "web", "newspaper"])
    language = chance.choice(("en", "en", "de", "fr", "pt", "es", "it", "ru"))
    drawn = record_pools.values(pools, kind, language, chance, full=chance.random() < 0.6)
    texts = drawn.texts
    item: dict[str, Any] = {"type": KINDS[kind], "title": texts["T"]}
    for name in USED[kind]:
        if texts.get(name) and chance.random() > MISSING:
            item[VARIABLES.get(name) or ("volume" if name == "V" else "issue")] = texts[name]
    item["author"] = [_person(name) for name in drawn.authors]
    item["issued"] = {"date-parts": [[int(texts["Y"])]]}
    if kind in ("newspaper", "web"):
        item["issued"]["date-parts"][0] += [chance.randint(1, 12), chance.randint(1, 28)]
    if kind in ("article", "newspaper"):
        item["container-title"] = texts["J"]
    elif kind in ("chapter", "conference", "web"):
        item["container-title"] = texts["C"]
    if kind == "chapter":
        item["editor"] = [_person(name) for name in drawn.editors]
    if kind == "web" or (kind in ("newspaper", "report") and chance.random() < 0.5):
        item["URL"] = texts["U"]
    if kind in ("newspaper", "web") and chance.random() < 0.3:
        del item["author"]
    return item


def _person(name: tuple[str, str]) -> dict[str, str]:
    family, given = name
    return {"family": family, "given": given} if given else {"literal": family}


def _items(corpora: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Give CSL-JSON items: journal articles, and every other kind of work."""
    found: dict[str, dict[str, Any]] = {}
    with gzip.open(corpora / "crossref" / "works.jsonl.gz", "rt", encoding="utf-8") as file:
        for work in map(json.loads, file):
            if item := _of_work(work):
                found.setdefault(item["title"].casefold(), item)
    for path in sorted((corpora / "bibtex").rglob("*.bib")):
        for item in _of_bib(path):
            found.setdefault(item["title"].casefold(), item)
    usable = [item for item in found.values() if _is_usable(item)]
    seen = Counter[str]()
    journals, others = [], []
    for item in usable:
        journal = item["type"] == "article-journal"
        seen[container := str(item.get("container-title")) if journal else ""] += 1
        if not journal:
            others.append(item)
        elif seen[container] <= MOST_OF_A_JOURNAL:
            journals.append(item)
    return journals, others


def _of_work(work: Mapping[str, Any]) -> dict[str, Any] | None:
    kinds = {
        "book-chapter": "chapter",
        "proceedings-article": "paper-conference",
        "monograph": "book",
    }
    kind = kinds.get(work.get("type") or "", "article-journal")
    title, container = ((work.get(name) or [""])[0] for name in ("title", "container-title"))
    if not isinstance(title, str) or not title or not work.get("author"):
        return None
    kept = {
        name: work[name]
        for name in ("volume", "issue", "page", "author", "editor", "issued")
        if name in work
    }
    item = {
        **kept,
        "type": kind,
        "title": title,
        "container-title": container,
        "DOI": work.get("DOI"),
    }
    if kind != "article-journal":
        item |= {
            "publisher": work.get("publisher"),
            "publisher-place": work.get("publisher-location"),
        }
    return {name: value for name, value in item.items() if value}


def _of_bib(path: Path) -> Iterator[dict[str, Any]]:
    try:
        references = readers.read(str(path)).references
    except ParaciteError:
        return
    for reference in references:
        if reference.title and (reference.author or reference.editor) and reference.issued:
            item = csljson.to_item(reference)
            yield {
                name: value
                for name, value in item.items()
                if name not in ("custom", "id", "abstract")
            }


def _is_usable(item: Mapping[str, Any]) -> bool:
    texts = [value for value in item.values() if isinstance(value, str)]
    names = [
        part for name in item.get("author", ()) for part in name.values() if isinstance(part, str)
    ]
    words = len(item["title"].split())
    return all(PLAIN.fullmatch(t) for t in (*texts, *names)) and 1 < words <= LONGEST_TITLE


def _marked(item: Mapping[str, Any]) -> dict[str, Any]:
    """Put the marks around every value that no style tests."""
    marked = dict(item)
    for variable, name in MARKED.items():
        if item.get(variable):
            journal = variable == "container-title" and item["type"] == "article-journal"
            marked[variable] = START["journal" if journal else name] + item[variable] + END
    for variable in PEOPLE:
        marked[variable] = [
            {**name, part: START[variable] + name[part] + END}
            for name in item.get(variable, ())
            if (part := "family" if name.get("family") else "literal") in name
        ]
    return marked


def _labelled(printed: str, item: Mapping[str, Any]) -> Iterator[Part]:
    """Read the marks off a rendered reference and label the words between them."""
    text, labels, current = "", [], ""
    for character in printed:
        if character in LABEL:
            current = LABEL[character]
        elif character == END:
            current = ""
        else:
            text += character
            labels.append(current)
    yield from filled_parts(text, labels, item)


def filled_parts(text: str, labels: Sequence[str], item: Mapping[str, Any]) -> Iterator[Part]:
    """Yield the parts of a text of which some characters are labelled, the others `""`."""
    listed = tokens.tokens(text)
    known = [next(filter(None, labels[start:end]), "") for _, start, end in listed]
    whole = _filled([token for token, _, _ in listed], known, item)
    runs = groupby(zip(whole, listed, strict=True), key=lambda pair: pair[0])
    for label, run in runs:
        spans = [span for _, span in run]
        yield Part(label, text[spans[0][1] : spans[-1][2]])


def _filled(listed: Sequence[str], known: list[str], item: Mapping[str, Any]) -> list[str]:
    """Label the tokens that came from no marked value."""
    given = {
        tokens.canonical(word)[:1]
        for role in PEOPLE
        for name in item.get(role, ())
        for word in re.split(r"[\s.-]+", str(name.get("given", "")))
    }
    whole = list(known)
    for at, token in enumerate(listed):
        if not whole[at]:
            following = next(filter(None, known[at + 1 :]), "")
            before = whole[at - 1] if at else ""
            counts = listed[at + 1][:1].isdigit() if at + 1 < len(listed) else False
            own = _of_form(token, item) or _of_word(token, before, following, counts=counts)
            named = token[:1].isupper() and tokens.canonical(token)[:1] in given
            if not own and following in PEOPLE and (named or before == following):
                own = following
            whole[at] = own or before or following or "note"
    return whole


def _of_form(token: str, item: Mapping[str, Any]) -> str:
    """Label a token that is one of the work's numbers, or `""`."""
    core = token.strip(tokens.EDGE)
    first_page = re.split(r"\W", str(item.get("page", "")))[0]
    if len(core) > len(first_page) > 0 and re.match(rf"{re.escape(first_page)}(?!\d)", core):
        return "pages"
    if tokens.YEAR.search(token):
        return "date"
    if core and core == first_page:
        return "pages"
    return "volume" if core and core in (str(item.get("volume")), str(item.get("issue"))) else ""


def _of_word(token: str, before: str, following: str, *, counts: bool) -> str:
    """Label a word that the style prints of its own; `counts` says that a number follows."""
    key = tokens.keyword(tokens.canonical(token))
    if token[0] in tokens.OPEN_QUOTE or key == "in":
        return following
    initial = len(tokens.canonical(token)) == 1 and (not counts or before in PEOPLE)
    if key in WORDS and not initial:
        return before if key == "en" and before in PEOPLE else WORDS[key]
    between = following in PEOPLE and before not in PEOPLE
    return following if key in BEHIND and between else ""
