import pytest

from paracite.text import decode, fold, repair_mojibake, squeeze

BROKEN = {
    "√Čtudes internationales": "Études internationales",
    "Ã‰tudes": "Études",
    "M√ºller": "Müller",
    "naÃƒÂ¯ve": "naïve",
    "РџСЂРёРІРµС‚ РјРёСЂ": "Привет мир",
    "Å‚Ã³dÅº": "łódź",
}
SOUND = [
    *("Études", "Łódź", "Привет мир", "日本語", "l’état", "“École”", "CAFÉ”", "ORĂŞTIE", "Ω√2"),
    *("E≠mc²", "»Ö«", "50 µm ± 3", "Île-de-France", "naïve—Éa", "© Éditions", "Рё", "±5°é"),
]


@pytest.mark.parametrize(("broken", "meant"), BROKEN.items())
def test_mojibake_is_repaired(broken: str, meant: str) -> None:
    assert repair_mojibake(broken) == meant


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    assert repair_mojibake(text) == text


@pytest.mark.parametrize("codec", ["mac_latin2", "mac_roman", "cp1252", "latin-1"])
@pytest.mark.parametrize("text", ["Études", "Précis", "naïve"])
def test_utf8_read_in_another_codec_comes_back(text: str, codec: str) -> None:
    try:
        broken = text.encode().decode(codec)
    except UnicodeDecodeError:
        pytest.skip(f"{text} is no {codec}")
    assert repair_mojibake(broken) == text


def test_fold_makes_spellings_equal() -> None:
    assert fold("Études – Straße Ørsted") == fold("ETUDES - STRASSE ORSTED")


def test_squeeze_knows_every_space() -> None:
    assert squeeze(" a\u00a0\n b\u2009 ") == "a b"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_decode_finds_the_codec(codec: str) -> None:
    text, found = decode("é – ü".encode(codec))
    assert (text, found) == ("é – ü", codec)
