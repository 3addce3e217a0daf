"""Citekeys follow the pattern, stay the same, and never collide."""

from dataclasses import replace

import pytest

from paracite.citekeys import citekey, unused, with_citekeys
from paracite.errors import ParaciteError
from paracite.reference import OTHERS, Date, Name, Reference

WORK = Reference(
    author=(Name("Duchacek", "Ivo D."), Name(literal="World Bank Group"), OTHERS),
    title='On the <span class="nocase">External</span> of élan',
    issued=Date(1975),
)


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("", "duchacek1975external"),
        ("{author}{year}{title}", "duchacek1975external"),
        ("{Author}_{year}", "Duchacek_1975"),
        ("{AUTHOR}:{words}", "DUCHACEK:externalelan"),
        ("{Authors}{Words}", "DuchacekWorldExternalElan"),
        ("fixed", "fixed"),
    ],
)
def test_follows_the_pattern(pattern: str, key: str) -> None:
    assert citekey(WORK, pattern) == key


def test_an_empty_reference_has_a_key_too() -> None:
    assert citekey(Reference()) == "reference"


@pytest.mark.parametrize("pattern", ["{autor}", "{author} {year}", "{author},", "{}", "a{b"])
def test_a_pattern_that_makes_no_keys_is_refused(pattern: str) -> None:
    with pytest.raises(ParaciteError, match="citekey pattern"):
        citekey(WORK, pattern)


def test_keys_do_not_collide_in_any_case() -> None:
    listed = [replace(WORK, citekey="DUCHACEK1975external"), *([WORK] * 28)]
    keys = [each.citekey for each in with_citekeys(listed)]
    assert len({key.casefold() for key in keys}) == len(keys)
    assert keys[1:3] == ["duchacek1975externala", "duchacek1975externalb"]
    assert keys[-1] == "duchacek1975externalab"
    assert with_citekeys(with_citekeys(listed)) == with_citekeys(listed)


def test_a_free_key_is_taken_as_it_is() -> None:
    assert unused("key", {"other"}) == "key"
