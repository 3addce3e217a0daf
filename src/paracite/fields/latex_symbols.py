r"""The symbols of LaTeX: accents, letters, punctuation, and those of mathematics.

Source: LaTeX2e reference manual (accents, text symbols, math symbols), textcomp, amssymb.
"""

import string
import unicodedata
from contextlib import suppress
from functools import cache

ACCENTS = {  #: command → combining character
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "h": "\u0309",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "G": "\u030f",
    "U": "\u030e",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}

LETTERS = {
    "ss": "ß",
    "SS": "ẞ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "eth": "ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
}

SIGNS = {
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "lq": "‘",
    "rq": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "quotedblbase": "„",
    "glqq": "„",
    "grqq": "“",
    "flqq": "«",
    "frqq": "»",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "textellipsis": "…",
    "ldots": "…",
    "dots": "…",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textunderscore": "_",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textdollar": "$",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textdegree": "°",
    "degree": "°",
    "textregistered": "®",
    "textcopyright": "©",
    "copyright": "©",
    "texttrademark": "™",
    "textsection": "§",
    "S": "§",
    "textparagraph": "¶",
    "P": "¶",
    "textdagger": "†",
    "dag": "†",
    "textdaggerdbl": "‡",
    "ddag": "‡",
    "textsterling": "£",
    "pounds": "£",
    "texteuro": "€",
    "euro": "€",
    "textyen": "¥",
    "textcent": "¢",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textonesuperior": "¹",
    "texttwosuperior": "²",
    "textthreesuperior": "³",
    "textmu": "µ",
    "textnumero": "№",
    "textperthousand": "‰",
    "textminus": "−",
    "texttimes": "×",
    "textdiv": "÷",
    "textpm": "±",
    "textvisiblespace": "␣",
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
    "lvert": "|",
    "rvert": "|",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
}

GREEK = {
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "epsilon": "ϵ",
    "varepsilon": "ε",
    "zeta": "ζ",
    "eta": "η",
    "theta": "θ",
    "vartheta": "ϑ",
    "iota": "ι",
    "kappa": "κ",
    "lambda": "λ",
    "mu": "μ",
    "nu": "ν",
    "xi": "ξ",
    "pi": "π",
    "rho": "ρ",
    "varrho": "ϱ",
    "sigma": "σ",
    "varsigma": "ς",
    "tau": "τ",
    "upsilon": "υ",
    "phi": "ϕ",
    "varphi": "φ",
    "chi": "χ",
    "psi": "ψ",
    "omega": "ω",
    "Gamma": "Γ",
    "Delta": "Δ",
    "Theta": "Θ",
    "Lambda": "Λ",
    "Xi": "Ξ",
    "Pi": "Π",
    "Sigma": "Σ",
    "Upsilon": "Υ",
    "Phi": "Φ",
    "Psi": "Ψ",
    "Omega": "Ω",
}

