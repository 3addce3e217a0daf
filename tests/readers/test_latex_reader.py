"""LaTeX lists."""

from pathlib import Path

import pytest

from paracite import readers
from paracite.errors import ReadError

LIST = r"""
\begin{thebibliography}{9}
\bibitem{lee03} Lee, K. (2003). A long enough title. \emph{Journal of Things}, 12(3), 45--67. % old
\bibitem[Roe and M\"uller(2001)]{roe01}
Roe, J., \& M{\"u}ller, K. (2001).
\newblock {\em Another title}.
\newblock New York: Roe Press. \url{https://example.org/a_b}
\end{thebibliography}
"""


@pytest.mark.parametrize("suffix", [".tex", ".bbl", ".txt"])
def test_items_with_their_keys(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text(f"\\documentclass{{article}}{LIST}")
    first, second = readers.read(str(path)).references
    assert (first.citekey, first.container_title, first.page) == (
        "lee03",
        "Journal of Things",
        "45-67",
    )
    assert (second.citekey, second.title) == ("roe01", "Another title")
    assert [name.family for name in second.author] == ["Roe", "Müller"]
    assert second.url == "https://example.org/a_b"
    assert second.origin.line == 4


@pytest.mark.parametrize("text", [r"\documentclass{article}", r"\refsection{0}\entry{a}{book}{}"])
def test_no_printed_list(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.bbl"
    path.write_text(text)
    with pytest.raises(ReadError):
        readers.read(str(path))
