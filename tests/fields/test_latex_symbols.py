"""The symbols of LaTeX that no other library has, and which of mathematics are set apart."""

import pytest

from paracite.fields.latex import to_text
from paracite.fields.latex_symbols import RELATIONS, symbol

RELATION_NAMES = """leq le geq ge neq ne approx sim simeq cong equiv propto ll gg lt gt in notin ni
subset subseteq supset supseteq to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow
Leftrightarrow mapsto perp parallel lesssim gtrsim leqslant geqslant leqq geqq prec succ preceq
succeq sqsubset sqsupset subsetneq asymp doteq triangleq vdash dashv mid longrightarrow
hookrightarrow rightleftharpoons iff implies"""
BINARY_NAMES = """times div pm mp cdot ast star circ bullet oplus otimes cup cap wedge vee odot ominus
oslash setminus sqcap sqcup uplus boxplus boxtimes ltimes rtimes wr amalg dotplus diamond land lor
dagger ddagger"""
FUNCTION_NAMES = """sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan ln log lg exp max
min sup inf lim limsup liminf det dim ker deg gcd hom arg Pr mod bmod"""
TEXT_NAMES = {
    "SS": "ẞ",
    "lq": "‘",
    "rq": "’",
    "textquotedbl": '"',
    "glqq": "„",
    "grqq": "“",
    "flqq": "«",
    "frqq": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "textunderscore": "_",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "degree": "°",
    "copyright": "©",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "pounds": "£",
    "euro": "€",
    "textminus": "−",
    "slash": "/",
    "nobreakspace": "\u00a0",
    "nobreakdash": "\u2011",
    "space": " ",
    "quad": "\u2003",
    "qquad": "\u2003\u2003",
    "backslash": "\\",
    "lbrace": "{",
    "rbrace": "}",
    "vert": "|",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "eth": "ð",
    "Re": "ℜ",
    "Im": "ℑ",
    "neg": "¬",
    "lnot": "¬",
    "ddagger": "‡",
    "textasciicircum": "^",
    "textperiodcentered": "·",
    "cdot": "⋅",
    "diamond": "⋄",
    "mid": "∣",
    "prime": "′",
    "hbar": "ℏ",
}


@pytest.mark.parametrize(("name", "sign"), TEXT_NAMES.items())
def test_symbols(name: str, sign: str) -> None:
    assert symbol(name) == sign


@pytest.mark.parametrize("name", RELATION_NAMES.split())
def test_relations_are_set_apart(name: str) -> None:
    assert to_text(rf"$a\{name} b$") == f"a {symbol(name)} b"
    assert to_text(rf"$\{name} b$") == f"{symbol(name)} b"
    assert to_text(rf"$x_{{a\{name} b}}$") == f"x<sub>a{symbol(name)}b</sub>"
    assert name in RELATIONS


@pytest.mark.parametrize("name", BINARY_NAMES.split())
def test_binary_operators_are_set_apart_between_operands(name: str) -> None:
    assert to_text(rf"$a\{name} b$") == f"a {symbol(name)} b"
    assert to_text(rf"$\{name} b$") == f"{symbol(name)}b"


@pytest.mark.parametrize("name", FUNCTION_NAMES.split())
def test_functions_are_words(name: str) -> None:
    assert to_text(rf"$2\{name} x$") == f"2 {name} x"
    assert to_text(rf"$\{name}(x)$") == f"{name}(x)"


@pytest.mark.parametrize(
    ("name", "composed"),
    [
        *(
            ("acute", "é"),
            ("bar", "ē"),
            ("breve", "ĕ"),
            ("check", "ě"),
            ("ddot", "ë"),
            ("dot", "ė"),
        ),
        *(("grave", "è"), ("hat", "ê"), ("tilde", "ẽ"), ("widehat", "ê"), ("widetilde", "ẽ")),
        *(("mathring", "e̊"), ("overline", "e̅"), ("vec", "e⃗")),
    ],
)
def test_accents_of_mathematics(name: str, composed: str) -> None:
    assert to_text(rf"$\{name}{{e}}$, $\{name} e$") == f"{composed}, {composed}"


@pytest.mark.parametrize(
    ("name", "argument", "letters"),
    [
        *(("mathbb", "AZaz09", "𝔸ℤ𝕒𝕫𝟘𝟡"), ("mathbb", "CHNPQR", "ℂℍℕℙℚℝ"), ("Bbb", "R", "ℝ")),
        *(("mathcal", "AZaz", "𝒜𝒵𝒶𝓏"), ("mathcal", "BEFHILMR", "ℬℰℱℋℐℒℳℛ"), ("mathscr", "L", "ℒ")),
        *(("mathcal", "ego", "ℯℊℴ"), ("mathfrak", "AZaz", "𝔄ℨ𝔞𝔷"), ("mathfrak", "CHIR", "ℭℌℑℜ")),
    ],
)
def test_alphabets(name: str, argument: str, letters: str) -> None:
    assert to_text(rf"$\{name}{{{argument}}}$") == letters


@pytest.mark.parametrize("name", ["id", "Ident", "nosuch", "dddot", "1"])
def test_what_is_no_symbol(name: str) -> None:
    assert symbol(name) == ""
