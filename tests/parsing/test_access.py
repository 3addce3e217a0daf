"""When a work was looked at is taken out of a reference, in many languages, and nothing else is."""

import pytest

from paracite.parsing import access

SAID = {
    "Acesso em: 9 ago. 2022.": (2022, 8, 9),
    "Acesso em Maio/2020": (2020, 5, 0),
    "Last access: Feb. 3, 2021.": (2021, 2, 3),
    "Retrieved 14 June 2018.": (2018, 6, 14),
    "Retrieved May 5, 2010, from": (2010, 5, 5),
    "[Accessed 18 Feb 2021].": (2021, 2, 18),
    "Accessed: 2016-03-01": (2016, 3, 1),
    "— Дата обращения: 05.03.2021.": (2021, 3, 5),
    "(дата обращения: 05.03.2021).": (2021, 3, 5),
    "[letzter Zugriff 16. September 2017].": (2017, 9, 16),
    "(abgerufen am 3.4.2012)": (2012, 4, 3),
    "(consulté le 1er mars 2012).": (2012, 3, 1),
    "[Consulta: 3 de marzo de 2012].": (2012, 3, 3),
    "(ultimo accesso: 12 maggio 2015).": (2015, 5, 12),
    "[dostęp: 12.03.2020].": (2020, 3, 12),
    "[cit. 2020-03-12].": (2020, 3, 12),
    "(Hämtad 2015-03-12)": (2015, 3, 12),
    "(Erişim tarihi: 12.03.2020)": (2020, 3, 12),
    "Diakses pada tanggal 12 Maret 2020": (2020, 3, 12),
    "(megtekintés: 2015. 03. 12.)": (2015, 3, 12),
    "(2020年1月1日閲覧)": (2020, 1, 1),
    "(閲覧日：2020年1月1日)": (2020, 1, 1),
}
NOT_SAID = [
    "Smith J. Access to health care in 2010. Lancet 2011;3:4.",
    "Smith J. Consulted in 1999: a study. Lancet 2011;3:4-6.",
    "Smith J. The most cited papers of 2010. Lancet 2011;3:4.",
    "Smith J. Open access. 2010 May. Lancet 2011;3:4.",
    "Lee K. Visited by the dead. 2010. Novel. Penguin.",
    "Retrieved May 5, 2010, from the old. Lee, K.",
]


@pytest.mark.parametrize("printed", SAID)
def test_when_it_was_looked_at(printed: str) -> None:
    text, date = access.without(f"Ada, K. The shape of ice. http://example.org/x {printed}")
    assert date is not None
    assert (date.year, date.month, date.day) == SAID[printed]
    assert text.rstrip(".") == "Ada, K. The shape of ice. http://example.org/x"


@pytest.mark.parametrize("printed", NOT_SAID)
def test_words_of_a_title_are_no_access_note(printed: str) -> None:
    assert access.without(printed) == (printed, None)


def test_volume_behind_the_note_stays_with_its_year() -> None:
    text, _ = access.without("Ode A. Ice. J Cold [Internet]. 2010 [cited 2012 Jul 14];12(3):4-5.")
    assert text == "Ode A. Ice. J Cold [Internet]. 2010;12(3):4-5."


def test_day_in_brackets_of_an_online_mark() -> None:
    text, date = access.without("方向明. 标题[EB/OL]. (2019-02-01)[2020-03-12]. http://example.cn")
    assert date
    assert (date.year, date.month, date.day) == (2020, 3, 12)
    assert "2019-02-01" in text
    assert access.without("方向明. 标题[M]. (2019)[2020-03-12].")[1] is None


LABELS = [
    "Disponível em: ",
    "Available from: ",
    "Режим доступа: ",
    "Retrieved from ",
    "Dostupné z: ",
    "Online verfügbar unter ",
    "Disponible en: <",
    "URL: ",
]


@pytest.mark.parametrize("label", LABELS)
def test_words_before_an_address(label: str) -> None:
    text = f"Ada, K. The shape of ice. {label}"
    match = access.WHERE.search(text)
    assert match
    assert text[: match.start()].rstrip(".") == "Ada, K. The shape of ice"
