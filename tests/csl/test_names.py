"""Lists of names: order, delimiters, affixes, et al., what stands in, what is carried over."""

from typing import Any

import pytest

from paracite.csl import Processor, load_style

from .styles import style

ORG = {"literal": "Board of Weirs"}
ANN, BO, CY = (
    {"family": f, "given": g} for f, g in (("Ash", "Ann"), ("Birch", "Bo"), ("Carr", "Cy"))
)
PLATO = {"family": "Plato"}
VON = {
    "family": "Heide",
    "given": "Ida",
    "dropping-particle": "von",
    "non-dropping-particle": "der",
}
JUNIOR = {"family": "Quist", "given": "Paul", "suffix": "Jr."}


def printed(name: str, people: list[Any], lang: str = "", **more: Any) -> str:
    layout = f'<names variable="author">{name}</names>'
    item = {"id": "a", "type": "book", "author": people, **more}
    return Processor(load_style(style(layout), lang), [item]).cite([{"id": "a"}])


@pytest.mark.parametrize(
    ("people", "text"),
    [
        ([ANN, BO], "Ash, Ann, and Birch, Bo"),
        ([ORG, BO], "Board of Weirs and Birch, Bo"),
        ([PLATO, BO], "Plato and Birch, Bo"),
        ([{"family": "王", "given": "小明"}, BO], "王小明 and Birch, Bo"),
        ([ANN, ORG], "Ash, Ann, and Board of Weirs"),
        ([ANN, ORG, BO], "Ash, Ann, Board of Weirs and Birch, Bo"),
    ],
)
@pytest.mark.parametrize("kept", ["", "et-al"])
def test_after_an_inverted_name_only(people: list[Any], text: str, kept: str) -> None:
    options = 'and="text" name-as-sort-order="all" delimiter-precedes-{}="after-inverted-name"'
    if kept:
        count = len(people)
        options = options.format(kept) + f' et-al-min="{count}" et-al-use-first="{count - 1}"'
        text = text[: text.rindex(" and ")] + " et al."
    else:
        options = options.format("last")
    assert printed(f"<name {options}/>", people) == text


@pytest.mark.parametrize("delimiter", ["/", "; ", "–", " · ", ",", " "])
@pytest.mark.parametrize("rule", ["always", "contextual", "never"])
def test_the_delimiter_before_the_last_is_the_style_s(delimiter: str, rule: str) -> None:
    people = [ANN, BO, CY]
    form = f'form="short" delimiter="{delimiter}"'
    joined = delimiter if rule != "never" else " "
    name = f'<name {form} and="text" delimiter-precedes-last="{rule}"/>'
    assert printed(name, people) == f"Ash{delimiter}Birch{joined}and Carr".replace("  ", " ")
    limits = 'et-al-min="3" et-al-use-first="2"'
    name = f'<name {form} {limits} delimiter-precedes-et-al="{rule}"/>'
    assert printed(name, people) == f"Ash{delimiter}Birch{joined}et al.".replace("  ", " ")


def test_the_delimiter_stands_before_a_word_without_spaces_too() -> None:
    for rule, before in (("always", ", "), ("never", "")):
        name = f'<name form="short" and="text" delimiter-precedes-last="{rule}"/>'
        assert printed(name, [ANN, BO], "ja-JP") == f"Ash{before}とBirch"


@pytest.mark.parametrize(
    ("person", "in_order", "inverted"),
    [
        (ANN, "{Ann} <Ash>", "<Ash>, {Ann}"),
        (VON, "{Ida} <von der Heide>", "<Heide>, {Ida von der}"),
        (JUNIOR, "{Paul} <Quist Jr.>", "<Quist>, {Paul}, Jr."),
        ({"family": "d'Orval", "given": "Al"}, "{Al} <d’Orval>", "<Orval>, {Al d’}"),
        (ORG, "Board of Weirs", "Board of Weirs"),
    ],
)
def test_affixes_of_name_parts_enclose_particles(person: Any, in_order: str, inverted: str) -> None:
    parts = (
        '<name-part name="family" prefix="&lt;" suffix="&gt;"/>'
        '<name-part name="given" prefix="{" suffix="}"/>'
    )
    assert printed(f"<name>{parts}</name>", [person]) == in_order
    assert printed(f'<name name-as-sort-order="all">{parts}</name>', [person]) == inverted


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_an_affix_s_space_is_the_space_between(space: str) -> None:
    name = f'<name><name-part name="given" suffix="{space}"/></name>'
    assert printed(name, [ANN, BO]) == f"Ann{space}Ash, Bo{space}Birch"


