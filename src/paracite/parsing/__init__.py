"""Printed reference lists: where they are, where each reference ends, what its parts are."""

from dataclasses import replace

from paracite.parsing import assemble, author_date, cut
from paracite.parsing.parts import Part
from paracite.reference import Origin, Reference
from paracite.text import repair_mojibake, squeeze


def parse(text: str) -> Reference:
    """Read one printed reference of any style; its text is kept in `origin`."""
    found = cut.cut(squeeze(repair_mojibake(text)))
    parts = author_date.parse(found.text) or (Part("title", found.text),)
    return replace(assemble.assemble(parts, found), origin=Origin(text=squeeze(text)))
