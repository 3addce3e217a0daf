"""DOCX: one paragraph a reference, by python-docx."""

import io
from collections.abc import Sequence
from typing import Any

from paracite.csl import marks
from paracite.csl.output import Piece
from paracite.errors import ParaciteError
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing, _styled

FONT = {
    marks.ITALIC: ("italic", True),
    marks.OBLIQUE: ("italic", True),
    marks.UPRIGHT: ("italic", False),
    marks.BOLD: ("bold", True),
    marks.NOT_BOLD: ("bold", False),
    marks.SMALL_CAPS: ("small_caps", True),
    marks.NOT_SMALL_CAPS: ("small_caps", False),
    marks.UNDERLINE: ("underline", True),
    marks.NOT_UNDERLINE: ("underline", False),
    marks.SUPERSCRIPT: ("superscript", True),
    marks.SUBSCRIPT: ("subscript", True),
    marks.BASELINE: ("superscript", False),
}
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def encode(references: Sequence[Reference], options: Options) -> Writing:
    """Render references in a style as a document.  Raises `ParaciteError` without python-docx."""
    try:
        import docx
        from docx.shared import Cm
    except ImportError:
        raise ParaciteError(
            "python-docx, which writes DOCX, is not installed", "pip install 'paracite[formats]'"
        ) from None
    made = _styled.bibliography(references, options, "text")
    document = docx.Document()
    for pieces in made.runs():
        paragraph = document.add_paragraph()
        if made.hanging_indent:
            paragraph.paragraph_format.left_indent = Cm(1.25)
            paragraph.paragraph_format.first_line_indent = Cm(-1.25)
        _fill(paragraph, pieces)
    data = io.BytesIO()
    document.save(data)
    return Writing(data.getvalue(), made.warnings)


def _fill(paragraph: Any, pieces: Sequence[str | Piece]) -> None:
    """Add pieces as runs, each with the formatting open where it stands."""
    fonts: list[str] = []
    target = ""
    for piece in pieces:
        if isinstance(piece, str):
            run = paragraph.add_run(piece)
            for name, value in (FONT[mark] for mark in fonts):
                setattr(run.font, name, value)
            if target:
                _link(paragraph, run, target)
        elif piece.mark == marks.LINK:
            target = "" if piece.ends else piece.target
        elif piece.mark == marks.LEFT_MARGIN and piece.ends:
            paragraph.add_run("\t")
        elif piece.mark in FONT and piece.ends:
            fonts.pop()
        elif piece.mark in FONT:
            fonts.append(piece.mark)


def _link(paragraph: Any, run: Any, target: str) -> None:
    """Move a run into a hyperlink, which python-docx has no call for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(target, HYPERLINK, is_external=True))
    run._r.addprevious(link)  # noqa: SLF001  the element under a run has no public name
    link.append(run._r)  # noqa: SLF001  the same


writer = Writer("docx", ".docx", encode)
