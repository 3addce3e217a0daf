"""Printed reference lists: where they are, where each reference ends, what its parts are."""

import re
from dataclasses import replace

from paracite.parsing import assemble, author_date, cut, label
from paracite.reference import Origin, Reference
from paracite.text import repair_mojibake, squeeze, without_markup

NUMBER = re.compile(
    r"^\W{0,3}(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+(?=\D)"
)  #: in the list, not of the work


def parse(text: str) -> Reference:
    """Read one printed reference of any style; its text is kept in `origin`."""
    plain = NUMBER.sub("", squeeze(without_markup(repair_mojibake(text))))
    found = cut.cut(plain)
    parts = author_date.parse(found.text)
    if not author_date.is_sure(found.text, parts, doi=bool(found.doi)):
        parts = label.parse(cut.without_jstor_notice(plain))
    return replace(assemble.assemble(parts, found), origin=Origin(text=squeeze(text)))
