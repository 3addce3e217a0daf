"""Months and seasons: their English names and abbreviations, and their stems in many languages."""

from functools import lru_cache

from paracite.text import fold

NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
ABBREVIATIONS = tuple(name[:3].lower() for name in NAMES)  #: as BibTeX's macros are called
IN_ENGLISH = rf"(?:{'|'.join(ABBREVIATIONS)})[a-z]*"  #: the pattern of a month, folded
# Stems of the months' names, folded; a longer word that begins so is the same month.
STEMS = (
    "jan janv ene gen sty led янв tammi",
    "feb fev fevr fév лют лут фев helmi",
    "mar mars marzo marc marz maret maa mrt март",
    "apr avr abr nis kwi апр huhti",
    "may mai mei maio maj май mayo mag touko",
    "jun juin juni giu cze июн kesa haziran",
    "jul juil juli lug lip июл heina temmuz",
    "aug aout ago agu agos авг elo agustus",
    "sep sept set syysk сент wrz eylul",
    "oct okt ott out окт lokak ekim",
    "nov noyabr ноя marrask kasim",
    "dec dez dic des дек joulu gru aralik",
)
ENGLISH_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
SEASONS = {
    1: "spring fruhling fruhjahr printemps primavera",
    2: "summer sommer ete verano estate",
    3: "autumn fall herbst automne otono autunno",
    4: "winter hiver invierno inverno",
}
MONTH_OF_STEM = {stem: n for n, stems in enumerate(STEMS, 1) for stem in stems.split()}
SEASON_OF_NAME = {name: n for n, names in SEASONS.items() for name in names.split()}
SHORTEST, LONGEST = 3, 7  #: letters of a stem
BEGINNINGS = frozenset(stem[:SHORTEST] for stem in MONTH_OF_STEM)


@lru_cache(maxsize=4096)
def month(word: str) -> int:
    """Return the number of the month that `word` names in one of many languages, or 0.

    >>> month("März"), month("sept."), month("Mario")
    (3, 9, 3)
    """
    folded = fold(word).strip(".,")
    if folded[:SHORTEST] not in BEGINNINGS or not folded.isalpha():
        return 0
    stems = (
        folded[:length] for length in range(LONGEST, SHORTEST - 1, -1)
    )  # `marraskuu`, not `mar`
    return next((MONTH_OF_STEM[stem] for stem in stems if stem in MONTH_OF_STEM), 0)


def season(word: str) -> int:
    """Return 1 (spring) to 4 (winter) for the season that `word` names, or 0."""
    return SEASON_OF_NAME.get(fold(word).strip(".,"), 0)
