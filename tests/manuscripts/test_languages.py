"""Each language's citations are found, and what only looks like one is left alone."""

import pytest

from paracite.manuscripts import cited

LATEX = [
    (r"\cite{a}, \cite {b}, \citep[see][p.~3]{c, d,e}", "a b c d e"),
    ("\\cite{a,% \\cite{no}, no\n  b%\n}", "a b"),
    ("\\cite%\n[p. 1]%\n{a}", "a"),
    (
        r"\citeauthor*{a} \Cite{b} \footcite{c} \autocite*{d} \parencite{e} \citetitle{f}",
        "a b c d e f",
    ),
    (
        r"\cites(pre)(post)[1]{a}[2][3]{b}{c} \textcites{d}{e,f} \footcitetexts{g}{h}",
        "a b c d e f g h",
    ),
    (r"\cite{a}{no} \citefield{b}{title} \citet{c}[no]{no}", "a b c"),
    (r"\volcite[see]{2}[3]{a} \pvolcite{3}{b} \volcites{1}{c}{2}[4]{d}", "a b c d"),
    (r"\parencite*[{[}12{]}]{a} \cite[\textit{x}, {\bf{y}}]{b} \cite[\]x]{c}", "a b c"),
    (r"\footcite[see {\cite[3]{b}}]{a}", "b a"),
    (r"\citeA<see>[p. 2]{a} \cite<2->{b} \shortcite{c} \onlinecite{d} \inlinecite{e}", "a b c d e"),
    (r"\cite{a:b/c+d.e_f-g,DBLP:conf/x/Y00} \cite{é}", "a:b/c+d.e_f-g DBLP:conf/x/Y00 é"),
    (r"\cite{a,*b} \bibentry{c} \citation{d} \citetalias{e}", "a b c d e"),
    (r"\abx@aux@cite{0}{a}\abx@aux@segm{0}{0}{no}\bibcite{no}{1}", "a"),
    (r"\nocite{a, b} \nocite{*}", "a b *"),
    ("\\cite{a} % \\cite{no}\n\\% \\cite{b}\\\\% \\cite{no}\n\\\\cite{no}", "a b"),
    ("\\begin{verbatim}\n\\cite{no} %\n\\end{verbatim}\\cite{a}", "a"),
    (
        "\\begin{lstlisting}[x]\n\\cite{no}\n\\end{lstlisting}\n\\begin{comment}\\cite{no}\\end{comment}",
        "",
    ),
    ("\\lstnewenvironment{code}{}{}\\begin{code}\n\\cite{no}\\end{code}\\cite{a}", "a"),
    (
        "\\begin{filecontents}{x.bib}\n@misc{x, note={\\cite{no}}}\n\\end{filecontents}\\cite{a}",
        "a",
    ),
    (r"\verb|\cite{no}| \verb*+\cite{no}+ \lstinline[x=y]!\cite{no}! \cite{a}", "a"),
    (r"\mintinline{tex}|\cite{no}| \lstinline{\cite} \verb \cite{a}", "a"),
    (r"\url{http://x.org/a%20b} \cite{a} \href{x%y}{\cite{b}}", "a b"),
    (r"\iffalse \cite{no} \ifx a\cite{no}\fi \iff \cite{no} \fi \cite{a}", "a"),
    ("\\iffalse \\newif\\ifx \\cite{no} \\else \\cite{a} \\fi % \\iffalse\n\\cite{b}", "a b"),
    (r"\cite{a} \iffalse \cite{no}", "a"),
    (r"\cite{a}\end{document}\cite{no}", "a"),
    ("\\cite{a}\n\\endinput\n\\cite{no}", "a"),
    (r"\newcommand{\mycite}[1]{\cite{#1}} \renewcommand\citea{no} \def\citeb{no} \mycite{a}", "a"),
    (r"\NewDocumentCommand\mycite{m}{\citep{#1}}\let\oldcite\cite{no}", "no"),
    (r"\DeclareCiteCommand{\citex}{\usebibmacro{x}}{}{}{} \AtEveryCite{\bf} \newcites{x}{No}", ""),
    (r"\setcitestyle{square} \citestyle{nature} \citereset \citetext{no; \citealp{a}}", "a"),
    (r"\excited{no} \recite{no} \label{no} \ref{no} \gls{no}", ""),
    (r"\cite{} \cite{ } \cite{,} \cite", ""),
    ("<<echo=FALSE>>=\nx <- '\\\\cite{no}'\n@\n\\cite{a} \\Sexpr{1}", "a"),
    ("A << b >>= \\cite{a}", "a"),
]
LATEX += [
    *(
        (f"\\{word}{{no}}", "")
        for word in (
            *("citestyle", "citereset", "citesetup", "citecolor", "citenumfont", "citeindextype"),
            *(
                "citepunct",
                "citedash",
                "citemid",
                "citeleft",
                "citeright",
                "setcitestyle",
                "newcites",
            ),
            *(
                "DeclareCiteCommand",
                "DeclareMultiCiteCommand",
                "AtEveryCite",
                "AtNextCite",
                "bibcite",
            ),
            *("ifciteseen", "mkcitation", "thecitenum", "citetext", "defcite", "recite", "excited"),
        )
    ),
    (r"\cite[{\{ {x\}} \_}]{a} \cite[\{]{b} \cites(\)){c} \cite[x{y]z}]{d}", "a b c d"),
    ("\\cite[x % ] {no}\n y]{a} \\cites(x % ) {no}\n){b}", "a b"),
    (r"\cite<no \cite{a}", "a"),
    (r"\cite{\textbf{no}\cite{b}} \citep", "b"),
    ("\\verb|x\n\\cite{a}| \\verb|\\cite{no}|", "a"),
    ("\\lstinline[language=x]{\\cite{no}\\cite{a}", "a"),
    (
        "\\begin {verbatim}\\cite{no}\\end{verbatim}\\begin{Verbatim}[x]\n\\cite{no}\\end{Verbatim}",
        "",
    ),
    ("\\begin{verbatim}\\cite{no}", ""),
    ("\\DefineVerbatimEnvironment{v}{Verbatim}{}\\begin{v}\\cite{no}\\end{v}\\cite{a}", "a"),
    ("\\nolinkurl{a%b}\\cite{a}\\path{c%d}\\cite{b}\\urlstyle{x}%\\cite{no}", "a b"),
    ("\\iffalse \\ifnum1=1 \\cite{no} \\else \\cite{no} \\fi \\\\fi \\fi \\cite{a}", "a"),
    ("\\iffalse % \\fi\n\\cite{no}\\fi\\cite{a}\\iffalsetto\\cite{b}", "a b"),
    ("<<a>>=\n\\cite{no}\n@ \n\\cite{a}\n<<b>>=\n\\cite{no}", "a"),
]
LATEX += [
    (rf"\iffalse \{word} x \else \fi \cite{{no}} \fi \cite{{a}}", "a")
    for word in (
        *("if", "ifx", "ifnum", "ifdim", "ifodd", "ifvmode", "ifhmode", "ifmmode", "ifinner"),
        *("ifcat", "ifcase", "ifvoid", "ifhbox", "ifvbox", "ifeof", "iftrue", "iffalse", "ifpdf"),
        *("ifdefined", "ifcsname", "iffontchar", "ifluatex", "ifxetex"),
    )
]
LATEX += [
    (rf"\{definition}\citea{{no}} \{definition}{{\citeb}}[1]{{x #1}} \cite{{a}}", "a")
    for definition in (
        *("newcommand", "renewcommand*", "providecommand", "newrobustcmd", "renewrobustcmd*"),
        *("NewDocumentCommand", "RenewDocumentCommand", "DeclareExpandableDocumentCommand"),
    )
]
MARKDOWN = [
    ("As @a: [@b, p. 3; -@c; see @d]. @e's, (@f), *@g*, **-@h**.", "a b c d e f g h"),
    ("[@{a}] @{b c} @{https://x.org/?a=b&c} @{x{y}z}.", "a https://x.org/?a=b&c x{y}z"),
    (
        "@a:b/c+d.e_f-g. @a--b @a.. @DBLP:conf/x/Y00, @a?b @_x @1a",
        "a:b/c+d.e_f-g a a DBLP:conf/x/Y00 a?b _x 1a",
    ),
    ("me@no.org \\@no 1@no @ no @@a @-no é@no", "a"),
    ("`@no` ``x ` @no`` `a\n@no` @a ` @b", "a b"),
    ("```\n@no\n```\n~~~~ {.r}\n@no\n~~~\n@no\n~~~~\n@a", "a"),
    ("> ```\n> @no\n> ```\n> @a\n\n- ```\n  @no\n  ```\n- @b", "a b"),
    ("```{r}\nx@no\n```\n@a\n\n```\nunclosed @b", "a b"),
    ("text\n\n    @no\n\n\t@no\n\ntext\n    @a", "a"),
    ("1. item\n\n    @a\n\n[^1]: note\n\n    @b\n\ntext\n\n    @no", "a b"),
    ("<!-- @no --> @a <!-- @no\n\n@no\n--> @b", "a b"),
    ("`<!--` @a <!-- not closed @b", "a b"),
    ("<pre>\n@no\n\n@no\n</pre>\n@a\n\n<script>@no</script>\n", "a"),
    ("$x@no$ $$y\n@no$$ $5 and @a cost $6 $ @b $", "a b"),
    ("[@a](http://x/@no) ![@b](p@2x.png) <http://x/@no> https://x.org/@no @c", "a b c"),
    ('<a href="https://x/@no">@a</a> 1 < @b > 2', "a b"),
    ("\\cite[p. 3]{a} \\@ref(fig:no) and \\\\@b", "a b"),
    ("# Head {#sec-x}\n\nSee @sec-x, @Fig-y, @eq:z.", "Fig-y eq:z"),
    ("(@ex) First.\n\nAs (@ex) shows, @a.", "ex ex a"),
    ("| @a | x |\n|----|---|\n| -@b | [@c] |", "a b c"),
    ("---\ntitle: On @a\n# @no\nnocite: |\n  @b, @{c}\n  @*\n---\n@d @*", "a b c * d"),
    ("@a\n\n---\n\n@b\n\n---\n", "a b"),
    ("Line\r\n\r\n    @no\r\n\r\n@a\r\n```\r\n@no\r\n```\r\n@b", "a b"),
    ("* item\n\n    @a\n\n+ item\n\n    @b\n\n: item\n\n    @c\n\n#. item\n\n    @d", "a b c d"),
    ("(a) item\n\n    @a\n\n(@) item\n\n    @b\n\n-item\n\n    @no", "a b"),
    ("``` `x`\n@a\n\n~~~ `x`\n@no\n~~~~\n@b", "a b"),
    ("````\n@no\n```\n@no\n````\n@a\n\n````\nopen @b\n\n`````\n@c\n", "a c"),
    ("<SCRIPT>\n@no\n</Script> @a\n\n<pre>\nopen @b", "a b"),
    ("<!-- a\n\n@b", "b"),
    ("<!-- @no --> <!-- @no\n@no --> @a\n\n`<!-- ` @b\n\n@c `-->`", "a b c"),
    ("$a\\$ @no$ $\\@no$ $$ @no $ $$ $@a $ b$1", "a"),
    ('[x](<a b> "(@no)") [y](a\\)@no) [z](a@b(c@d)@no) @a', "a"),
    ("{#fig-a .x} @fig-a {.x #tbl-b} @tbl-b {#c} @c {x=1 #eq-d} @eq-d", "c"),
    ("```{r}\n#| label: fig-a\n```\n@fig-a @fig-b", "fig-b"),
    ("---\ntitle: a\n...\n@a\n\n---\nnocite: x\n---\n", "a"),
    ("---\nnocite: '@a' # x\nother: |\n  [@b]\n---", "a b"),
    ("---\n---\n@a", "a"),
    ("{@a} [x @b]{.smallcaps} :::{#x .y}\n@c\n:::", "a b c"),
]
TYPST = [
    ("@a, @b[p. 3], (@c). @d: @e.", "a b c d e"),
    ('#cite(<a>) #cite(<b>, form: "prose") #ref(<c>) #cite(label("d/e"))', "a b c d/e"),
    ("#cite(<a>, supplement: [see @b])", "a b"),
    ("= Head <x>\n@x @a #ref(<x>) #figure([@b], caption: [@c]) <fig:y> @fig:y", "a b c"),
    ("`@no` ```\n@no\n``` `` @a // @no\n/* @no /* */ @no */ @b", "a b"),
    ('\\@no #"@no" #link("mailto:me@no")[@a] https://x.org/@no @b', "a b"),
    ('"@a" #let x = "@no"; @b\n#set text(lang: "@no")\n@c', "a b c"),
    ("#if x [@a] else [@b] @c\n#for y in z { cite(<d>) } @e", "a b c d e"),
    ("#{ let y = [@a]; cite(<b>) } @c #f(x)[@d][@e].g([@f]) @g", "a b c d e f g"),
    ('$ x #cite(<a>) "@no" $ @b', "a b"),
    ("#show heading: it => [\n  @a\n]\n@b ] @c", "a b c"),
    ('#"x\n@no" #f("a\\"@no", x:"@no", y : "@no") @a "\\"@b', "a b"),
    ("/* @no", ""),
    ("```@no", ""),
    ("@a ````\n@no ```` @b ` @no", "a b"),
    ("#f[@a](x)[@b] (@c) #g.h.i(x).j[@d] #k .l[@e]", "a b c d e"),
    ("#f (<no>) #cite(<a>).x #x-cite(<no>) #cite-x(<no>) #f(<no>)", "a"),
    ("#{ cite(<a>); f(<no>) } #(cite(<b>)) #[#cite(<c>)] #{ ref (<no>) }", "a b c"),
    ("#f(cite((<a>)), (<no>)) #cite(f(<no>))", "a"),
    ("#if x { } else if y { [@a] } else [@b] @c #while z [@d] @e", "a b c d e"),
    ("[x] @a ] @b $ #f(x) $ @c $ \\$ $ @d", "a b c d"),
    ("#let x = [\n@a]\n@b\n#let y = (\n1,\n)\n@c #let z = 1; @d", "a b c d"),
    ('#ref(label("a")) #f(label("no")) @no #quote(attribution: <b>)[@c]', "a b c"),
    ("me@no.org me@x a.b@c-d.e f@g.", "no.org x c-d.e g"),
    ('"#"@no" @a #<no> @b #let', "a b"),
    ("文字@a 。 #context [@b] @c", "a b c"),
    ("@a-b_c:d.e @a.. @été", "a-b_c:d.e a été"),
    ('#let f(x) = {\n  cite(<a>)\n}\n#set cite(style: "x")\n@b', "a b"),
]
ORG = [
    ("[cite:@a] [cite/t:see @b p. 3;@c] [cite/a/bc:@d]", "a b c d"),
    ("[cite:pre;see @a [x] p.;@b;post] [cite:\n@c]", "a b c"),
    ("[cite/nocite:@a] [cite/n:@*]", "a *"),
    ("cite:a,b citep:c. [[cite:d,e]] [[citet:f][p. 3]] (citeauthor:g)", "a b c d e f g"),
    ("cite:&a;&b [[citep:see &c p. 3;&d post]] nocite:&e", "a b c d e"),
    ("@no me@no.org excite: no, cite: no http://x.org/cite:no", ""),
    ("=[cite:@no]= ~cite:no~ =a= [cite:@a] x=b [cite:@b] c=d", "a b"),
    ("# [cite:@no]\n#+begin_src org\n[cite:@no]\n#+end_src\n: [cite:@no]\n[cite:@a]", "a"),
    ("#+BEGIN_EXAMPLE\n[cite:@no]\n#+END_EXAMPLE\n#+begin_quote\n[cite:@a]\n#+end_quote", "a"),
    (
        "#+begin_export html\ncite:no\n#+end_export\n#+begin_export latex\n\\cite{a}\n#+end_export",
        "a",
    ),
    ("* COMMENT x\n[cite:@no]\n** y\n[cite:@no]\n* z\n[cite:@a]\n* TODO COMMENT q\ncite:no", "a"),
    ("* x :noexport:\n[cite:@no]\n* y :tag:\n[cite:@a]", "a"),
    ("\\cite[p. 2]{a} #+x\n#+LATEX: \\cite{b}\n#+title: cite:c", "a b c"),
    ("#+begin_src x\nnot closed cite:a", "a"),
    ("src_emacs{cite:no} src_r[:x y]{cite:no} cite:a", "a"),
    ("[cite/nocite/x:@a] [cite:@b\n\n@no] [cite: no] [cite:@c [[d][e]] @f]", "a c f"),
    ("=a\nb= cite:a ~x=y [cite:@no]~ (=cite:no=) =cite:b= =cite:c", "a c"),
    ("** COMMENT x\ncite:no\n*** y\ncite:no\n** z\ncite:a\n* COMMENTED\ncite:b", "a b"),
    (
        "#+begin_verbatim\ncite:no\n#+end_verbatim\n#+BEGIN_SRC a\ncite:no\n  #+END_SRC  \ncite:a",
        "a",
    ),
    ("#cite:a\n#+begin_comment\ncite:no\n#+end_comment\n  # cite:no\n  : cite:no\n:cite:b", "a b"),
    ("cite:a-b.c,d:e; cite:f/g, no; xcite:h cite:i;j citenum:k, /cite:no", "a-b.c d:e f/g h i j k"),
    ("[cite:@a:b/c+d.e_f-g,x]", "a:b/c+d.e_f-g"),
]


