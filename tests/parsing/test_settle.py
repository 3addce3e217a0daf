"""What neighbouring labels say of each other."""

import pytest

from paracite.parsing.parts import Part
from paracite.parsing.settle import settled


def labels(*parts: tuple[str, str]) -> list[tuple[str, str]]:
    return [(part.label, part.text) for part in settled(tuple(Part(*part) for part in parts))]


def test_who_stands_before_the_date_is_the_author() -> None:
    given = ("publisher", "National Council"), ("date", "2001."), ("title", "Mercury.")
    assert labels(*given)[0] == ("author", "National Council")
    with_author = (("author", "Lee, K."), ("publisher", "Sage"), ("title", "Things"))
    assert labels(*with_author) == list(with_author)


def test_a_title_ends_where_its_quotation_ends() -> None:
    found = labels(("title", "“A title,” Annals of Things"), ("volume", "3"), ("pages", "4-5"))
    assert found[:2] == [("title", "“A title,”"), ("journal", "Annals of Things")]
    inside = ("title", "“Quoted” words in a title"), ("journal", "Nature")
    assert labels(*inside) == list(inside)


def test_the_kind_of_work_is_set_apart() -> None:
    assert labels(("title", "Rivers [Data set]."))[1] == ("genre", "Data set")
    assert labels(("title", "Analisis kinerja. Skripsi."))[1] == ("genre", "Skripsi")
    assert labels(("title", "The art of the thesis")) == [("title", "The art of the thesis")]


def test_a_publisher_alone_holds_the_title() -> None:
    assert labels(("author", "Said, E."), ("publisher", "Orientalism. Vintage,")) == [
        ("author", "Said, E."),
        ("title", "Orientalism"),
        ("publisher", "Vintage,"),
    ]


def test_a_year_before_a_quoted_title_is_the_date() -> None:
    parts = [
        ("author", "Glisson, C."),
        ("title", "1988. “Predictors of Things.”"),
        ("volume", "33"),
    ]
    assert labels(*parts)[1:3] == [("date", "1988"), ("title", "“Predictors of Things.”")]


def test_an_edition_before_the_publisher_is_set_apart() -> None:
    found = labels(("title", "Revolutions."), ("publisher", "3rd ed. Chicago Press;"))
    assert found[1:] == [("edition", "3rd ed."), ("publisher", "Chicago Press;")]


def test_editors_are_set_apart_from_book_and_publisher() -> None:
    found = labels(("title", "Bees."), ("container-title", "In: O’Neill AM, Lee K, eds. Rivers."))
    assert found[1:] == [("editor", "O’Neill AM, Lee K"), ("container-title", "Rivers.")]
    found = labels(("container-title", "Rivers,"), ("editor", "edited by Siti O’Neill, Sage,"))
    assert found[1:] == [("editor", "edited by Siti O’Neill"), ("publisher", "Sage")]


@pytest.mark.parametrize(
    ("printed", "volume", "page"),
    [
        ("12(6):e0178485.", "12(6)", "e0178485"),
        ("347:f6753.", "347", "f6753"),
        ("45(D1):D1075–D1081", "45(D1)", "D1075–D1081"),
        ("29:e45", "29", "e45"),
    ],
)
def test_electronic_page_behind_a_volume(printed: str, volume: str, page: str) -> None:
    parts = settled((Part("journal", "J Ice"), Part("volume", printed)))
    assert [(p.label, p.text) for p in parts[1:]] == [("volume", volume), ("pages", page)]


def test_volume_without_a_page_stays() -> None:
    for printed in ("vol. 12, no. 3,", "12(3)", "Bd. 2"):
        parts = (Part("journal", "J Ice"), Part("volume", printed))
        assert settled(parts) == parts


def test_day_of_a_newspaper_is_no_volume() -> None:
    parts = (
        Part("title", "Ice"),
        Part("journal", "Harbour Daily, Sep."),
        Part("volume", "14,"),
        Part("date", "2021."),
    )
    assert [(p.label, p.text) for p in settled(parts)][1:] == [
        ("journal", "Harbour Daily"),
        ("date", "Sep 14, 2021."),
    ]


def test_series_behind_a_meeting() -> None:
    text = "International Conference on Ice, Lecture Notes in Computer Science, Vol. 1412,"
    parts = settled((Part("title", "Cold"), Part("container-title", text)))
    assert [(p.label, p.text) for p in parts][1:] == [
        ("container-title", "International Conference on Ice"),
        ("collection-title", "Lecture Notes in Computer Science"),
        ("volume", "Vol. 1412"),
    ]


