"""The processor: positions, disambiguation, collapsing, bad items, sections, titles' case."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paracite.csl import Processor, load_style
from paracite.errors import ParaciteError

from .styles import style

Item = dict[str, Any]


def book(key: str, family: str, year: int, title: str, given: str = "Ann", **more: Any) -> Item:
    author = [{"family": family, "given": given}]
    issued = {"date-parts": [[year]]}
    return {"id": key, "type": "book", "author": author, "issued": issued, "title": title, **more}


A, B = book("a", "Lee", 2001, "Rivers"), book("b", "Lee", 2001, "Deltas")
C, D = book("c", "Lee", 2003, "Seas", "Bo"), book("d", "Ray", 1999, "Fog")


def test_year_suffixes_follow_the_bibliography() -> None:
    processor = Processor(load_style("apa"), [A, B, D])
    assert processor.cite([{"id": "a"}]) == "(Lee, 2001b)"
    assert [key for key, _ in processor.bibliography().entries] == ["b", "a", "d"]


def test_given_names_tell_people_apart() -> None:
    processor = Processor(load_style("apa"), [A, C])
    assert processor.cite([{"id": "a"}, {"id": "c", "locator": "3-4"}]) == (
        "(A. Lee, 2001; B. Lee, 2003, pp. 3–4)"
    )


def test_years_of_one_author_collapse() -> None:
    processor = Processor(load_style("chicago-author-date"), [A, B, D])
    assert processor.cite([{"id": "b"}, {"id": "a"}, {"id": "d"}]) == "(Lee 2001a, 2001b; Ray 1999)"


def test_numbers_of_a_document_follow_its_citations_and_collapse() -> None:
    processor = Processor(load_style("ieee"), [A, B, C, D])
    cited = processor.citations([[{"id": "d"}], [{"id": "a"}, {"id": "b"}, {"id": "c"}]])
    assert cited == ["[1]", "[2], [3], [4]"]
    assert processor.bibliography().entries[0].id == "d"


def test_author_alone_and_left_out() -> None:
    processor = Processor(load_style("apa"), [A, D])
    assert processor.cite([{"id": "a", "author-only": True}, {"id": "d"}]) == "Lee"
    assert processor.cite([{"id": "a", "suppress-author": True}]) == "(2001)"


def test_positions_in_notes() -> None:
    style = load_style("chicago-notes-bibliography-subsequent-ibid")
    cited = Processor(style, [A, D]).citations(
        [[{"id": "a"}], [{"id": "a"}], [{"id": "a", "locator": "5"}], [{"id": "d"}], [{"id": "a"}]]
    )
    assert cited[0].startswith("Ann Lee, Rivers (2001)")
    assert cited[1:3] == ["Ibid.", "Ibid., 5."]
    assert cited[4] == "Lee, Rivers."


def test_items_are_not_changed() -> None:
    items = [A, {**B, "note": "PMID: 12"}]
    before = copy.deepcopy(items)
    Processor(load_style("apa"), items, sentence_case=True).bibliography()
    assert items == before


def test_a_bad_item_never_costs_the_list() -> None:
    items: list[object] = [A, 5, {"id": "x", "author": 7, "issued": "??", "title": ["no"]}, A]
    listed = Processor(load_style("apa"), items).bibliography()
    assert listed.entries[0] == ("a", "Lee, A. (2001). Rivers.")
    assert listed.warnings == (
        "item 2 is no CSL-JSON object: left out",
        "a: a second item with this id is left out",
    )


VALUES = st.one_of(
    st.none(),
    st.integers(-10, 3000),
    st.sampled_from(["", "<i>", '"q', "1-", "others", "ß", "\x80", "\x92"]),
)
JSON = st.recursive(
    VALUES,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season"]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=6,
)
VARIABLES = st.sampled_from(
    ["author", "editor", "issued", "title", "page", "volume", "DOI", "type"]
)
APA = load_style("apa")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(VARIABLES, JSON), max_size=3))
def test_any_json_is_rendered(found: list[Item]) -> None:
    items = [{**item, "id": str(n)} for n, item in enumerate(found)]
    processor = Processor(APA, items, "html")
    assert len(processor.citations([[{"id": item["id"]}] for item in items])) == len(items)
    assert not any("could not" in warning for warning in processor.bibliography().warnings)


def test_sections_and_abbreviations() -> None:
    article = {"id": "j", "type": "article-journal", "title": "T", "container-title": "Long Name"}
    processor = Processor(
        load_style("nature"),
        [A, article],
        abbreviations={"container-title": {"Long Name": "L. N."}},
    )
    [entry] = processor.bibliography(only=lambda item: item["type"] != "book").entries
    assert "L. N." in entry.text


def test_titles_in_sentence_case_keep_names() -> None:
    titles = {
        "a": "The Rivers of Northern Europe: A History",
        "b": "Growth of <i>Escherichia coli</i> on DNA Chips in Yucatan Caves",
        "c": "Farming in Yucatan",
    }
    items = [book(key, "Lee", 2001, title) for key, title in titles.items()]
    listed = Processor(load_style("apa"), items, sentence_case=True).bibliography()
    text = str(listed)
    assert "The rivers of northern Europe: A history" in text
    assert any(w.startswith("a: title put in sentence case") for w in listed.warnings)


@pytest.mark.parametrize(
    ("source", "said"),
    [("nosuchstyle", "unknown style"), ("<broken", "is not XML"), ("<style/>", "is no CSL style")],
)
def test_unusable_styles_are_one_clear_line(source: str, said: str) -> None:
    with pytest.raises(ParaciteError, match=said):
        load_style(source)


def test_names_of_styles() -> None:
    assert load_style("vancouver").title == load_style("nlm-citation-sequence").title
    assert load_style("apa", "de-DE").locale.term("and") == "und"


def test_unknown_key() -> None:
    with pytest.raises(ParaciteError, match="'zzz'"):
        Processor(load_style("apa"), [A]).cite([{"id": "zzz"}])


def inline(layout: str, item: Item, output: str = "html") -> str:
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    info = "<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>"
    text = f"{head}{info}<citation><layout>{layout}</layout></citation></style>"
    return Processor(load_style(text), [item], output).cite([{"id": item["id"]}])


def test_formatting_of_a_style_nests_and_that_of_a_field_turns_back() -> None:
    layout = '<group font-style="italic"><text variable="title" font-style="italic"/></group>'
    written = inline(layout, {"id": "a", "type": "book", "title": "On <i>E. coli</i>"})
    assert written == ('<i><i>On <span style="font-style:normal;">E. coli</span></i></i>')


def test_a_label_alone_does_not_keep_a_group() -> None:
    layout = '<group><label variable="volume"/><text variable="number-of-volumes"/></group>'
    assert inline(layout, {"id": "a", "type": "book", "volume": "2"}) == ""


def test_a_sign_goes_inside_the_quotes_and_their_formatting() -> None:
    layout = '<text variable="title" quotes="true" font-style="italic" suffix="."/>'
    assert inline(layout, {"id": "a", "type": "book", "title": "End"}) == "“<i>End.</i>”"


def test_what_stands_in_for_names_keeps_its_own_affixes() -> None:
    layout = (
        '<names variable="author" suffix="!"><name/>'
        '<substitute><text variable="title" suffix="."/></substitute></names>'
    )
    assert inline(layout, {"id": "a", "type": "book", "title": "End"}) == "End."
    assert inline(layout, A) == "Ann Lee!"


@pytest.mark.parametrize(
    ("ends", "printed"),
    [
        ([[2001, 9], [2001, 10]], "Lee. 2001 September–October"),
        ([[2001, 9, 1], [2001, 9, 5]], "Lee. 2001 September 1–5"),
        ([[2001], [2001]], "Lee. 2001"),
        ([[2001, 12], [2002, 1]], "Lee. 2001–2002 December–January"),
    ],
)
def test_a_range_prints_parts_that_are_equal_once(ends: list[list[int]], printed: str) -> None:
    item = {**A, "issued": {"date-parts": ends}}
    year = '<date variable="issued"><date-part name="year"/></date>'
    rest = year.replace("year", "month").replace("/></", '/><date-part name="day" prefix=" "/></')
    names = '<names variable="author"><name form="short"/></names>'
    csl = style(
        names, f'<group delimiter=" "><group suffix=".">{names}</group>{year}{rest}</group>'
    )
    [entry] = Processor(load_style(csl), [item]).bibliography().entries
    assert entry.text == printed
