"""How well lists are read out of documents that real programs made.

`python benchmarks/made_documents.py [--documents N] [--wrong]` prints Crossref works in
CSL styles, has LibreOffice, LaTeX, pandoc and Chromium make documents of the lists, and
reads these back.  Printed is, for each kind of document, the share of references that
come out with exactly their own text, blanks aside.  A program that is missing is named.
"""

import argparse
import functools
import gzip
import json
import os
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from paracite import readers
from paracite.csl import Processor, load_style
from paracite.csljson import to_item
from paracite.errors import ReadError
from paracite.fields.latex_out import from_text
from paracite.sources import _record
from paracite.text import squeeze

STYLES = ("apa", "ieee", "chicago-author-date", "vancouver", "modern-language-association")
LISTED = 25
SEED = 17
NUMBER = re.compile(r"^(?:\[\d+\]|\d+\.) ?")
AS_TEX = str.maketrans("∆'", "Δ’")  #: what TeX prints in another character
SECONDS = 180
PROSE = (
    "The survey shows that the number of visits grew in every year that was studied, which "
    "cannot be explained by the weather alone. In 1998 the rule was changed, and from then on "
    "each town had to keep a list of its own. We therefore turn to the second question. "
)
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
HANGING = 'fo:margin-left="1.2cm" fo:text-indent="-1.2cm"'
COLUMNS = '<style:columns fo:column-count="2" fo:column-gap="0.6cm"/>'

Make = Callable[[Sequence[str], Path], Path]


def flat(listed: Sequence[str], *, form: str = "", page: str = "", header: str = "") -> str:
    """Write a flat OpenDocument text: prose, a heading and the list."""
    head = f"<style:header><text:p>{header}</text:p></style:header>" if header else ""
    foot = "<style:footer><text:p><text:page-number/></text:p></style:footer>" if header else ""
    body = "".join(f'<text:p text:style-name="L">{escape(each)}</text:p>' for each in listed)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f'<style:style style:name="L" style:family="paragraph"><style:paragraph-properties {form}/>'
        '</style:style><style:page-layout style:name="P"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm">'
        f"{page}</style:page-layout-properties>"
        "<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="P">{head}{foot}</style:master-page></office:master-styles>'
        f"<office:body><office:text><text:p>{PROSE * 12}</text:p>"
        f'<text:h text:outline-level="1">References</text:h>{body}'
        "</office:text></office:body></office:document>"
    )


def office(suffix: str, **form: str) -> Make:
    """Make a document with LibreOffice."""

    def make(listed: Sequence[str], folder: Path) -> Path:
        source = folder / "made.fodt"
        source.write_text(flat(listed, **form), "utf-8")
        profile = f"-env:UserInstallation=file://{folder.parent}/office"
        run("soffice", profile, "--headless", "--convert-to", suffix, source.name, folder=folder)
        return folder / f"made.{suffix}"

    return make


def latex(columns: str = "onecolumn") -> Make:
    """Make a PDF with pdflatex, its list in `thebibliography`."""

    def make(listed: Sequence[str], folder: Path) -> Path:
        items = "\n".join(
            f"\\bibitem{{k{n}}} {from_text(NUMBER.sub('', each))}" for n, each in enumerate(listed)
        )
        (folder / "made.tex").write_text(
            f"\\documentclass[{columns}]{{article}}\\usepackage[T1]{{fontenc}}\n"
            f"\\begin{{document}}\n{PROSE * 12}\n\\begin{{thebibliography}}{{99}}\n{items}\n"
            "\\end{thebibliography}\n\\end{document}\n",
            "utf-8",
        )
        run("pdflatex", "-interaction=batchmode", "made.tex", folder=folder)
        return folder / "made.pdf"

    return make


def page(listed: Sequence[str], folder: Path) -> Path:
    """Write an article's page as OJS has it."""
    items = "".join(f"<p>{escape(each)}</p>" for each in listed)
    path = folder / "page.html"
    path.write_text(
        f'<!DOCTYPE html><html><meta charset="utf-8"><body><p>{PROSE * 12}</p>'
        f'<section class="item references"><h2 class="label">References</h2>'
        f'<div class="value">{items}</div></section></body></html>',
        "utf-8",
    )
    return path


