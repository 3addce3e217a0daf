"""Print the CPU seconds it takes to find what manuscripts of 5 MB cite, and a tenth of them.

A plain text of each language, then texts of one fragment that never ends what it begins; the time
of a tenth shows whether it grows with the length alone.  Run: `python benchmarks/manuscripts.py`.
"""

from time import process_time

from paracite.manuscripts import manuscript

SIZE = 5_000_000
PLAIN = {
    "latex": "As \\citet[see][p. 3]{smith2020} says, snow is \\emph{white} \\cite{a,b}. % no\n",
    "markdown": "As @smith2020 [p. 3] says, snow is *white* [@a; see @b]; `no`.\n\n",
    "typst": "As @smith2020[p. 3] says, snow is *white* #cite(<a>) @b. // no\n",
    "org": "As [cite/t:@smith2020 p. 3] says, snow is *white* cite:a,b =no=.\n",
}
FRAGMENTS = {
    "latex": ("\\cite[", "\\cite{a%\n", "\\verb|", "\\mintinline{", "\\iffalse ", "{", "citecite"),
    "markdown": ("`", "```{r}\n", "<!-- a\n", "$a ", "](a", "{#a", "@{a{", "[@a", "<pre>\n"),
    "typst": ("#a(", "#a[", "/*", '#"', "$", "@:", "#if a [] "),
    "org": ("[cite:@a", "[[a", "=a ", "#+begin_src\n", "citecite", "src_a{"),
}


def cpu_seconds(name: str, text: str) -> float:
    """Scan a text once and return the time it took."""
    before = process_time()
    for _ in manuscript(name).scan(text):
        pass
    return process_time() - before


def main() -> None:
    """Print a line for each text."""
    for name, plain in PLAIN.items():
        for fragment in (plain, *FRAGMENTS[name]):
            text = fragment * (SIZE // len(fragment))
            tenth, all_of_it = cpu_seconds(name, text[: SIZE // 10]), cpu_seconds(name, text)
            print(f"{name:<9}{fragment[:24]!r:<28}{tenth:7.2f}{all_of_it:8.2f} CPU s", flush=True)


if __name__ == "__main__":
    main()
