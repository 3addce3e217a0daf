"""Numerals: roman ones, and numbers written as words."""

ROMAN_LETTERS = "IVXLC"  #: those of volumes; D and M are too often initials
UNITS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
LAST_ROMAN = 3999


def roman(number: int) -> str:
    """Return a roman numeral in small letters, for 1 to 3999, else the number in digits.

    >>> roman(14), roman(0)
    ('xiv', '0')
    """
    if not 0 < number <= LAST_ROMAN:
        return str(number)
    out = ""
    for value, letters in UNITS:
        count, number = divmod(number, value)
        out += letters * count
    return out


#: The roman numerals of parts and volumes; from 16 on they are more often words or names.
PART_NUMERALS = {roman(number): number for number in range(1, 16)}
#: Cardinal and ordinal words of parts and editions, folded.
SPELLED = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "eins zwei drei",
        "erster zweiter dritter",
        "premiere deuxieme",
        "primera segunda tercera",
    )
    for number, word in enumerate(words.split(), 1)
}
