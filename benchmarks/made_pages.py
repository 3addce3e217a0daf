"""How well lists are found and cut in made-up pages of every kind.

`python benchmarks/made_pages.py [--pages N] [--side look|held] [--wrong]` prints real records in many
CSL styles and locales, and sets the lists into whole pages: text, Markdown and the HTML of
various publishers, with headings in forty languages, labels, line breaks, groups, and what
stands around a list.  Styles, headings and what follows a list are parted by hash: `look` at
one side while working, count on `held`.  Printed are the references that come out with exactly
their own text, those that are none of the page's, and the pages without a list, by kind.
"""

import argparse
import functools
import gzip
import hashlib
import html
import json
import os
import random
import re
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from paracite import readers
from paracite.csl import Processor, load_style, style_names
from paracite.errors import ParaciteError
from paracite.text import squeeze

SEED = 23
LISTED = (5, 40)  #: references of a page
SHORTEST, LONGEST = 40, 600
LOCALES = "en-US en-GB de-DE fr-FR es-ES pt-BR it-IT pl-PL nl-NL ru-RU tr-TR sv-SE cs-CZ".split()  # noqa: SIM905
NUMBER = re.compile(r"^[\[(]?\d{1,3}(?:[\])]?[.:)]?)\s*(?=\D)")
BARE = re.compile(
    r"^(?:[\[(]?(?:\d{1,3}|[A-Z][A-Za-z+]{1,6}\d{2,4}[a-z]?)(?:[\])]?[.:)]?)\s*|[•*-]\s)?(?=\D)"
)
SERVICE = '<a href="/x">View Article</a> <a href="/y">PubMed</a> <a href="/z">Google Scholar</a>'
HEADINGS = (
    "References", "REFERENCES", "6. References", "Reference list", "List of References", "Works Cited", "Bibliography",
    "Selected Bibliography", "Literature Cited", "References and Notes", "Cited Literature", "References:", "VII. REFERENCES",
    "References and further reading", "Sources", "Further reading", "R E F E R E N C E S", "References (24)", "Bibliographic references",
    "Literaturverzeichnis", "Literatur", "Quellen- und Literaturverzeichnis", "Quellenverzeichnis", "Literaturangaben", "Bibliographie",
    "Références", "Références bibliographiques", "Bibliographie sélective", "Ouvrages cités", "Sources et bibliographie", "Notes et références",
    "Bibliografía", "Referencias", "Referencias bibliográficas", "Obras citadas", "Fuentes y bibliografía", "Literatura citada",
    "Referências", "Referências Bibliográficas", "REFERÊNCIAS BIBLIOGRÁFICAS", "Bibliografia", "Riferimenti bibliografici", "Opere citate",
    "Referències", "Bibliografia citada", "Referencias bibliográficas e webgrafía", "Bibliografie", "Referințe bibliografice", "Referinţe",
    "Literatuur", "Literatuurlijst", "Referenties", "Bronnen", "Referenser", "Litteraturförteckning", "Källförteckning", "Käll- och litteraturförteckning",
    "Litteraturliste", "Referanser", "Kilder", "Litteratur", "Referencer", "Heimildir", "Heimildaskrá", "Lähteet", "Kirjallisuusluettelo", "Viitteet",
    "Kirjandus", "Kasutatud kirjandus", "Allikad", "Literatūra", "Izmantotā literatūra", "Literatūros sąrašas", "Naudota literatūra",
    "Piśmiennictwo", "Bibliografia", "Literatura", "Literatura cytowana", "Źródła", "Spis literatury", "Použitá literatura", "Seznam literatury",
    "Použité zdroje", "Zoznam použitej literatúry", "Irodalomjegyzék", "Hivatkozások", "Felhasznált irodalom", "Reference", "Popis literature",
    "Literatura i izvori", "Izvori", "Viri in literatura", "Seznam virov", "Библиография", "Литература", "Список литературы",
    "Список использованных источников", "Библиографический список", "Література", "Список використаних джерел", "Използвана литература",
    "Цитирана литература", "Кориштена литература", "Литература и извори", "Βιβλιογραφία", "Βιβλιογραφικές αναφορές", "Kaynakça", "Kaynaklar", "KAYNAKLAR",
    "Ədəbiyyat", "Пайдаланылған әдебиеттер", "Adabiyotlar", "Daftar Pustaka", "DAFTAR PUSTAKA", "Referensi", "Senarai Rujukan", "Rujukan", "Sanggunian",
    "Tài liệu tham khảo", "เอกสารอ้างอิง", "参考文献", "參考文獻", "引用文献", "文献", "참고문헌", "참고 문헌", "מקורות", "ביבליוגרפיה", "المراجع", "قائمة المراجع", "المصادر والمراجع",
    "منابع", "فهرست منابع", "संदर्भ", "सन्दर्भ ग्रन्थ सूची", "গ্রন্থপঞ্জি", "தமிழ் மேற்கோள்கள்", "Marejeo", "Bibliografia eta erreferentziak", "Cyfeiriadau", "Tagairtí", "Verwysings",
)  # fmt: skip
PROSE = (
    "The results of the survey show that the number of visits grew in every year that was studied.",
    "As was argued above, this cannot be explained by the weather alone (Lee, 2003; Smith et al., 2011).",
    "We therefore turn to the second question, how far the measures taken have been of any use [1-3].",
    "In 1998 the rule was changed, and from then on each town had to keep a list of its own.",
    "1. What was asked of each household.", "2. What was answered.", "See Table 2 and Figure 3 for details of all towns.",
    "Ces résultats confirment ceux de Dubois (1999), mais sur un échantillon plus grand.",
    "Die Ergebnisse zeigen, dass die Zahl der Besuche in jedem Jahr gestiegen ist (vgl. Meyer 2004, S. 12).",
    "Os resultados mostram que o número de visitas cresceu em todos os anos estudados.",
)  # fmt: skip
AFTER = (
    (), ("Appendix A", "The questions that were asked of each household."), ("Acknowledgements", "We thank all who helped in 2010."),
    ("About the authors", "Karl Lee teaches geography at the University of Leeds."), ("Received 3 May 2010; accepted 4 June 2011",),
    ("External links", "Official website", "Navigation menu", "Log in", "Search", "Main page"), ("Funding", "This work was supported by grant 12/2010 of the Fund."),
    ("How to cite", "Lee, K. (2020). This article. Journal of Things, 3(2), 1-9."), ("This work is licensed under a Creative Commons Attribution 4.0 License.",),
    ("Glossary", "Ant: an insect of the family Formicidae."), ("© 2021 The Authors. Published by Things Press.",), ("Submitted: 12 March 2019", "Published: 4 May 2019"),
    ("Conflict of interest", "The authors declare none."), ("Author contributions", "K.L. wrote the text."), ("Cómo citar", "Lee, K. (2020). Este artículo."),
    ("1 For more on the family see, above all, Lee (1955).", "2 Roe (2004, p. 111) holds that it was so between 1769 and 1790."),
    ("Footnotes", "1. We use the word in its older sense."), ("Download PDF", "Share this article", "Privacy policy", "Contact us"), ("Data availability", "Data are at https://example.org/data."),
    ("Zur Person", "Karl Lee lehrt in Leeds."), ("Fecha de recepción: 12 de marzo de 2019",), ("Correspondence: Karl Lee, 12 High Street, Leeds, k.lee@example.org",),
)  # fmt: skip
GROUPS = (
    ("Primary sources", "Secondary sources"), ("Books", "Articles"), ("Archives", "Printed works"), ("A. Monographs", "B. Papers", "C. Web sites"),
    ("Quellen", "Forschungsliteratur"), ("Sources primaires", "Études"), ("Fontes", "Estudos"), ("Cases", "Legislation", "Other works"),
)  # fmt: skip