MATHS = {
    "times": "×",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "cdot": "⋅",
    "ast": "∗",
    "star": "⋆",
    "circ": "∘",
    "bullet": "∙",
    "diamond": "⋄",
    "oplus": "⊕",
    "otimes": "⊗",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "ne": "≠",
    "approx": "≈",
    "sim": "∼",
    "simeq": "≃",
    "cong": "≅",
    "equiv": "≡",
    "propto": "∝",
    "ll": "≪",
    "gg": "≫",
    "lt": "<",
    "gt": ">",
    "in": "∈",
    "notin": "∉",
    "ni": "∋",
    "subset": "⊂",
    "subseteq": "⊆",
    "supset": "⊃",
    "supseteq": "⊇",
    "setminus": "∖",
    "cup": "∪",
    "cap": "∩",
    "emptyset": "∅",
    "forall": "∀",
    "exists": "∃",
    "neg": "¬",
    "wedge": "∧",
    "vee": "∨",
    "to": "→",
    "gets": "←",
    "land": "∧",
    "lor": "∨",
    "lnot": "¬",
    "rightarrow": "→",
    "leftarrow": "←",
    "leftrightarrow": "↔",
    "Rightarrow": "⇒",
    "Leftarrow": "⇐",
    "Leftrightarrow": "⇔",
    "implies": "⟹",
    "iff": "⟺",
    "mapsto": "↦",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "surd": "√",
    "angle": "∠",
    "perp": "⊥",
    "parallel": "∥",
    "mid": "∣",
    "prime": "′",
    "hbar": "ℏ",
    "ell": "ℓ",
    "Re": "ℜ",
    "Im": "ℑ",
    "aleph": "ℵ",
    "langle": "⟨",
    "rangle": "⟩",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "lceil": "⌈",
    "rceil": "⌉",
    "cdots": "⋯",
    "odot": "⊙",
    "dagger": "†",
    "ddagger": "‡",
    "lesssim": "≲",
    "gtrsim": "≳",
}


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: relations, round which TeX sets blanks
RELATIONS = _names(
    """leq le geq ge neq ne approx sim simeq cong equiv propto ll gg lt gt in notin ni subset subseteq
    supset supseteq to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow
    mapsto perp parallel lesssim gtrsim leqslant geqslant leqq geqq lneq gneq prec succ preceq succeq
    preccurlyeq succcurlyeq precsim succsim sqsubset sqsupset sqsubseteq sqsupseteq subsetneq
    supsetneq nsubseteq asymp doteq triangleq models vdash dashv Vdash vDash mid nmid nparallel
    longrightarrow longleftarrow longleftrightarrow Longrightarrow Longleftarrow
    Longleftrightarrow longmapsto hookrightarrow hookleftarrow rightleftharpoons rightharpoonup
    leftharpoonup twoheadrightarrow rightsquigarrow iff implies uparrow downarrow trianglelefteq
    trianglerighteq vartriangleleft vartriangleright lessapprox gtrapprox approxeq bowtie smile
    frown nleq ngeq nless ngtr between Subset Supset multimap rightarrowtail"""
)
#: binary operators, round which it does where they stand between operands
BINARY = _names(
    """times div pm mp cdot ast star circ bullet oplus otimes cup cap wedge vee odot ominus oslash
    setminus smallsetminus sqcap sqcup uplus boxplus boxminus boxtimes ltimes rtimes wr amalg dotplus
    diamond land lor dagger ddagger"""
)
#: functions that are named in upright letters
FUNCTIONS = _names(
    """sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan ln log lg exp max min sup inf
    lim limsup liminf det dim ker deg gcd hom arg Pr mod bmod"""
)
MATH_ACCENTS = {  #: command → combining character, over one letter
    "acute": "\u0301",
    "bar": "\u0304",
    "breve": "\u0306",
    "check": "\u030c",
    "ddot": "\u0308",
    "dot": "\u0307",
    "grave": "\u0300",
    "hat": "\u0302",
    "mathring": "\u030a",
    "overline": "\u0305",
    "tilde": "\u0303",
    "vec": "\u20d7",
    "widehat": "\u0302",
    "widetilde": "\u0303",
}


def _alphabet(*styles: str) -> dict[str, str]:
    """Return letter → its form in an alphabet of mathematics, as Unicode names it."""
    found = {}
    for letter in string.ascii_letters + string.digits:
        size = "DIGIT" if letter.isdigit() else "SMALL" if letter.islower() else "CAPITAL"
        name = unicodedata.name(letter).rpartition(" ")[2]
        for style in styles:
            with suppress(KeyError):
                found[letter] = unicodedata.lookup(f"{style} {size} {name}")
                break
    return found


ALPHABETS = {  #: command → letter → its form
    "mathbb": _alphabet("MATHEMATICAL DOUBLE-STRUCK", "DOUBLE-STRUCK"),
    "mathcal": _alphabet("MATHEMATICAL SCRIPT", "SCRIPT"),
    "mathfrak": _alphabet("MATHEMATICAL FRAKTUR", "BLACK-LETTER"),
}
ALPHABETS["Bbb"] = ALPHABETS["mathbb"]
ALPHABETS["mathscr"] = ALPHABETS["mathcal"]

TEXT = LETTERS | SIGNS  #: commands of running text → character
MATH = GREEK | MATHS  #: commands of mathematics → character
LETTERED = {  #: ℝ → `mathbb{R}`
    form: f"{alphabet}{{{letter}}}"
    for alphabet in ("mathbb", "mathcal", "mathfrak")
    for letter, form in ALPHABETS[alphabet].items()
}
MATH_NAMES = LETTERED | {character: name for name, character in reversed(MATH.items())}
OPERATORS = frozenset(MATH[name] for name in RELATIONS | BINARY if name in MATH)
LETTER_NAMES = {character: name for name, character in LETTERS.items()}
ACCENT_NAMES = {character: name for name, character in ACCENTS.items()}
GREEK_LETTERS = "".join(GREEK.values())
NO_SYMBOLS = frozenset(["id", "Ident"])  #: physicists' macros that pylatexenc has among symbols


@cache
def symbol(name: str) -> str:
    r"""Return the character that a command of LaTeX stands for, or `""`; the rare ones too.

    Those not in the tables here are pylatexenc's, which is loaded when first needed.

    >>> symbol("ss"), symbol("rightleftharpoons"), symbol("nosuch")
    ('ß', '⇌', '')
    """
    if sign := TEXT.get(name, MATH.get(name)):
        return sign
    if name in NO_SYMBOLS or not name.isalpha():
        return ""
    from pylatexenc.latex2text import get_default_latex_context_db

    found = get_default_latex_context_db().get_macro_spec(name)
    sign = found.simplify_repl if found else ""
    is_one = isinstance(sign, str) and len(sign) == 1 and not sign.isascii()
    return str(sign) if is_one and not unicodedata.combining(sign) else ""
