"""Months and seasons by name."""

import pytest

from paracite.fields import months

LANGUAGES = {
    "en": "january february march april may june july august september october november december",
    "en, short": "jan. feb. mar. apr. may jun. jul. aug. sept. oct. nov. dec.",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "fi": "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu"
    " marraskuu joulukuu",
}
SEASONS = {
    "en": "spring summer autumn winter",
    "de": "Frühling Sommer Herbst Winter",
    "fr": "printemps été automne hiver",
    "es": "primavera verano otoño invierno",
    "it": "primavera estate autunno inverno",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_month_is_known_in_many_languages(language: str) -> None:
    assert [months.month(name) for name in LANGUAGES[language].split()] == [*range(1, 13)]


@pytest.mark.parametrize("language", SEASONS)
def test_a_season_is_known_in_many_languages(language: str) -> None:
    assert [months.season(f"{name}.") for name in SEASONS[language].split()] == [1, 2, 3, 4]


@pytest.mark.parametrize("word", ["", "No", "Vol", "1999", "May1", "Smith", "Journal"])
def test_other_words_are_no_month(word: str) -> None:
    assert months.month(word) == months.season(word) == 0
