"""LaTeX to text and back: nothing is lost, and what is written is read as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.errors import ParaciteError
from paracite.fields.latex import to_text, verbatim
from paracite.fields.latex_out import for_codec, from_text
from paracite.fields.markup import plain


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\'E}tudes", "Études"),
        (r"\'Etudes, na\"{\i}ve, Erd{\H o}s, \v{S}\'{\i}mek", "Études, naïve, Erdős, Šímek"),
        (r"stra\ss e, \O resund, {\L}ukasz", "straße, Øresund, Łukasz"),
        (r"50% off, 50\% off", "50% off, 50% off"),
        (r"R\&D \$5 \#1 a\_b", "R&D $5 #1 a_b"),
        (r"pages 1--2 --- ``so''", "pages 1–2 — “so”"),
        (r"O'Brien `quoted'", "O'Brien ‘quoted’"),
        (r"M.~Curie", "M.\u00a0Curie"),
        (r"\url{https://a.org/~b_c?d=%20}", "https://a.org/~b_c?d=%20"),
        (r"\emph{E. coli} in {\bf bold}", "<i>E. coli</i> in <b>bold</b>"),
        (
            r"H$_2$O, x$^{10}$, CO\textsubscript{2}",
            "H<sub>2</sub>O, x<sup>10</sup>, CO<sub>2</sub>",
        ),
        (r"$\alpha$-synuclein $\leq$ 5", "α-synuclein ≤ 5"),
        (r"\unknown{a \"o}{b} and \other", r"\unknown{a \"o}{b} and \other"),
        (r"$\frac{a}{b}$ and $\sqrt 2$", r"$\frac{a}{b}$ and $\sqrt 2$"),
        (r"5$ and {a", "5$ and a"),
        (r"\textsc{Word} {\LaTeX}", '<span style="font-variant:small-caps;">Word</span> LaTeX'),
    ],
)
def test_latex_is_read(latex: str, text: str) -> None:
    assert to_text(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"$S^1 \times S^3$ for $a \leq b$", "S<sup>1</sup> × S<sup>3</sup> for a ≤ b"),
        (r"$\alpha + \beta = \gamma$, $\alpha=5$, $\alpha= 5$", "α + β = γ, α=5, α = 5"),
        (r"$p<0.05$, $p < 0.05$, $p\leq0.05$", "p<0.05, p < 0.05, p ≤ 0.05"),
        (r"$\leq 5$, $\pm 5$, $5\pm3$, a$\leq$b", "≤ 5, ±5, 5 ± 3, a≤b"),
        (r"$x = -1$, $n-1$, $n - 1$, $(-1)$, $x = - y$", "x = -1, n-1, n - 1, (-1), x = -y"),
        (r"$A\to B$, Cu$\rightarrow$Zn, $a \ll\gg b$", "A → B, Cu→Zn, a ≪≫ b"),
        (r"$x^{a\leq b}$, $x{\leq}y$", "x<sup>a≤b</sup>, x≤y"),
        (r"$\alpha\beta$, $\alpha \beta$, $a b$, $a\,b$", "αβ, αβ, a b, a\u2009b"),
        (r"$\mathbb{R}^n$, $\mathbb R$, $\mathbb{Z}_2$", "ℝ<sup>n</sup>, ℝ, ℤ<sub>2</sub>"),
        (r"$\mathcal{N}=4$, ${\cal N}=1$, $\mathfrak{sl}_2$", "𝒩=4, 𝒩=1, 𝔰𝔩<sub>2</sub>"),
        (r"$\mathscr H$, $\Bbb Q$, $\mathbb{1}$, $\mathfrak{C}$", "ℋ, ℚ, 𝟙, ℭ"),
        (r"$\Sigma$$\Delta$ modulators, $$x^2$$", "ΣΔ modulators, x<sup>2</sup>"),
        (
            r"$\sin x$, $2\log n$, $\log(n)$, $\log_2 n$",
            "sin x, 2 log n, log(n), log<sub>2</sub> n",
        ),
        (r"$90^\circ$C, $f^\prime$, $f^{\prime\prime}$, $C^*$", "90°C, f′, f″, C*"),
        (r"$\hat{H}$, $\bar x$, $\vec{v}$, $\tilde{\imath}$", "Ĥ, x̄, v⃗, ĩ"),
        (r"$\not\in$, $\not=$, $a \not= b$", "∉, ≠, a ≠ b"),
        (r"$\left( a \right)$, $\left. x\right|$, $\big[x\big]$", "( a ), x|, [x]"),
        (r"$\text{if } x$, $\mbox{for \'e}$", "if x, for é"),
        (
            r"$x_{\rm max}$, $x_{\mathrm{max}}$, $x_\mathrm{a}$",
            "x<sub>max</sub>, x<sub>max</sub>, x<sub>a</sub>",
        ),
        (r"$\mathrm{H_2O}$, ${}^{13}\mathrm{C}$", "H<sub>2</sub>O, <sup>13</sup>C"),
        (r"$\boldsymbol{\alpha}$, ${\bf x}$, ${\it y}$", "<b>α</b>, <b>x</b>, <i>y</i>"),
        (r"$e^+e^- \to \mu^+$", "e<sup>+</sup>e<sup>-</sup> → μ<sup>+</sup>"),
        (r"$\{x\}$, $\lbrace x\rbrace$, $5\%$, $ x $", "{x}, {x}, 5%, x"),
        (r"\ensuremath{\alpha} and \ensuremath{x^2}", "α and x<sup>2</sup>"),
        (r"A\index{a, {b}} title\label{x}, {\noopsort{1973b}}1973", "A title, 1973"),
        (r"R&amp;D, &lt;5, \&lt;, &eacute;, &#233;", "R&D, <5, <, é, é"),
        (r"\c\jx, \~{\nosuch}", r"\c\jx, \~\nosuch"),
        (r"&foo; & AT&T; &", "&foo; & AT&T; &"),
        (r"\rightleftharpoons{} and \textschwa", "⇌ and ə"),
        (
            r"$\frac{1}{2}$, $x\unknown$, $x_$, $\hat{ab}$",
            r"$\frac{1}{2}$, $x\unknown$, $x_$, $\hat{ab}$",
        ),
        (r"$\mathbb{R1!}$, $}$, ${x$", r"$\mathbb{R1!}$, $}$, ${x$"),
    ],
)
def test_formulas_are_read(latex: str, text: str) -> None:
    assert to_text(latex) == text


operands = st.sampled_from(["x", "α", "ℝ", "5", "S<sup>1</sup>", "(a)", "x<sub>max</sub>"])
operators = st.sampled_from([" ≤ ", "≤", " = ", "=", " × ", "×", " → ", "±", "-", "⊂", " "])


@given(st.lists(st.tuples(operands, operators), min_size=1, max_size=5))
def test_formulas_that_are_written_are_read(parts: list[tuple[str, str]]) -> None:
    text = "".join(operand + operator for operand, operator in parts).strip()
    assert to_text(from_text(text)) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (
            "Of {DNA} and {RNA}",
            'Of <span class="nocase">DNA</span> and <span class="nocase">RNA</span>',
        ),
        ("{{All Of It}}", '<span class="nocase">All Of It</span>'),
        (r"{\'E}tudes in {\it Italics}", "Études in <i>Italics</i>"),
        (r"\emph{{Homo} sapiens}", "<i>Homo sapiens</i>"),
        (r"{H$_2$O}", '<span class="nocase">H<sub>2</sub>O</span>'),
    ],
)
def test_braces_in_a_title_protect_case(latex: str, text: str) -> None:
    assert to_text(latex, title=True) == text


def test_braces_outside_a_title_do_not() -> None:
    assert to_text("{IEEE} Transactions") == "IEEE Transactions"


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("R&D: 50% of $5_000 #1", r"R\&D: 50\% of \$5\_000 \#1"),
        (
            "a~b^c {d} \\ e",
            r"a\textasciitilde{}b\textasciicircum{}c \textbraceleft{}d\textbraceright{} \textbackslash{} e",
        ),
        ("5–7 — Ж, Ελλάς, naïve", "5--7 --- Ж, Ελλάς, naïve"),
        ("α-synuclein ≤≥ 5", r"$\alpha$-synuclein ${\leq}{\geq}$ 5"),
        ("x≤5 ± 3, α×ℝ<sup>2</sup>", r"x$\leq$5 $\pm$ 3, $\alpha{\times}\mathbb{R}^2$"),
        ("&lt; & &foo", r"\&{}lt; \& \&foo"),
        ("--help ''", "-{}-help '{}'"),
        ("see https://a.org/b_c, now", r"see \url{https://a.org/b_c}, now"),
        ('<span class="nocase">DNA</span>', "{DNA}"),
        ('<span class="nocase"><i>E.</i></span>', r"{{}\textit{E.}}"),
    ],
)
def test_text_is_written(text: str, latex: str) -> None:
    assert from_text(text) == latex


fragments = st.sampled_from(
    [
        *("a", "Word ", "É", "ß", "α", "Ж", "≤", "→", " ", "–", "—", "-", "--", "'", '"', "“", "”"),
        *("&", "%", "#", "_", "~", "^", "\u00a0", "<i>x</i>", "<sup>2</sup>", "<sub>n</sub>"),
        *(
            '<span class="nocase">DNA</span>',
            r"\foo{bar}",
            r"$\frac{a}{b}$",
            "https://a.org/~b_%c ",
        ),
        *("{", "}", "\\ ", "1", "<b>é</b>", "<", ">"),
    ]
)


@given(st.lists(fragments, max_size=12).map("".join))
def test_what_is_written_is_read_as_it_was(text: str) -> None:
    once = to_text(from_text(text), title=True)
    assert to_text(from_text(once), title=True) == once
    if not set("$\\") & set(text):  # these may start LaTeX that was left as written
        assert once == text


def test_groups_nested_beyond_reason_stay_as_written() -> None:
    latex = "{" * 5000 + "}" * 5000
    assert to_text(latex) == latex


def test_a_path_keeps_its_signs() -> None:
    assert verbatim(r"/a/~b\_c{d}\%20:PDF") == "/a/~b_c{d}%20:PDF"


def test_a_codec_that_lacks_a_letter_gets_a_command() -> None:
    assert for_codec("Müller, Łukasz ≤ Čapek", "latin-1") == r"Müller, {\L}ukasz $\leq$ {\v{C}}apek"


def test_a_letter_without_a_command_is_refused() -> None:
    with pytest.raises(ParaciteError, match="cannot be written in this file's encoding"):
        for_codec("Ж", "latin-1")


def test_plain_takes_tags_out() -> None:
    assert plain('The <span class="nocase">DNA</span> <i>of</i> 1 < 2') == "The DNA of 1 < 2"