MOVED: list[tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]] = [
    (
        (("journal", "La Capital,"), ("volume", "12"), ("date", "mar. 2014.")),
        (("journal", "La Capital,"), ("date", "12 mar. 2014.")),
    ),
    (
        (("volume", "58,"), ("pages", "341"), ("date", "(2012)"), ("volume", "32.")),
        (("volume", "58,"), ("issue", "341"), ("date", "(2012)"), ("pages", "32.")),
    ),
    (
        (("volume", "58"), ("date", "(2012) 32.")),
        (("volume", "58"), ("date", "(2012)"), ("pages", "32")),
    ),
    ((("date", "Kessler"), ("title", "and the sea.")), (("title", "Kessler and the sea."),)),
    ((("volume", "Vol."), ("date", "1412,")), (("volume", "Vol. 1412,"),)),
    (
        (
            ("author", "Ministério da Saúde (BR)."),
            ("title", "Secretaria de Gelo. Relatório: dados."),
        ),
        (
            ("author", "Ministério da Saúde (BR). Secretaria de Gelo."),
            ("title", "Relatório: dados."),
        ),
    ),
    (
        (("title", "Instituto do Mar. Indicadores de maré."), ("url", "x")),
        (("author", "Instituto do Mar"), ("title", "Indicadores de maré."), ("url", "x")),
    ),
    (
        (("title", "The road. Tese (Doutorado em História) – Universidade de Gelo, Évora."),),
        (
            ("title", "The road."),
            ("genre", "Tese (Doutorado em História)"),
            ("publisher", "Universidade de Gelo"),
            ("location", "Évora"),
        ),
    ),
    (
        (("title", "Ice"), ("note", "Tese Doutorado")),
        (("title", "Ice"), ("genre", "Tese Doutorado")),
    ),
    (
        (("title", "Ice"), ("publisher", "Embrapa. (Comunicado Técnico, 88.)")),
        (("title", "Ice"), ("publisher", "Embrapa"), ("collection-title", "Comunicado Técnico 88")),
    ),
]
STAY: list[tuple[tuple[str, str], ...]] = [
    (("journal", "Critique,"), ("volume", "10,"), ("date", "January,")),
    (("date", "n.d."), ("title", "and the sea.")),
    (("author", "Lee, K."), ("title", "Institute of Ice. A history.")),
    (("title", "A report of ice. The second part."), ("author", "Lee, K.")),
    (("title", "The “Authenticating Requests (AWS Signature Version 4)”"),),
    (("date", "(2012)"), ("volume", "31 6:"), ("pages", "822-28.")),
]


@pytest.mark.parametrize(("printed", "meant"), MOVED)
def test_what_moves(
    printed: tuple[tuple[str, str], ...], meant: tuple[tuple[str, str], ...]
) -> None:
    assert tuple(labels(*printed)) == meant


@pytest.mark.parametrize("printed", STAY)
def test_what_stays(printed: tuple[tuple[str, str], ...]) -> None:
    assert tuple(labels(*printed)) == printed


def test_journal_with_its_place() -> None:
    place = (("location", "São Paulo,"), ("volume", "v. 31,"), ("pages", "p. 4-9,"))
    found = labels(("title", "Ice."), ("publisher", "Ensino e Gelo,"), *place)
    assert found[1] == ("journal", "Ensino e Gelo,")
    book = (("title", "Ice."), ("publisher", "Fjord,"), ("location", "Oslo,"), ("pages", "12"))
    assert tuple(labels(*book)) == book


def test_locator_in_a_date() -> None:
    found = labels(("journal", "J Ice."), ("date", "2022;25:e220031."))
    assert found[1:] == [("date", "2022"), ("volume", "25"), ("pages", "e220031")]


def test_section_of_a_newspaper_is_a_note() -> None:
    found = labels(
        ("title", "Ice."), ("journal", "La Capital,"), ("date", "2014."), ("title", "Sea.")
    )
    assert found[-1] == ("note", "Sea.")


@pytest.mark.parametrize(
    ("early", "between", "late", "in_title"),
    [
        ("2008.", (), "2002.", True),
        ("2008,", (("volume", "Vol. 13."),), "2002", True),
        ("1914", (("location", "Oslo:"),), "1975.", True),
        ("2008.", (), "2008.", False),
        ("(2008).", (), "2002.", False),
        ("May 2008.", (), "2002.", False),
    ],
)
def test_a_bare_year_behind_a_title_is_its_own_where_the_imprint_has_another(
    early: str, between: tuple[tuple[str, str], ...], late: str, *, in_title: bool
) -> None:
    imprint = (*between, ("publisher", "Fjord,"), ("date", late))
    found = labels(("author", "Roe, J."), ("title", "Ice of the north,"), ("date", early), *imprint)
    title = [("title", f"Ice of the north, {early}")]
    assert found[1:3] == (
        title + [*imprint][:1] if in_title else [("title", "Ice of the north,"), ("date", early)]
    )