def pandoc(suffix: str) -> Make:
    """Make a document of the page with pandoc."""

    def make(listed: Sequence[str], folder: Path) -> Path:
        source, path = page(listed, folder), folder / f"made.{suffix}"
        run("pandoc", "-s", source.name, "-o", path.name, folder=folder)
        return path

    return make


def chromium(listed: Sequence[str], folder: Path) -> Path:
    """Print the page to PDF with Chromium."""
    source, path = page(listed, folder), folder / "made.pdf"
    switches = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile")
    run("chromium", *switches, f"--print-to-pdf={path}", source.as_uri(), folder=folder)
    return path


def run(program: str, *arguments: str, folder: Path) -> None:
    """Run a program in a folder; what it made is looked at by the caller."""
    subprocess.run(
        [shutil.which(program) or program, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )


KINDS: dict[str, tuple[str, Make]] = {
    "LibreOffice DOCX": ("soffice", office("docx", form=HANGING)),
    "LibreOffice ODT": ("soffice", office("odt", form=HANGING)),
    "LibreOffice PDF, hanging": ("soffice", office("pdf", form=HANGING)),
    "LibreOffice PDF, no indent": ("soffice", office("pdf")),
    "LibreOffice PDF, two columns": ("soffice", office("pdf", form=HANGING, page=COLUMNS)),
    "LibreOffice PDF, double spaced": (
        "soffice", office("pdf", form=f'{HANGING} fo:line-height="200%"'),
    ),
    "LibreOffice PDF, headers": ("soffice", office("pdf", form=HANGING, header="Lee: Of towns")),
    "LaTeX PDF": ("pdflatex", latex()),
    "LaTeX PDF, two columns": ("pdflatex", latex("twocolumn")),
    "pandoc DOCX": ("pandoc", pandoc("docx")),
    "pandoc ODT": ("pandoc", pandoc("odt")),
    "pandoc HTML": ("pandoc", pandoc("html")),
    "Chromium PDF": ("chromium", chromium),
}  # fmt: skip


@functools.cache
def works() -> list[dict[str, Any]]:
    """Read the recorded Crossref works that a list may cite."""
    path = Path(os.environ["PARACITE_CORPORA"]) / "crossref" / "works.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [each for each in found if each.get("author") and each.get("title")]


def printed(style: str, chance: random.Random) -> list[str]:
    """Print some works as a style has them."""
    chosen = [_record.to_reference(each) for each in chance.sample(works(), LISTED)]
    items = [{**to_item(each), "id": str(n)} for n, each in enumerate(chosen)]
    return [squeeze(e.text) for e in Processor(load_style(style), items).bibliography().entries]


def bare(text: str) -> str:
    """Leave out blanks, and the number a reader takes off."""
    return "".join(NUMBER.sub("", text).translate(AS_TEX).split())


def main() -> None:
    """Make the documents, read them and print the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=len(STYLES), help="for each kind")
    parser.add_argument("--wrong", action="store_true", help="print what came out otherwise")
    chosen = parser.parse_args()
    for program in sorted({program for program, _ in KINDS.values()}):
        if not shutil.which(program):
            print(f"{program} is not installed: its documents are left out")
    chance = random.Random(SEED)  # noqa: S311  a sample, no secret
    lists = [printed(STYLES[n % len(STYLES)], chance) for n in range(chosen.documents)]
    for kind, (program, make) in KINDS.items():
        if shutil.which(program):
            print(f"{kind:32}", measured(make, lists, wrong=chosen.wrong), flush=True)


def measured(make: Make, lists: Sequence[Sequence[str]], *, wrong: bool) -> str:
    """Make and read a document of each list; say how many references came out exactly."""
    exact = found = 0
    for listed in lists:
        got = read(make, listed)
        wanted = {bare(each) for each in listed}
        exact += len(wanted & {bare(each) for each in got})
        found += len(got)
        if wrong:
            print(*(f"  - {each}" for each in got if bare(each) not in wanted), sep="\n")
    total = sum(map(len, lists))
    return f"{exact:4} of {total} exact ({exact / total:6.1%}), {found} found"


def read(make: Make, listed: Sequence[str]) -> list[str]:
    """Give the printed texts that are read from a document made of a list."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "made"
        folder.mkdir()
        try:
            return [each.origin.text for each in readers.read(str(make(listed, folder))).references]
        except ReadError as error:
            print(f"  {error}")
            return []


if __name__ == "__main__":
    main()
