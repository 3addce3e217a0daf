"""Which value of each field a merged reference has, and where the others' values go."""

from dataclasses import replace
from typing import Any

import pytest

from paracite.matching import merge
from paracite.matching.attached import is_attached
from paracite.reference import OTHERS, Date, Name, Reference

TITLE = "Tides and trade in the delta"
JOURNAL = "Journal of Polar Ornithology"
KEPT = Reference(
    citekey="kept",
    type="article-journal",
    title=TITLE,
    author=(Name("Okafor", "C."), Name("Lindqvist", "P.")),
    container_title=JOURNAL,
    issued=Date(2004),
    volume="17",
    page="113",
    doi="10.5555/1",
)
ATTACHED = [
    *("{t}. {j}", "{t}, {j}", "{t} | {j}", "{t} - {j}", "{t} — {j}", "{t} In: {j}", "{t} ({j})"),
    *("{t}. J Polar Ornithol", "{t}. J. Polar Ornithol. 17(2): 113-128", "{t}; {j}, 2004;17"),
    *("{t} - ScienceDirect", "{t} | SpringerLink", "{t}. Oxford Academic"),
    *("{j}: {t}", "{j} - {t}", "{j}. {t}.", "{t} / {j}", "{t} [{j}]", "{t} · {j}", "{T}. {J}"),
]
NOT_ATTACHED = [
    *("{t}: a view from the coast", "{t}. Part 2", "{t} 17", "{t} and {j}", "{t}", "Tides. {j}"),
    *("{t}. Journal of Historical Physics", "{t}: the {j} affair revisited twice over again"),
]


def filled(pattern: str) -> str:
    return pattern.format(t=TITLE, j=JOURNAL, T=TITLE.upper(), J=JOURNAL.upper())


@pytest.mark.parametrize("pattern", ATTACHED)
def test_a_title_without_its_container_is_better(pattern: str) -> None:
    longer = filled(pattern)
    assert is_attached(longer, TITLE, [JOURNAL])
    other = replace(KEPT, citekey="other", title=longer, doi="")
    assert merge.merge([KEPT, other]).title == TITLE
    fuller = replace(KEPT, title=longer)
    plain = replace(KEPT, citekey="plain", doi="")
    merged = merge.merge([fuller, plain])
    assert (merged.citekey, merged.title) == ("kept", TITLE)
    assert f"kept: title = {longer}" in [value for name, value in merged.extra if name == "merged"]


@pytest.mark.parametrize("pattern", NOT_ATTACHED)
def test_what_else_is_longer_has_no_container_attached(pattern: str) -> None:
    assert not is_attached(filled(pattern), TITLE, [JOURNAL])


def test_of_a_title_cut_short_the_longer_is_kept() -> None:
    longer = f"{TITLE}: a view from the coast"
    other = replace(KEPT, citekey="other", title=longer, doi="")
    assert merge.merge([KEPT, other]).title == longer
    assert merge.merge([other, KEPT], other).title == longer


