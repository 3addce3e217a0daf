"""Labels of references: numbers, keys, dots."""

import textwrap

import pytest

from paracite.parsing import segment

TEXTS = [
    f"{name}, {name[0]}. ({1980 + n}). Another title of the year that was long. Things, {n}(2), 5–6."
    for n, name in enumerate(["Abel", "Baum", "Cole", "Dahl", "Egan", "Ford"], 1)
]
LABELS = ["{n}. ", "{n} ", "[{n}] ", "[ {n} ] ", "({n}) ", "{n}) ", "【{n}】", "［{n}］ "]
KEYS = ["ABC{n:02}", "Lee{n:02}a", "RFC911{n}", "Lee and Roe, 200{n}", "ISO 900{n}", "KKR+1{n}", "lee2003-{n}"]  # fmt: skip
MARKS = ["• ", "- ", "* ", "– ", "▪ ", "●"]


def wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, 60, break_on_hyphens=False)


@pytest.mark.parametrize("start", [1, 0, 31])
@pytest.mark.parametrize("form", LABELS)
def test_numbers_that_count_up(form: str, start: int) -> None:
    if form == "{n} " and start > 1:
        pytest.skip("a number without any sign is believed from 1 on only")
    lines = [x for n, text in enumerate(TEXTS, start) for x in wrapped(form.format(n=n) + text)]
    found = segment.segment(lines)
    assert [x.text.lstrip("[]()【】［］0123456789. ") for x in found] == TEXTS


@pytest.mark.parametrize("form", KEYS)
def test_a_key_is_taken_off_and_kept(form: str) -> None:
    keys = [form.format(n=n) for n in range(1, 7)]
    lines = [x for key, text in zip(keys, TEXTS, strict=True) for x in wrapped(f"[{key}] {text}")]
    assert [(x.key, x.text) for x in segment.segment(lines)] == list(zip(keys, TEXTS, strict=True))


@pytest.mark.parametrize("remark", ["[Internet]", "[J]", "[EB/OL]", "[Online]", "[cited 2020 Feb 10]"])  # fmt: skip
def test_a_remark_in_brackets_is_no_key(remark: str) -> None:
    lines = [x for text in TEXTS for x in (text[:-20], f"{remark} {text[-20:]}", "")]
    found = segment.segment(lines)
    assert len(found) == len(TEXTS)
    assert not any(x.key for x in found)


@pytest.mark.parametrize("mark", MARKS)
def test_a_dot_is_taken_off(mark: str) -> None:
    lines = [x for text in TEXTS for x in wrapped(mark + text)]
    assert [x.text for x in segment.segment(lines)] == TEXTS


def test_a_dash_for_an_author_is_no_dot() -> None:
    lines = [TEXTS[0], "——. (2001). Second. Things, 3(1), 4.", "——. (2002). Third. Things, 3(1), 4.", TEXTS[1]]  # fmt: skip
    assert [x.text for x in segment.segment(lines)] == lines


@pytest.mark.parametrize("between", [[], [""]])
@pytest.mark.parametrize("form", ["{n}", "[{n}]", "{n}.", "({n})"])
def test_a_label_may_stand_on_a_line_of_its_own(form: str, between: list[str]) -> None:
    lines = [x for n, t in enumerate(TEXTS, 1) for x in (form.format(n=n), *between, t, "")]
    assert [x.text.lstrip("[]()0123456789. ") for x in segment.segment(lines)] == TEXTS


@pytest.mark.parametrize(
    "groups",
    [("Primary sources", "Books"), ("A. Archives", "B. Printed works"), ("UK Cases", "Table of Legislation: UK"), ("Стари", "Нови")],
)  # fmt: skip
def test_headings_of_groups_are_no_references(groups: tuple[str, str]) -> None:
    loose = [x for text in (groups[0], *TEXTS[:3], groups[1], *TEXTS[3:]) for x in (text, "")]
    assert [x.text for x in segment.segment(loose)] == TEXTS
    again = [x for group, part in zip(groups, (TEXTS[:3], TEXTS[3:]), strict=True) for x in (group, "", *(f"{n}. {t}" for n, t in enumerate(part, 1)), "")]  # fmt: skip
    assert len(segment.segment(again)) == len(TEXTS)


def test_a_short_line_of_a_reference_is_no_heading() -> None:
    lines = ["Roe, J. (2001). A title that is long enough for a line. New York: Roe", "Press.", "Zuse, K. (1999). A third one. Nature, 4, 5-6."]  # fmt: skip
    assert segment.segment(lines)[0].text.endswith("Roe Press.")


def test_a_year_that_a_comma_leads_to_is_no_page_number() -> None:
    lines = ["1. Freed D.D, Journal of Virology, 64(4) : 1590-1597,", "1990", "2. Lee, K. Cities. Press, 2001.", "", "17", "", "3. Roe, J. Towns. Press, 2002."]  # fmt: skip
    assert [x.text[-5:] for x in segment.segment(lines)] == [" 1990", "2001.", "2002."]
