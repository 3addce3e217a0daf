"""LaTeX, read by pylatexenc: every accent on every letter in every form, symbols, text."""

import string
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from random import Random

from _opinions import Comparison
from paracite.fields.latex import to_text
from paracite.fields.latex_symbols import ACCENTS
from paracite.fields.markup import plain

FORMS = {
    "bare": r"\{0}{1}",
    "braced letter": r"\{0}{{{1}}}",
    "braced": r"{{\{0}{1}}}",
    "twice braced": r"{{\{0}{{{1}}}}}",
    "spaced": r"\{0} {1}",
    "braced and spaced": r"{{\{0} {1}}}",
}
PLACES = {"alone": "{0}", "in a word": "M{0}x", "before a space": "{0} de", "behind one": "de {0}x"}
FRAGMENTS = [
    *(r"\textit{Homo}", r"\textbf{a b}", r"\emph{in {vitro}}", r"{\it old}", r"{\bf x} y"),
    *(r"\textsuperscript{2}", r"\textsubscript{max}", r"\textsc{Word}", r"\mbox{J. S.}"),
    *("--", "---", "``so''", r"50\%", r"R\&D", r"\$5", r"\#1", r"a\_b", "~", r"\ ", "{DNA}"),
    *(r"\'etudes", r"na\"{\i}ve", r"stra{\ss}e", r"{\O}re", r"\aa", r"\c{c}a", r"Erd\H{o}s"),
    *("word", "Ж", "日本", ",", ". ", ": ", " ", " ", " ", "(", ")", "O'Brien", "5"),
    *(r"\alpha", r"\textquoteright ", r"\ldots{}", r"\copyright{}", r"\dag ", r"\textendash{}"),
]


@cache
def _reader() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text

    read: Callable[[str], str] = LatexNodes2Text(math_mode="text", keep_comments=True).latex_to_text
    return read


def theirs(latex: str) -> str:
    """Return what pylatexenc reads, its odd spaces as ours."""
    return _same(_reader()(latex))


def _same(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def accents(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare accents on letters, in every form and place; all of them where `count` allows."""
    letters = [*string.ascii_letters, r"\i", r"\j", *"éøßжα"]
    every = list(product(ACCENTS, letters, FORMS, PLACES))
    for accent, letter, form, place in chance.sample(every, min(count, len(every))):
        if accent.isalpha() and letter[0].isalpha() and form in ("bare", "braced"):
            continue  # `\vr` is another command
        written = FORMS[form].format(accent, letter)
        if (
            letter[0] == "\\"
            and form in ("bare", "spaced")
            and place in ("in a word", "behind one")
        ):
            continue  # `\'\ix` too
        value = PLACES[place].format(written)
        kind = f"\\{accent}, {form}, {place}"
        yield Comparison(kind, value, _same(to_text(value)), theirs(value))


def symbols(_: Random, __: int) -> Iterator[Comparison]:
    """Compare every command that stands for a character in pylatexenc; always all of them."""
    from pylatexenc.latex2text import get_default_latex_context_db

    specs = get_default_latex_context_db().iter_macro_specs()
    signs = {spec.macroname: spec.simplify_repl for spec in specs}
    names = {name for name, sign in signs.items() if isinstance(sign, str) and "%" not in sign}
    for name in sorted(filter(str.isalpha, names)):
        for value in (rf"a{{\{name}}}b", rf"\{name}{{}}b", rf"\{name} b"):
            if signs.get(name):
                yield Comparison(f"\\{name}", value, _same(to_text(value)), theirs(value))


def text(chance: Random, count: int) -> Iterator[Comparison]:
    """Compare running text of commands, quotes, dashes, escapes and groups."""
    for _ in range(count):
        parts = chance.choices(FRAGMENTS, k=chance.randint(1, 6))
        value = " ".join(parts) if chance.random() < 0.5 else "{}".join(parts)
        yield Comparison("text", value, _same(plain(to_text(value))), theirs(value))


SECTIONS = {"latex accents": accents, "latex symbols": symbols, "latex text": text}
