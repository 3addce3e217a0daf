"""Where a list is, and where each of its references ends."""

import pytest

from paracite.fields.lexicons import lexicon
from paracite.parsing import find, segment

A = "Lee, K. (2003). A long enough title. Journal of Things, 12(3), 45-67."
B = "Roe, J. (2001). Another title. New York: Roe Press."
C = "Zuse, K. (1999). A third one. Nature, 4, 5-6."


@pytest.mark.parametrize(
    "heading",
    [
        "References",
        "6. REFERENCES",
        "Daftar Pustaka",
        "Bibliografía",
        "Литература",
        "参考文献",
        "Literatur:",
    ],
)
def test_list_is_found_under_its_heading(heading: str) -> None:
    [found] = find.find(f"A title\n\nSome text.\n\n{heading}\n\n{A}\n\n{B}\n")
    assert found.start == 7
    assert found.lines == (A, "", B)


@pytest.mark.parametrize(
    "after",
    [
        "DOI: https://doi.org/10.1000/1",
        "Article Metrics\n\nAbstract view : 0 times",
        "Copyright (c) 2020 Someone",
        "This work is licensed under a Creative Commons License.",
        "Appendix A\n\nSome long text that goes on.",
    ],
)
def test_list_ends_where_the_page_goes_on(after: str) -> None:
    [found] = find.find(f"References\n{A}\n\n{B}\n\n\n{after}\n")
    assert found.lines == (A, "", B)


def test_two_lists() -> None:
    text = f"Chapter\n\nReferences\n\n{A}\n\nMore text.\n\nBibliography\n\n{B}\n"
    assert [found.lines for found in find.find(text)] == [(A,), (B,)]


def test_pasted_list_needs_no_heading() -> None:
    [found] = find.find(f"{A}\n{B}\n{C}\n")
    assert found.lines == (A, B, C)


@pytest.mark.parametrize("text", ["", "Only text.\n\nNo list here.\n", "References\n\nNone.\n"])
def test_no_list(text: str) -> None:
    assert find.find(text) == ()


