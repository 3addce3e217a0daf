"""HTML: a page of its own, with links on DOIs and URLs."""

from collections.abc import Sequence
from html import escape

from paracite.csl import Bibliography, load_style
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing, _styled

PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
{css}
</style>
</head>
<body>
{body}
</body>
</html>
"""
BASE = "body { max-width: 45em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.4; }"
ENTRY = ".csl-entry {{ margin-bottom: {spacing}em; }}"
HANGING = ".csl-entry { padding-left: 2em; text-indent: -2em; }"
COLUMNS = (
    ".csl-entry { clear: left; }",
    ".csl-left-margin { float: left; min-width: 2em; padding-right: 0.5em; }",
    ".csl-right-inline { margin-left: 2.5em; }",
)


def encode(references: Sequence[Reference], options: Options) -> Writing:
    """Render references in a style as a page."""
    made = _styled.bibliography(references, options, "html")
    locale = load_style(options.style, options.locale).locale
    page = PAGE.format(
        lang=escape(locale.lang),
        title=escape((locale.term("reference", plural=True) or "References").capitalize()),
        css="\n".join(_css(made)),
        body=made,
    )
    return Writing(page.encode(), made.warnings)


def _css(made: Bibliography) -> list[str]:
    rules = [BASE, ENTRY.format(spacing=max(made.entry_spacing, 0) * 0.5)]
    if made.hanging_indent:
        rules.append(HANGING)
    if made.second_field_align:
        rules += COLUMNS
    return rules


writer = Writer("html", ".html", encode)
