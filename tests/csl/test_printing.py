"""Dates, text case, signs, order and clusters in small styles of our own."""

from typing import Any

import pytest

from paracite.csl import Processor, load_style
from paracite.csl.sort import collated

from .styles import style

TITLE = '<text variable="title" text-case="{}"/>'


def cite(layout: str, lang: str = "", options: str = "", macros: str = "", **item: Any) -> str:
    made = style(layout, options=options, macros=macros)
    return Processor(load_style(made, lang), [{"id": "a", "type": "book", **item}]).cite(
        [{"id": "a"}]
    )


YEAR = '<date-part name="year"/>'
PARTS = '<date-part name="month" form="numeric" suffix="/"/><date-part name="year"/>'


@pytest.mark.parametrize(
    ("start", "end", "parts", "printed"),
    [
        ([1987, 4, 1], [1987, 4, 9], YEAR, "1987"),
        ([1987, 4], [1987, 6], YEAR, "1987"),
        ([1987, 4], [1988, 6], YEAR, "1987–1988"),
        ([1987], [1988], '<date-part name="year" range-delimiter=""/>', "1987–1988"),
        ([1987, 4, 1], [1987, 4, 9], PARTS, "4/1987"),
        ([1987, 4, 1], [1987, 5, 9], PARTS, "4–5/1987"),
        ([1987, 4, 1], [1988, 5, 9], PARTS, "4/1987–5/1988"),
    ],
)
def test_a_range_is_one_of_what_is_printed(start: Any, end: Any, parts: str, printed: str) -> None:
    layout = f'<date variable="issued">{parts}</date>'
    assert cite(layout, issued={"date-parts": [start, end]}) == printed


@pytest.mark.parametrize("form", ["numeric", "numeric-leading-zeros", "short", "long"])
def test_a_season_takes_the_place_of_the_month(form: str) -> None:
    layout = f'<date variable="issued" delimiter=" "><date-part name="month" form="{form}"/>{YEAR}</date>'
    assert cite(layout, issued={"date-parts": [[2001]], "season": 4}) == "Winter 2001"


@pytest.mark.parametrize(("year", "printed"), [(-270, "270! vC"), (90, "90! nC"), (1990, "1990!")])
def test_an_era_stands_behind_the_affixes_of_the_year(year: int, printed: str) -> None:
    layout = '<date variable="issued"><date-part name="year" suffix="!"/></date>'
    terms = '<term name="bc"> vC</term><term name="ad"> nC</term>'
    own = f"<locale><terms>{terms}</terms></locale>"
    assert cite(layout, macros=own, issued={"date-parts": [[year]]}) == printed


@pytest.mark.parametrize(
    ("title", "case", "printed"),
    [
        ("notes on st. and co. of the isles", "title", "Notes on St. and Co. of the Isles"),
        ("all of it. For all", "title", "All of It. For All"),
        ("a pond: the end", "title", "A Pond: The End"),
        ("THE RISE OF THE MARSH", "title", "The Rise of the Marsh"),
        ("PLOS ONE", "title", "PLOS ONE"),
        ("NASA", "title", "NASA"),
        ("@brook", "capitalize-first", "@brook"),
        ("(brook)", "capitalize-first", "(Brook)"),
        ("“brook”", "capitalize-first", "“Brook”"),
        ("3 brooks", "capitalize-first", "3 brooks"),
        ("iPod use", "capitalize-first", "iPod use"),
        ("Reeds in a Pond Near DNA", "sentence", "Reeds in a pond near DNA"),
        ("REEDS IN A POND", "sentence", "Reeds in a pond"),
        ('In <span class="nocase">Ghent</span> Today', "sentence", "In Ghent today"),
    ],
)
def test_text_case(title: str, case: str, printed: str) -> None:
    assert cite(TITLE.format(case), title=title) == printed


@pytest.mark.parametrize(
    ("title", "case", "language", "printed"),
    [
        ("izmir ılıca", "uppercase", "tr-TR", "İZMİR ILICA"),
        ("İZMİR ILICA", "lowercase", "az", "izmir ılıca"),
        ("izmir", "capitalize-first", "tr", "İzmir"),
        ("izmir", "uppercase", "en", "IZMIR"),
        ("der Rand des Teichs", "title", "de", "der Rand des Teichs"),
        ("Der Rand des Teichs", "sentence", "de", "Der Rand des Teichs"),
    ],
)
def test_text_case_is_that_of_the_item_s_language(
    title: str, case: str, language: str, printed: str
) -> None:
    assert cite(TITLE.format(case), title=title, language=language) == printed


@pytest.mark.parametrize(
    ("own", "lang", "printed"),
    [
        ('default-locale="en-US"', "de-DE", "The Edge of a Pond"),
        ('default-locale="de-DE"', "en-US", "the edge of a pond"),
        ("", "fr-FR", "The Edge of a Pond"),
    ],
)
def test_an_item_is_in_the_language_of_the_style_not_of_the_list(
    own: str, lang: str, printed: str
) -> None:
    assert cite(TITLE.format("title"), lang, own, title="the edge of a pond") == printed