Page = tuple[str, str]  #: suffix, text
Texts = Sequence[str]


def main() -> None:
    """Make the pages, read them and print the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--side", choices=["look", "held"], default="look")
    parser.add_argument("--wrong", action="store_true", help="print what came out otherwise")
    options = parser.parse_args()
    chance = random.Random(SEED + (options.side == "held"))  # noqa: S311  a sample, no secret
    totals: dict[str, Counter[str]] = {}
    for _ in range(options.pages):
        kind, suffix, text, wanted, about = made(chance, options.side)
        got = read(suffix, text)
        counts = measured(wanted, got)
        for name in (kind, "all"):
            totals.setdefault(name, Counter()).update(counts)
        if options.wrong and (counts["exact"] < counts["printed"] or counts["junk"]):
            show(kind, about, wanted, got)
    for name, counts in sorted(totals.items()):
        share = 100 * counts["exact"] / max(1, counts["printed"])
        print(
            f"{name:<28}{counts['exact']:6} of {counts['printed']:6} ({share:5.1f} %), "
            f"{counts['junk']} junk, {counts['none']} of {counts['pages']} pages without a list"
        )


def is_held(text: str) -> bool:
    """Return whether what bears this name is counted on only."""
    return hashlib.sha256(text.encode()).digest()[0] % 5 == 0


@functools.cache
def records(side: str) -> tuple[dict[str, Any], ...]:
    """Return the items of the labelled references of one side, by their group."""
    path = Path(os.environ["PARACITE_CORPORA"]) / "labelled-journals" / "references.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple(
        row["csl"]
        for row in rows
        if is_held(row["group"]) == (side == "held")
        and row["csl"].get("issued")
        and row["csl"].get("title")
    )


@functools.cache
def sided(side: str) -> tuple[tuple[str, ...], ...]:
    """Return the styles, headings and endings of one side."""
    held = side == "held"
    styles = tuple(name for name in style_names() if is_held(name) == held)
    headings = tuple(heading for heading in HEADINGS if is_held(heading) == held)
    return styles, headings


def made(chance: random.Random, side: str) -> tuple[str, str, str, list[str], str]:
    """Make a page; give its kind, suffix and text, the references, and what is about them."""
    styles, headings = sided(side)
    wanted: list[str] = []
    while len(wanted) < LISTED[0]:
        style = chance.choice(styles)
        wanted = printed(chance, style, chance.sample(records(side), chance.randint(*LISTED)))
    heading = chance.choice(headings)
    after = chance.choice([lines for lines in AFTER if is_held(str(lines)) == (side == "held")])
    kind = chance.choice(list(KINDS)) if chance.random() < 0.4 else chance.choice(list(KINDS)[:5])
    suffix, text = KINDS[kind](chance, heading, wanted, after)
    return kind, suffix, text, wanted, f"{style}, {heading}, {after[:1]}"


def printed(chance: random.Random, style: str, items: list[dict[str, Any]]) -> list[str]:
    """Print records in a style; none where the style has no list."""
    try:
        loaded = load_style(style, chance.choice(LOCALES))
        listed = Processor(loaded, [{**item, "id": str(n)} for n, item in enumerate(items)])
        entries = [squeeze(NUMBER.sub("", squeeze(e.text))) for e in listed.bibliography().entries]
    except ParaciteError:
        return []
    return [text for text in entries if SHORTEST <= len(text) <= LONGEST]


def prose(chance: random.Random) -> list[str]:
    """Return some paragraphs of running text."""
    return [" ".join(chance.choices(PROSE, k=chance.randint(1, 8))) for _ in range(8)]


def label(chance: random.Random) -> Callable[[int, str], str]:
    """Choose how the references of a list are labelled."""
    form = chance.choice(["{t}", "{t}", "{n}. {t}", "[{n}] {t}", "{n} {t}", "({n}) {t}", "• {t}", "{n}) {t}", "[{key}] {t}"])  # fmt: skip
    return lambda n, text: form.format(n=n, t=text, key=f"{(re.sub('[^A-Z]', '', text) or 'ABC')[:3]}{10 + n}")  # fmt: skip


def grouped(chance: random.Random, listed: Texts, form: str = "{}") -> list[str]:
    """Put the headings of groups into some lists."""
    if chance.random() > 0.25 or len(listed) < 9:
        return list(listed)
    groups = chance.choice(GROUPS)
    step = -(-len(listed) // len(groups))
    parts = (listed[at : at + step] for at in range(0, len(listed), step))
    return [
        x for name, part in zip(groups, parts, strict=False) for x in (form.format(name), *part)
    ]


def as_text(
    chance: random.Random, heading: str, listed: Texts, after: Texts, *, wrapped: bool, blank: bool
) -> Page:
    """Set a list into plain text."""
    labelled = label(chance)
    lines: list[str] = []
    for text in [labelled(n, text) for n, text in enumerate(listed, 1)]:
        lines += textwrap.wrap(text, 80, break_long_words=False) if wrapped else [text]
        lines += [""] if blank else []
    if blank and not wrapped:
        lines = [x for x in grouped(chance, [y for y in lines if y]) for x in (x, "")]
    between = chance.choice([[""], []])
    body = [line for paragraph in prose(chance) for line in (paragraph, "")]
    ends = [x for line in after for x in ([line, ""] if blank else [line])]
    return "txt", "\n".join(
        [*body, heading, *between, *lines, *([""] if chance.random() < 0.7 else []), *ends]
    )


def as_markdown(chance: random.Random, heading: str, listed: Texts, after: Texts) -> Page:
    """Set a list into Markdown."""
    head = chance.choice(
        ["# {}", "## {}", "### **{}**", '# <a name="r"></a>{}', "## {} {{#refs}}", "**{}**", "{}\n---", "## 7. {}", "## [{}](#r)", "## {}\n\n---"]
    ).format(heading)  # fmt: skip
    form = chance.choice(["{n}. {t}", "- {t}", "* {t}", "[{n}] {t}", "{t}", "{t}<br>", "{t}  ", '<a name="r{n}"></a>[{n}] {t}', "[^{n}]: {t}", "{n}. {t}\\"])  # fmt: skip
    escaped = [re.sub(r"([*_`\[\]<>#])", r"\\\1", text) for text in listed]
    lines = [form.format(n=n, t=text) for n, text in enumerate(escaped, 1)]
    if not form.startswith("[^"):
        lines = grouped(chance, lines, "### {}" if head.startswith("## ") else "\n**{}**\n")
    loose = form[0] in "{<[" or chance.random() < 0.5
    body = [line for paragraph in prose(chance) for line in (paragraph, "")]
    ends = [f"## {after[0]}", "", *after[1:]] if after else []
    return "md", "\n".join(
        ["# A title", "", *body, head, "", ("\n\n" if loose else "\n").join(lines), "", *ends]
    )


ENTRIES = {
    "OJS": ("<div class=value>{}</div>", "<p>{t}</p>"),
    "ordered": ("<ol>{}</ol>", "<li>{t}</li>"),
    "Springer": ('<ol class="c-article-references">{}</ol>', '<li class="c-article-references__item js-c-reading-companion-references-item" data-counter="{n}."><p class="c-article-references__text" id="ref-CR{n}">{t}</p><p class="c-article-references__links u-hide-print">' + SERVICE + "</p></li>"),
    "PLOS": ('<ol class="references">{}</ol>', '<li id="ref{n}"><span class="order">{n}.</span><a name="r{n}" id="r{n}" class="link-target"></a>{t} <ul class="reflinks"><li><a href="#">View Article</a></li><li><a href="#">PubMed/NCBI</a></li><li><a href="#">Google Scholar</a></li></ul></li>'),
    "Frontiers": ("<div class=References>{}</div>", '<p class="ReferencesCopy1"><a name="B{n}"></a>{n}. {t}</p><p class="ReferencesCopy2"><a href="#">PubMed Abstract</a> | <a href="#">CrossRef Full Text</a> | <a href="#">Google Scholar</a></p>'),
    "MDPI": ('<ol class="html-xxx">{}</ol>', "<li id='B{n}' class='html-x' data-content='{n}.'>{t} [<a href='#'>Google Scholar</a>] [<a href='#'>CrossRef</a>]</li>"),
    "Elsevier": ('<dl class="references">{}</dl>', '<dt class="label"><a href="#b{n}">[{n}]</a></dt><dd class="reference" id="s{n}"><div class="contribution">{t}</div><div class="host"></div><div class="ReferenceLinks"><a href="#">Google Scholar</a></div></dd>'),
    "Wikipedia": ('<div class="reflist"><ol class="references">{}</ol></div>', '<li id="cite_note-{n}"><span class="mw-cite-backlink"><b><a href="#r">^</a></b></span> <span class="reference-text"><cite class="citation">{t}</cite><span title="ctx_ver=Z39.88" class="Z3988"></span></span></li>'),
    "SciELO": ('<div class="ref-list"><ul class="refList">{}</ul></div>', '<li><sup class="xref big">{n}</sup><div> {t} <br><a href="https://x.org">» https://x.org</a></div></li>'),
    "LaTeXML": ('<section class="ltx_bibliography"><ul class="ltx_biblist">{}</ul></section>', '<li id="bib.bib{n}" class="ltx_bibitem"><span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">[{n}]</span><span class="ltx_bibblock">{t}</span></li>'),
    "pandoc": ('<div id="refs" class="references csl-bib-body">{}</div>', '<div id="ref-k{n}" class="csl-entry" role="listitem"><div class="csl-left-margin">{n}. </div><div class="csl-right-inline">{t}</div></div>'),
    "rfc": ('<dl class="references">{}</dl>', '<dt id="R{n}">[RFC{n}]</dt><dd>{t}</dd><dd class="break"></dd>'),
    "rows": ("<table><tbody>{}</tbody></table>", '<tr><td valign="top"><a name="R{n}">[{n}]</a></td><td>{t}</td></tr>'),
    "breaks": ("<p>{}</p>", "{t}<br>\n"),
    "numbered breaks": ("<p>{}</p>", "[{n}] {t}<br><br>\n"),
    "JMIR": ("<ol>{}</ol>", '<li><span id="ref{n}">{t}</span> [<a href="#">FREE Full text</a>] [<a href="#">CrossRef</a>] [<a href="#">Medline</a>]</li>'),
    "aligned": ('<div class="refs">{}</div>', '<div class="ref"><div class="ref-label">{n}</div><div class="ref-content">{t}</div></div>'),
}  # fmt: skip


def as_html(chance: random.Random, heading: str, listed: Texts, after: Texts, *, form: str) -> Page:
    """Set a list into a page of a publisher."""
    around, entry = ENTRIES[form]
    level = chance.choice(["h2", "h3", "h4"])
    plain = [html.escape(text) for text in listed]
    entries = [entry.format(n=n, t=text) for n, text in enumerate(plain, 1)]
    inner = around.format("\n".join(entries))
    body = "".join(f"<p>{html.escape(text)}</p>" for text in prose(chance))
    head = chance.choice([
        f"<{level}>{heading}</{level}>", f'<{level} class="label"><a name="refs"></a>8. {heading}</{level}>', f"<p><b>{heading}</b></p>",
        f'<{level}><span class="mw-headline">{heading}</span><span class="mw-editsection">[<a href="#">edit</a>]</span></{level}>',
    ])  # fmt: skip
    ends = (
        f"<{level}>{after[0]}</{level}>" + "".join(f"<p>{html.escape(x)}</p>" for x in after[1:])
        if after
        else ""
    )
    menu = f'<nav><ul><li><a href="#1">Text</a></li><li><a href="#r">{heading}</a></li></ul></nav>'
    menu = chance.choice([menu, menu.replace("nav>", "div>"), ""])
    return "html", (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>A page</title></head><body>{menu}<main>"
        f"<h1>A title</h1><h2>Text</h2>{body}{head}{inner}{ends}</main>"
        "<footer><p>About us</p><p>Contact</p><p>© 2021 Things Press</p></footer></body></html>"
    )


KINDS: dict[str, Callable[[random.Random, str, Texts, Texts], Page]] = {
    "text, one a line": functools.partial(as_text, wrapped=False, blank=False),
    "text, blank lines": functools.partial(as_text, wrapped=False, blank=True),
    "text, wrapped": functools.partial(as_text, wrapped=True, blank=False),
    "text, wrapped, blank lines": functools.partial(as_text, wrapped=True, blank=True),
    "Markdown": as_markdown,
    **{f"HTML, {form}": functools.partial(as_html, form=form) for form in ENTRIES},
}


def read(suffix: str, text: str) -> list[str]:
    """Return the printed texts that are read from a page."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / f"page.{suffix}"
        path.write_text(text, "utf-8")
        try:
            return [reference.origin.text for reference in readers.read(str(path)).references]
        except ParaciteError:
            return []


def bare(text: str) -> str:
    """Leave out a label, blanks and signs."""
    return re.sub(r"[\W_]+", "", BARE.sub("", text)).casefold()


def measured(wanted: Texts, got: Texts) -> Counter[str]:
    """Count the references printed and exact, those that are none, pages and those without."""
    want, left = [bare(text) for text in wanted], [bare(text) for text in got]
    exact = 0
    for text in want:
        if text in left:
            left.remove(text)
            exact += 1
    junk = sum(not any(text in other or other in text for other in want) for text in left if text)
    return Counter(printed=len(want), exact=exact, junk=junk, none=not got, pages=1)


def show(kind: str, about: str, wanted: Texts, got: Texts) -> None:
    """Print what came out otherwise."""
    want, have = {bare(text) for text in wanted}, {bare(text) for text in got}
    print(f"# {kind}: {about}")
    print(*[f"  - {text}" for text in wanted if bare(text) not in have][:3], sep="\n")
    print(*[f"  + {text}" for text in got if bare(text) not in want][:3], sep="\n")


if __name__ == "__main__":
    main()
