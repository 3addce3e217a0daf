"""Strings to strings: decoding, spaces, folding, and the repair of mojibake."""

import re
import unicodedata
from functools import lru_cache

NO_WIDTH = str.maketrans(
    {"\u200b": " ", "\ufeff": " "}
)  #: spaces that `str.split` takes for letters
DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


class Letters(dict[int, str]):
    """What stands for each letter when folded: nothing for a mark put on another."""

    def __missing__(self, code: int) -> str:
        """Look a letter up once; `str.translate` asks for each that it meets."""
        letter = chr(code)
        return self.setdefault(code, "" if unicodedata.combining(letter) else letter)


NOT_DECOMPOSED = {
    "ß": "ss",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
}
LETTERS = Letters(str.maketrans(NOT_DECOMPOSED))
FOLDED_FURTHER = re.compile(rf"[^\x00-\u02ff]+|[{''.join(NOT_DECOMPOSED)}]")

# Codecs UTF-8 is at times read in by mistake and that ftfy does not try, likeliest first.
MISREAD_AS = (
    *("mac_latin2", "mac_croatian", "mac_turkish", "mac_greek", "mac_cyrillic", "mac_iceland"),
    *("iso8859_15", "cp850", "cp852", "cp866", "koi8_r", "cp1256", "cp1258"),
)
MAY_BE_MISREAD = re.compile(r"[\x80-\u2e7f\uf8ff][^\x00-\x7f]|[^\x00-\x7f][\x80-\u2e7f\uf8ff]")
FONT_TAG = re.compile(
    r"</?(?:i|b|u|em|strong|su[bp]|italics?|bold|span|scp|font)\b[^<>]*>", re.IGNORECASE
)
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def squeeze(text: str) -> str:
    """Replace every run of white space by one space and strip the ends."""
    return " ".join((text if text.isascii() else text.translate(NO_WIDTH)).split())


def lines(text: str) -> list[str]:
    """Cut a text at its newlines only, so that lines count as an editor counts them."""
    return re.split(r"\r\n|\r|\n", text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold case, diacritics, ligatures and dashes, to compare and to search.

    >>> fold("Études – Straße")
    'etudes - strasse'
    """
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", DASHES.sub("-", text).casefold())
    return FOLDED_FURTHER.sub(lambda match: match[0].translate(LETTERS), plain)


def without_markup(text: str) -> str:
    """Drop tags of fonts and positions: `<i>`, `</sup>`, `<italic>`.

    >>> without_markup("<i>In vivo</i> growth for a<b")
    'In vivo growth for a<b'
    """
    return FONT_TAG.sub("", text) if "<" in text else text


def words(text: str) -> list[str]:
    """Split folded text into its words, without punctuation."""
    return re.findall(r"\w+", fold(text))


def decode(data: bytes) -> tuple[str, str]:
    """Decode a file's bytes; give the text and the codec that encodes it back.

    A byte-order mark decides, else UTF-8 where it is valid, else Windows-1252,
    else Latin-1, which takes every byte.
    """
    for mark, codec in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(codec, "replace"), codec
    for codec in ("utf-8", "cp1252"):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def repair_mojibake(text: str) -> str:
    """Undo UTF-8 that was read in another codec, where that is proven.

    ftfy knows the usual codecs.  For the others a run of characters is replaced
    when, written in that codec, it is strictly valid UTF-8, and the symbols it
    had (`√`, `©` …) turn into letters of one script: correct text does neither.

    >>> repair_mojibake("√Čtudes internationales")
    'Études internationales'
    """
    if not MAY_BE_MISREAD.search(text):
        return text
    from ftfy import fix_encoding

    return NOT_ASCII.sub(lambda match: _repair_run(match[0]), fix_encoding(text))


def _repair_run(run: str) -> str:
    if not any(map(_is_symbol, run)):
        return run
    for codec in MISREAD_AS:
        try:
            meant = run.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        if _reads_well(meant):
            return meant
    return run


def _reads_well(text: str) -> bool:
    """Return whether `text` is letters of one script or everyday punctuation."""
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha()}
    return len(scripts) <= 1 and all(c.isalpha() or c in "–—‘’“”„…«» " for c in text)


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) in ("Sm", "Sc", "Sk", "So", "Cc", "Co")