@pytest.mark.parametrize("sign", [":", ";", "!", "?", "»"])
def test_a_space_before_a_high_sign_is_narrow(sign: str) -> None:
    assert cite('<text variable="title"/>', title=f"Les eaux {sign} a") == f"Les eaux\u202f{sign} a"


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [
        ("!", ": ", "“Pond!” x"),
        ("?", ". ", "“Pond?” x"),
        (".", "! ", "“Pond.!” x"),
        (",", "? ", "“Pond,?” x"),
        ("", ": ", "“Pond”: x"),
        (";", ": ", "“Pond”; x"),
    ],
)
def test_signs_at_a_closing_quote(first: str, second: str, printed: str) -> None:
    layout = f'<text variable="title" quotes="true" suffix="{first}"/><text value="x" prefix="{second}"/>'
    assert cite(layout, title="Pond") == printed


@pytest.mark.parametrize(
    "ordered",
    [
        ["Reed bed A", "Reed, bed B", "“Reed” bed C"],
        ["Oakes", "O’Brien", "Odum"],
        ["item 2", "item 10", "item 11"],
        ["Eda", "Édb", "Edc"],
        ["Smith", "Smith A", "Smithson"],
        ["Al-Bari", "albert"],
    ],
)
def test_the_order_of_dictionaries(ordered: list[str]) -> None:
    backwards = [*reversed(ordered)]
    assert sorted(backwards, key=collated) == ordered


IBID = (
    '<choose><if position="ibid"><text term="ibid"/></if><else-if position="subsequent">'
    '<text variable="title" prefix="again "/></else-if><else><text variable="title"/></else></choose>'
)


@pytest.mark.parametrize(
    ("cited", "notes", "printed"),
    [
        ("abb", (1, 2, 3), ["A", "B", "Ibid."]),
        ("abb", (1, 1, 2), ["A", "B", "again B"]),
        ("abb", (1, 2, 2), ["A", "B", "Ibid."]),
        ("abcc", (1, 2, 2, 3), ["A", "B", "C", "again C"]),
        ("abbb", (1, 1, 2, 3), ["A", "B", "again B", "Ibid."]),
    ],
)
def test_ibid_follows_a_note_of_one_citation(
    cited: str, notes: tuple[int, ...], printed: list[str]
) -> None:
    items = [{"id": key, "type": "book", "title": key.upper()} for key in "abc"]
    made = Processor(load_style(style(IBID, kind="note")), items)
    assert made.citations([[{"id": key}] for key in cited], notes) == printed


@pytest.mark.parametrize(
    ("prefix", "printed"),
    [
        ("See also. ", "See also. Ibid."),
        ("Is it so? ", "Is it so? Ibid."),
        ("Vgl. ", "Vgl. ibid."),
        ("but see ", "but see ibid."),
        ("", "Ibid."),
    ],
)
def test_a_term_behind_a_sentence_starts_with_a_capital(prefix: str, printed: str) -> None:
    made = Processor(load_style(style('<text term="ibid"/>', kind="note")), [{"id": "a"}])
    assert made.cite([{"id": "a", "prefix": prefix}]) == printed


DATED = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names><group delimiter=", ">'
    '<date variable="issued"><date-part name="year"/></date><text variable="locator"/></group></group>'
)


@pytest.mark.parametrize(
    ("locators", "printed"),
    [
        ({}, "Gale 1, 2; Hay 3"),
        ({"a": "12"}, "Gale 1, 12; 2; Hay 3"),
        ({"b": "12"}, "Gale 1, 2, 12; Hay 3"),
        ({"c": "12"}, "Gale 1, 2; Hay 3, 12"),
    ],
)
def test_a_locator_in_a_collapsed_group_ends_it(locators: dict[str, str], printed: str) -> None:
    options = 'collapse="year" after-collapse-delimiter="; " cite-group-delimiter=", "'
    items = [
        {"id": key, "type": "book", "author": [{"family": name}], "issued": {"raw": f"200{n}"}}
        for n, (key, name) in enumerate((("a", "Gale"), ("b", "Gale"), ("c", "Hay")), 1)
    ]
    text = style(DATED, of_citation=options, layout='delimiter=", "')
    cites = [{"id": key, "locator": locators.get(key, "")} for key in "abc"]
    assert Processor(load_style(text), items).cite(cites).replace("200", "") == printed


@pytest.mark.parametrize(
    ("prefix", "printed"),
    [(". Then: ", "A. Then: B"), (", ", "A, B"), ("and ", "A; and B"), ("", "A; B")],
)
def test_a_prefix_with_a_sign_takes_the_delimiter_s_place(prefix: str, printed: str) -> None:
    items = [{"id": key, "type": "book", "title": key.upper()} for key in "ab"]
    made = Processor(load_style(style('<text variable="title"/>', layout='delimiter="; "')), items)
    assert made.cite([{"id": "a"}, {"id": "b", "prefix": prefix}]) == printed


def test_a_form_is_sought_in_all_locales_before_another_is_taken() -> None:
    layout = '<text term="version" form="short"/>'
    assert cite(layout, "id-ID") == "v."


@pytest.mark.parametrize("number", ["US 4,821,305", "12,204,311", "1,204"])
def test_thousands_are_one_number(number: str) -> None:
    layout = '<group delimiter=" "><label variable="number" form="short"/><number variable="number"/></group>'
    assert cite(layout, number=number) == f"no. {number}"


def test_the_space_that_ends_an_entry_stands_in_no_block() -> None:
    listed = '<text variable="title" suffix=". "/><text variable="note" suffix=". "/>'
    text = style('<text variable="title"/>', listed, of_bibliography='second-field-align="flush"')
    item = {"id": "a", "type": "book", "title": "Pond", "note": "End"}
    [entry] = Processor(load_style(text), [item], "html").bibliography().entries
    assert 'right-inline">End.</div>' in entry.text