@pytest.mark.parametrize(
    ("suffix", "text", "keys"),
    [
        (suffix, *case)
        for suffix, table in ((".tex", LATEX), (".md", MARKDOWN), (".typ", TYPST), (".org", ORG))
        for case in table
    ],
)
def test_keys_are_found_where_they_are_cited(suffix: str, text: str, keys: str) -> None:
    found = cited(f"paper{suffix}", text)
    assert [each.key for each in found] == keys.split()
    for each in found:
        assert text[each.offset :].startswith(each.key)


@pytest.mark.parametrize(
    ("path", "text", "want"),
    [
        ("a.tex", "x\r\n \\citep*[1]{a,b}", [("a", 2, 13, r"\citep*"), ("b", 2, 15, r"\citep*")]),
        ("a.tex", "x\ry\n\\nocite{a}", [("a", 3, 9, r"\nocite", "nocite")]),
        (
            "a.tex",
            r"\notecite{a}\defcitealias{b}{c}",
            [
                ("a", 1, 11, r"\notecite"),
                ("b", 1, 27, r"\defcitealias", "unsure"),
            ],
        ),
        (
            "a.md",
            "---\nnocite: '@*, @a'\n---\n@{b} @fig-c",
            [
                ("*", 2, 11, "@", "nocite"),
                ("a", 2, 15, "@", "nocite"),
                ("b", 4, 3, "@"),
                ("fig-c", 4, 7, "@", "unsure"),
            ],
        ),
        (
            "a.md",
            "(@a) x\n\n@b. x @a @b @c",
            [
                ("a", 1, 3, "@", "unsure"),
                ("b", 3, 2, "@", "unsure"),
                ("a", 3, 8, "@", "unsure"),
                ("b", 3, 11, "@", "unsure"),
                ("c", 3, 14, "@"),
            ],
        ),
        (
            "a.typ",
            "me@x.org me@x #cite(<a>)@fig:b",
            [
                ("x.org", 1, 4, "@", "unsure"),
                ("x", 1, 13, "@"),
                ("a", 1, 22, "#cite"),
                ("fig:b", 1, 26, "@", "unsure"),
            ],
        ),
        ("a.typ", '#ref(<a>)\n#cite(label("b"))', [("a", 1, 7, "#ref"), ("b", 2, 14, "#label")]),
        (
            "a.org",
            "[cite/t/c:@a] [cite/n:@b]\ncitet:c nocite:d [[cite:&e]]",
            [
                ("a", 1, 12, "cite/t/c"),
                ("b", 1, 24, "cite/n", "nocite"),
                ("c", 2, 7, "citet:"),
                ("d", 2, 16, "nocite:", "nocite"),
                ("e", 2, 26, "cite:"),
            ],
        ),
    ],
)
def test_place_command_and_kind(path: str, text: str, want: list[tuple[str | int, ...]]) -> None:
    found = []
    for each in cited(path, text):
        kind = (["nocite"] if each.nocite else []) + ([] if each.sure else ["unsure"])
        found.append((each.key, each.line, each.column, each.command, *kind))
    assert found == want