def test_affixes_of_name_are_of_each_name() -> None:
    assert printed('<name form="short" prefix="*" suffix="+"/>', [ANN, BO]) == "*Ash+, *Birch+"


@pytest.mark.parametrize(("first", "text"), [(0, ""), (1, "Ash et al."), (2, "Ash, Birch, et al.")])
def test_how_many_names_are_shown(first: int, text: str) -> None:
    name = f'<name form="short" et-al-min="2" et-al-use-first="{first}"/>'
    assert printed(name, [ANN, BO, CY]) == text


SUBSTITUTED = '<names variable="author"><name/><substitute>{}</substitute></names>'


@pytest.mark.parametrize(
    "stand_in",
    [
        '<text variable="title"/>',
        '<group delimiter=", "><text variable="title"/><text variable="title"/></group>',
        (
            '<group><choose><if type="book"><text variable="title"/></if></choose>'
            '<text variable="title" prefix="!"/></group>'
        ),
    ],
)
def test_what_stands_in_for_names_is_printed_once(stand_in: str) -> None:
    layout = SUBSTITUTED.format(stand_in) + '<text variable="title" prefix=" again "/>'
    made = Processor(load_style(style(layout)), [{"id": "a", "type": "book", "title": "Pond"}])
    assert made.cite([{"id": "a"}]) == "Pond"


NAMES = '<group delimiter=" "><names variable="author"><name form="short" initialize-with="."/></names><date variable="issued"><date-part name="year"/></date></group>'
LISTED = '<names variable="author"><name name-as-sort-order="all" initialize-with="."/></names>'


def people(*names: str) -> list[dict[str, str]]:
    return [dict(zip(("given", "family"), name.split(), strict=True)) for name in names]


@pytest.mark.parametrize(
    ("lists", "cited", "listed"),
    [
        (["Jan Fox", "Jon Fox"], ["Jan Fox 1990", "Jon Fox 1990"], ["Fox, Jan", "Fox, Jon"]),
        (["Jan Fox", "Kit Fox"], ["J. Fox 1990", "K. Fox 1990"], ["Fox, J.", "Fox, K."]),
        (["Jan Fox", "Jan Roe"], ["Fox 1990", "Roe 1990"], ["Fox, J.", "Roe, J."]),
    ],
)
@pytest.mark.parametrize("rule", ["by-cite", "all-names", "primary-name"])
def test_given_names_of_cites_are_carried_into_the_list(
    lists: list[str], cited: list[str], listed: list[str], rule: str
) -> None:
    options = f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"'
    items = [
        {"id": str(n), "type": "book", "author": people(name), "issued": {"raw": "1990"}}
        for n, name in enumerate(lists)
    ]
    made = Processor(load_style(style(NAMES, LISTED, of_citation=options)), items)
    assert [made.cite([{"id": key}]) for key in made.keys] == cited
    assert [entry.text for entry in made.bibliography().entries] == listed


@pytest.mark.parametrize(
    ("first", "second", "cited"),
    [
        ("Ivy Holt", "Una Holt", ["I. Holt et al. 1990", "U. Holt et al. 1990"]),
        ("Ann Holt", "Amy Holt", ["Ann Holt et al. 1990", "Amy Holt et al. 1990"]),
        ("Ivy Holt", "Ivy Holt", ["Holt, Bane, et al. 1990", "Holt, Dale, et al. 1990"]),
    ],
)
def test_given_names_are_expanded_before_names_are_added(
    first: str, second: str, cited: list[str]
) -> None:
    options = (
        'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true" '
        'disambiguate-add-givenname="true"'
    )
    rows = [(first, "Cy Bane", "Di Crow"), (second, "Ed Dale", "Fo Ewe")]
    items = [
        {"id": str(n), "type": "book", "author": people(*row), "issued": {"raw": "1990"}}
        for n, row in enumerate(rows)
    ]
    made = Processor(load_style(style(NAMES, of_citation=options)), items)
    assert [made.cite([{"id": item["id"]}]) for item in items] == cited