WRAPPED = [A[:40], A[40:]], [B[:30], B[30:]], [C[:30], C[30:]]
LAYOUTS = {
    "blank lines": [line for lines in WRAPPED for line in (*lines, "")],
    "numbers": [
        f"[{n}] {a}" if i == 0 else a for n, ab in enumerate(WRAPPED, 1) for i, a in enumerate(ab)
    ],
    "hanging indents": [line for first, rest in WRAPPED for line in (first, f"    {rest.strip()}")],
    "one a line": [A, B, C],
    "page numbers": [A[:40], A[40:], "", " 17 ", "", B, "", C],
    "no mark at all": [line for lines in WRAPPED for line in lines],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_segments(layout: str) -> None:
    texts = [each.text.partition("] ")[2] or each.text for each in segment.segment(LAYOUTS[layout])]
    assert [text.replace(" ", "") for text in texts] == [t.replace(" ", "") for t in (A, B, C)]


def test_hyphen_at_a_line_end_is_undone() -> None:
    assert segment.join(["A para-", "diplomacy of the Franco-", "German kind"]) == (
        "A paradiplomacy of the Franco-German kind"
    )


def test_bare_list_drops_nothing() -> None:
    lines = ["ibid.", "Lee 2003", "", "???", "", "x"]
    assert [each.text for each in segment.each_paragraph(lines)] == ["ibid. Lee 2003", "???", "x"]
    assert [each.text for each in segment.each_paragraph(["one", "two"])] == ["one", "two"]


def test_an_address_broken_in_a_narrow_column_is_joined() -> None:
    address = ["https://doi.org/10.1007/s12021-022-0", "9599-y"]
    assert segment.join(["Things, 3, 4-5.", *address]).endswith("10.1007/s12021-022-09599-y")


def test_a_doi_at_a_line_start_is_no_number_of_the_list() -> None:
    printed = [
        f"[{n}] Lee, K. “A title,” Things, vol. {n}, doi:\n10.1000/x{n}.0{n}" for n in range(7, 13)
    ]
    lines = "\n".join(f"[{n}] Doe, A. “Another,” Things, vol. {n}." for n in range(1, 7)).split(
        "\n"
    )
    found = segment.segment([*lines, *"\n".join(printed).split("\n")])
    assert len(found) == 12


def test_lines_that_hold_a_date_and_an_address_are_still_parts_of_references() -> None:
    printed = [
        f"Doe, A. 19{n}. “A long and winding title of many words.”\nArchives of Dermatology {n} (3): 45–67."
        f"\nhttps://doi.org/10.1001/archderm.{n}.3.45."
        for n in range(70, 80)
    ]
    assert len(segment.segment("\n".join(printed).split("\n"))) == 10


def test_a_doi_that_a_comma_leads_to_does_not_end_the_list() -> None:
    narrow = [
        "[1] J. Bai, “Images,” J. Eng., vol. 21,",
        "pp. 127–133, Feb. 2010,",
        "doi: 10.3969/j.2010.01.020.",
    ]
    more = [
        "[2] R. Marks, “Histology of",
        "rosacea,” Archives",
        "of Dermatology, vol.",
        "100, no. 6, pp. 68–9,",
        "Dec. 1969.",
    ]
    [listed] = find.find("\n".join(["References", "", *narrow, *more]))
    assert len(listed.lines) == len(narrow) + len(more)


def test_a_reference_that_begins_a_page_is_one_of_its_own() -> None:
    lines = [*WRAPPED[0], "", *WRAPPED[1], "\f" + WRAPPED[2][0], *WRAPPED[2][1:]]
    assert len(segment.segment(lines)) == 3


def test_numbers_are_all_of_one_form() -> None:
    lines = [f"[{n}] Doe, A. 19{n}0. “Title.” Things 114" for n in range(1, 6)]
    lines.insert(5, "(6): 1343–44, and more.")
    assert len(segment.segment([*lines, "[6] Roe, J. 1999. “Other.” Things 2."])) == 6


def test_a_list_goes_on_behind_a_doi_that_stands_alone() -> None:
    lines = ["Roe, J. Future Trends. J Bioequiv 8, 37–43.", "doi:10.4172/jbb.1000264"]
    lines += [
        "COLLECTIF. Processus tumoraux. Paris: Vuibert,",
        "2013. 240 p.",
        "Lee, K. Cities. Press, 2001.",
    ]
    [listed] = find.find("\n".join(["References", *lines]))
    assert len(listed.lines) == len(lines)


def test_a_header_that_looks_like_a_reference_is_dropped_where_it_is_repeated() -> None:
    header = "\fJournal of Things 12 (2010)"
    lines = [*WRAPPED[0], "201", header, *WRAPPED[1], "202", header, *WRAPPED[2]]
    texts = " ".join(each.text for each in segment.segment(lines))
    assert "Journal of Things 12 (2010)" not in texts
    ends = ["12(3), 45–67.", "201", "\f" + B, "14(2), 35–47.", "202", "\f" + C]
    assert "45–67" in segment.segment([A, *ends])[0].text


LAST = [
    "Flora, H. K., & Chande, S. V. “A review of agile processes for things”",
    "K. Beck et al., Manifesto of the Makers, http://example.org/",
    "3. World Makers’ Union. What is made. London, 2004",
    "Statistics Norway. Sixty years. Oslo: SN; 1999.",
]
OTHER = [
    "Lee teaches geography and is the author of many books, which were read in 2001.",
    "Karl Lee, 12 High Street, Leeds, k.lee@example.org",
    "Posted: 3 May 2010",
    "Next chapter",
    "Thanks go to the Fund. It was of help.",
]


@pytest.mark.parametrize("last", LAST)
def test_a_last_reference_of_few_signs_is_in_the_list(last: str) -> None:
    [found] = find.find(f"References\n\n{A}\n\n{B}\n\n{last}\n\n{OTHER[0]}\n")
    assert found.lines[-1] == last


@pytest.mark.parametrize("other", OTHER)
def test_what_is_no_reference_is_not_the_last_of_a_list(other: str) -> None:
    [found] = find.find(f"References\n\n{A}\n\n{B}\n\n{other}\n")
    assert found.lines[-1] == B


@pytest.mark.parametrize("mark", ["1 ", "1. ", "[1] ", "¹ ", "* ", "† "])
def test_notes_behind_a_list_end_it(mark: str) -> None:
    notes = f"{mark}For more on the family see, above all, Lee (1955).\n\n2 Roe (2004, p. 111) holds that."
    [found] = find.find(f"References\n\n{A}\n\n{B}\n\n{notes}\n")
    assert list(filter(None, found.lines)) == [A, B]


def test_runs_of_references_need_no_heading_and_prose_that_cites_is_none() -> None:
    prose = "As was argued by Lee (2003) and others (Roe, 2001, pp. 4-5), it is not known what they were."
    text = f"{prose}\n\nThese were read:\n\n{A}\n\n{B}\n\n{C}\n\n{prose}\n\nThe end of it."
    [found] = find.find(text)
    assert (found.start, found.lines) == (5, (A, "", B, "", C))
    assert find.find(f"{prose}\n\nOnly two:\n\n{A}\n\n{B}\n\n{prose}\n\n{prose}\n\n{prose}") == ()


def test_cases_and_acts_are_a_list() -> None:
    law = [
        "Baxton v Baxton [1949] 2 All ER 812",
        "R v Coggan [1978] QB 311",
        "Harbour Act 2003 sch 5",
    ]
    [found] = find.find("\n".join(["Text.", "", "BIBLIOGRAPHY", "", *law]))
    assert [each.text for each in segment.segment(found.lines)] == law


@pytest.mark.parametrize("words", sorted(lexicon("own_citation")))
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_the_citation_of_the_page_itself_is_in_no_list(words: str, blank: str) -> None:
    [found] = find.find(blank.join(["References", A, B, words.capitalize(), C, "Next chapter"]))
    assert list(filter(None, found.lines)) == [A, B]


def test_a_list_goes_on_behind_words_on_how_to_cite() -> None:
    [found] = find.find(f"References\n{A}\nHow to cite things.\n{B}\n{C}\n{A}")
    assert found.lines[-1] == A


@pytest.mark.parametrize(
    "words", ["Supplementary words and things", "Funding of towns", "Copyright of"]
)
def test_a_list_goes_on_where_references_follow(words: str) -> None:
    [found] = find.find(f"References\n{A}\n{words}\n{B}\n{C}\n")
    assert found.lines[-1] == C


def test_paragraphs_of_few_signs_stand_inside_a_list_and_not_behind_it() -> None:
    weak = "\n\n".join(["A remark on the work"] * 4)
    [found] = find.find(f"References\n\n{A}\n\n{weak}\n\n{B}\n\n{weak}\n")
    assert found.lines[-1] == B
    far = "\n\n".join(["A remark on the work"] * 25)
    [found] = find.find(f"References\n\n{A}\n\n{far}\n\n{B}\n")
    assert found.lines == (A,)


def test_a_heading_printed_on_each_page_begins_no_list() -> None:
    [found] = find.find(f"References\n\n{A}\n\n17\n\nReferences\n\n{B}\n")
    assert [each.text for each in segment.segment(found.lines) if len(each.text) > 9] == [A, B]


@pytest.mark.parametrize(
    "day",
    ["Vastaanotettu: 3.5.2010", "Beérkezett: 2010-05-03", "Ontvangen 3 mei 2010", "Recebido: 12 de março de 2019"],
)  # fmt: skip
def test_a_day_in_any_language_ends_tight_lines(day: str) -> None:
    [found] = find.find(f"References\n{A}\n{B}\n{day}\nNext chapter\n")
    assert found.lines == (A, B)


def test_the_doi_of_the_last_reference_is_its_own() -> None:
    [found] = find.find(f"References\n[1] {A}\n[2] Lee, K. Things. 2003.\ndoi:10.1000/1\n")
    assert found.lines[-1] == "doi:10.1000/1"


@pytest.mark.parametrize(
    "law", ["Smith v Jones 1978", "Harbour Act 2003", "Gesetz über Häfen 1999"]
)
def test_law_is_an_entry_by_its_name(law: str) -> None:
    assert find.is_entry(law)
    assert not find.is_entry("It is not known if this Act was one that they had read in 2003.")
