"""Books as MLA and Chicago print them."""

import pytest

from paracite import parsing
from paracite.parsing import books


@pytest.mark.parametrize(
    ("text", "author", "title", "publisher", "place"),
    [
        ("Said, Edward W. Orientalism. Vintage, 1979.", "Said", "Orientalism", "Vintage", ""),
        (
            "Morrison, Toni. Beloved. New York: Alfred A. Knopf, 1987. Print.",
            *("Morrison", "Beloved", "Alfred A. Knopf", "New York"),
        ),
        (
            "Jansen, Willem, and Adam Kowalski. 2011. Foreign Desks. Harbour University Press.",
            *("Jansen", "Foreign Desks", "Harbour University Press", ""),
        ),
        (
            "Klein, Naomi. Capitalism vs. the Climate. New York: Simon & Schuster, 2014.",
            *("Klein", "Capitalism vs. the Climate", "Simon & Schuster", "New York"),
        ),
        (
            "Freire, Paulo. Pedagogy. Translated by Myra Bergman Ramos, Continuum, 2000.",
            *("Freire", "Pedagogy", "Continuum", ""),
        ),
    ],
)
def test_a_book_is_read(text: str, author: str, title: str, publisher: str, place: str) -> None:
    assert books.parse(text)
    found = parsing.parse(text)
    assert found.author[0].family == author
    assert (found.type, found.title, found.publisher) == ("book", title, publisher)
    assert found.publisher_place == place


@pytest.mark.parametrize(
    "text",
    [
        "Lee, Ada. A view of things. Journal of Things, 1999.",
        "Lee, Ada. A view of things. In ICML, 2006.",
        "Lee, Ada. A view of things. JAIR, 2013.",
        "Lee, Ada. “A View.” Things, 1999.",
        "Lee, Ada. A view of things. 1999.",
        "Lee A. A view of things. Sage; 1999.",
    ],
)
def test_what_may_be_no_book_is_left(text: str) -> None:
    assert books.parse(text) == ()
