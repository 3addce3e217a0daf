"""Grounds: each asks for what its row says, and no less will do."""

from dataclasses import fields, replace
from typing import Any

import pytest

from paracite.matching.citation_fields import CitationFields, Contradiction, Year
from paracite.matching.grounds import ANY, GROUNDS, NEAR, SAME, UNDISPUTED, Ground, ground

NOTHING = CitationFields(
    title=0.0,
    title_start=0.0,
    title_length=0,
    author=0.0,
    authors=0.0,
    year=Year.OTHER,
    volume=False,
    page=False,
    container=0.0,
    explained=0.0,
)
NUMBERS = ("title", "title_length", "author", "authors", "container", "explained")


def least(row: Ground) -> CitationFields:
    """Return what just satisfies a ground."""
    found = replace(
        NOTHING,
        **{name: getattr(row, name) for name in NUMBERS},
        year=next(year for year in Year if year in row.year),
        volume=row.located > 0,
        page=row.located > 1,
    )
    if row.no_other_title:
        found = replace(found, title=max(found.title, 0.7))
    lacking: dict[str, Any] = dict.fromkeys(row.lacks)
    found = replace(found, **lacking)
    if row.located and found.volume is None:
        found = replace(found, page=True)
    return found


def ids(row: Ground) -> str:
    return f"{GROUNDS.index(row)} {row.name}"


@pytest.mark.parametrize("row", GROUNDS, ids=ids)
def test_a_ground_holds_where_all_it_asks_for_is_found(row: Ground) -> None:
    assert row.holds(least(row))
    assert ground(least(row))
    assert ground(replace(least(row), contradiction=Contradiction.WHOLE)) == ""


@pytest.mark.parametrize("row", GROUNDS, ids=ids)
def test_a_ground_does_not_hold_where_anything_is_missing(row: Ground) -> None:
    found = least(row)
    for name in NUMBERS:
        value = getattr(row, name)
        if value:
            less = value - (1 if name == "title_length" else 0.01)
            assert not row.holds(replace(found, **{name: less})), name
    for year in Year:
        assert row.holds(replace(found, year=year)) == (year in row.year)
    if row.located:
        assert not row.holds(replace(found, volume=found.volume and False, page=None))
    for field in row.lacks:
        there: dict[str, Any] = {field: 0.5 if field == "author" else False}
        assert not row.holds(replace(found, **there))
    if row.no_other_title:
        assert not row.holds(replace(found, title=0.69, explained=0.69))
        assert row.holds(replace(found, title=0.0, explained=max(0.7, row.explained)))
    cut = replace(found, title=0.0, title_start=0.9)
    assert row.no_other_title or row.holds(cut) == (row.cut_title or not row.title)
    assert not row.cut_title or not row.holds(replace(cut, title_start=0.89))


def test_every_ground_asks_for_several_fields() -> None:
    for row in GROUNDS:
        asked = [
            field.name
            for field in fields(row)
            if field.name != "name" and getattr(row, field.name) not in (0, False, ANY, ())
        ]
        assert len(asked) >= 4, row.name


def test_years() -> None:
    assert set(SAME) == {Year.SAME}
    assert set(NEAR) == {Year.SAME, Year.NEXT}
    assert set(UNDISPUTED) == set(Year) - {Year.OTHER}