@pytest.mark.parametrize(
    ("field", "own", "other", "kept"),
    [
        ("title", TITLE.upper(), TITLE, TITLE),
        ("title", TITLE, TITLE.upper(), TITLE),
        ("title", TITLE.upper(), f"{TITLE} again now", f"{TITLE} again now"),
        ("title", TITLE, "Quite another title", TITLE),
        ("container_title", "J. Polar Ornithol.", JOURNAL, JOURNAL),
        ("container_title", JOURNAL, "J. Polar Ornithol.", JOURNAL),
        ("container_title", "J. Polar Ornithol.", "Journal of Physics", "J. Polar Ornithol."),
        ("container_title", "Proceedings of the Congress", "Annals", "Proceedings of the Congress"),
        ("container_title", "Annals", "Annals of Trade", "Annals of Trade"),
        ("page", "113", "113-128", "113-128"),
        ("page", "113", "1130-1150", "113"),
        ("page", "113-128", "113", "113-128"),
        ("volume", "", "17", "17"),
        ("volume", "17", "18", "17"),
        ("issued", Date(2004), Date(2004, 5), Date(2004, 5)),
        ("issued", Date(2004), Date(2005, 5), Date(2004)),
        ("issued", Date(2004, 5), Date(2004), Date(2004, 5)),
        ("issued", Date(literal="n.d."), Date(2004), Date(2004)),
        ("author", (Name("Okafor", "C."),), (Name("Okafor", "Chidi"),), (Name("Okafor", "Chidi"),)),
        ("author", (Name("Okafor", "C."),), (Name("Okafor", "Dayo"),), (Name("Okafor", "C."),)),
        ("author", (Name("Okafor", "C."),), (Name("Okada", "Chidi"),), (Name("Okafor", "C."),)),
        (
            "author",
            (Name("Okafor", "C."), OTHERS),
            (Name("Okafor", "C."), Name("Baum", "E.")),
            (Name("Okafor", "C."), Name("Baum", "E.")),
        ),
        (
            "author",
            (Name("Okafor", "C."), OTHERS),
            (Name("Baum", "E."), Name("Okafor", "C.")),
            (Name("Okafor", "C."), OTHERS),
        ),
        (
            "author",
            (Name("Okafor", "C."),),
            (Name("Okafor", "Chidi"), OTHERS),
            (Name("Okafor", "C."),),
        ),
        ("keyword", "ports, trade", "trade, tides", "ports, trade, tides"),
        ("note", "In press", "Signed copy", "In press. Signed copy"),
        ("note", "In press", "In press", "In press"),
    ],
)
def test_the_value_that_says_more_is_kept(field: str, own: Any, other: Any, kept: Any) -> None:
    a = replace(Reference(citekey="a", doi="10.5555/1"), **{field: own})
    b = replace(Reference(citekey="b"), **{field: other})
    assert getattr(merge.merge([a, b]), field) == kept


def test_a_value_says_whose_it_is_and_why() -> None:
    other = replace(KEPT, citekey="other", page="113-128", doi="", publisher="Harbour Press")
    found = {choice.field: choice for choice in merge.choices([KEPT, other], KEPT)}
    assert {field: choice.reason for field, choice in found.items()} == {
        "page": "a range, not a page",
        "publisher": "was missing",
    }
    assert found["page"].source is other


def test_nothing_is_lost() -> None:
    other = replace(KEPT, citekey="other", volume="18", extra=(("eprint", "1"),), doi="")
    other = replace(other, origin=replace(other.origin, text="Okafor & Lindqvist, as printed"))
    merged = merge.merge([KEPT, other])
    assert merged.volume == "17"
    assert merged.extra == (
        ("eprint", "1"),
        ("ids", "other"),
        ("merged", "other: volume = 18"),
        ("merged", "other: printed = Okafor & Lindqvist, as printed"),
    )


def test_the_fullest_is_kept_and_the_first_of_equals() -> None:
    bare, full = replace(KEPT, citekey="bare", volume="", doi=""), replace(KEPT, doi="")
    assert merge.fullest([bare, full]) is full
    with_id = Reference(citekey="id", pmid="1")
    assert merge.fullest([full, with_id]) is with_id
    assert merge.fullest([full, replace(full, citekey="twin")]) is full


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ((Name("Okafor", "C."), Name(literal="WHO")), "Okafor, C. and WHO"),
        ((Name("Berg", "J.", non_dropping_particle="van der"),), "van der Berg, J."),
        ((Name("Plato", ""),), "Plato"),
        (Date(2004, 5, 3), "2004-05-03"),
        (Date(literal="n.d."), "n.d."),
        ("17", "17"),
    ],
)
def test_a_value_is_shown_as_one_line(value: object, text: str) -> None:
    assert merge.shown(value) == text
