"""The author-date grammar, by references of several styles."""

import pytest

from paracite.parsing import author_date

CASES = {
    "Lee, K. (2003). A title: and more. Journal of Things, 12(3), 45-67.": [
        ("author", "Lee, K."),
        ("date", "2003"),
        ("title", "A title: and more"),
        ("journal", "Journal of Things"),
        ("volume", "12"),
        ("issue", "3"),
        ("pages", "45-67"),
    ],
    "Lee, K. & Roe, J. (2003, May) A title (2nd ed.). New York: Roe Press.": [
        ("author", "Lee, K. & Roe, J."),
        ("date", "2003, May"),
        ("title", "A title"),
        ("edition", "2nd ed."),
        ("location", "New York"),
        ("publisher", "Roe Press"),
    ],
    "Lee, K. 2003. “A quoted title.” Social Things 12: 45–67.": [
        ("author", "Lee, K."),
        ("date", "2003"),
        ("title", "A quoted title"),
        ("journal", "Social Things"),
        ("volume", "12"),
        ("pages", "45–67"),
    ],
    "Lee, K. (n.d.). A title. In J. Roe (Ed.), A book of U.S. things (Vol. 2, pp. 3-9). Sage.": [
        ("author", "Lee, K."),
        ("date", "n.d."),
        ("title", "A title"),
        ("editor", "J. Roe"),
        ("container-title", "A book of U.S. things"),
        ("volume", "2"),
        ("pages", "3-9"),
        ("publisher", "Sage"),
    ],
    "Roe, J. (Ed.). (2001). Things. Oxford University Press.": [
        ("editor", "Roe, J."),
        ("date", "2001"),
        ("title", "Things"),
        ("publisher", "Oxford University Press"),
    ],
    "Lee, K., 2015. A title. 2. rev. ed. London: Roe.": [
        ("author", "Lee, K."),
        ("date", "2015"),
        ("title", "A title"),
        ("edition", "2. rev. ed"),
        ("location", "London"),
        ("publisher", "Roe"),
    ],
    "Lee, Kim. 1984. A title: Of things. Fifth edition. Translated by J. Roe. Cambridge, MA: Roe.": [
        ("author", "Lee, Kim."),
        ("date", "1984"),
        ("title", "A title: Of things"),
        ("edition", "Fifth edition"),
        ("translator", "J. Roe"),
        ("location", "Cambridge, MA"),
        ("publisher", "Roe"),
    ],
    "Lee, K. (2003). Things. Ed. J. Roe. London: Roe.": [
        ("author", "Lee, K."),
        ("date", "2003"),
        ("title", "Things. Ed. J. Roe"),
        ("location", "London"),
        ("publisher", "Roe"),
    ],
    "Lee, K. (2003). Things. Translated by machines. London: Roe.": [
        ("author", "Lee, K."),
        ("date", "2003"),
        ("title", "Things. Translated by machines"),
        ("location", "London"),
        ("publisher", "Roe"),
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_parts(text: str) -> None:
    assert [(part.label, part.text) for part in author_date.parse(text)] == CASES[text]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "S. E. Han, G. Chen, Nano Lett. 2010, 10, 1012.",
        "The history of the world in the year (1999). And so on.",
        "“A title”, in Journal, 1999, p. 4.",
    ],
)
def test_other_styles_are_left_to_others(text: str) -> None:
    assert author_date.parse(text) == ()
