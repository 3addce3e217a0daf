"""Random references printed in author-date styles and read back whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from paracite import parsing
from paracite.reference import Date, Name, Reference

FAMILIES = st.sampled_from(["Lee", "Müller", "García", "O'Neill", "Nakamura", "Kowalska", "McHugh"])
GIVEN = st.sampled_from(["J.", "A. B.", "É.", "K.-H."])
TITLES = st.sampled_from(
    [
        "The growth of cities",
        "On rivers: a new method of measurement",
        "What do bees remember?",
        "Agenda 21 and the provinces of Canada",
        "Peran strategis kota kembar",
        "Die Sprache der Karten vs. die Karten der Sprache",
    ]
)
JOURNALS = st.sampled_from(
    ["Journal of Urban Studies", "Nature", "Science, Technology and Society"]
)
BOOKS = st.sampled_from(["Handbook of rivers", "New essays on memory: Ten views"])
NUMBERS = st.integers(1, 99).map(str)
ARTICLES = st.builds(
    Reference,
    type=st.just("article-journal"),
    author=st.lists(st.builds(Name, FAMILIES, GIVEN), min_size=1, max_size=4).map(tuple),
    issued=st.builds(Date, st.integers(1900, 2026)),
    title=TITLES,
    container_title=JOURNALS,
    volume=NUMBERS,
    issue=NUMBERS,
    page=st.integers(1, 900).map(lambda first: f"{first}-{first + 12}"),
    doi=st.sampled_from(["", "10.1000/ab.12(3)"]),
)
CHAPTERS = st.builds(
    Reference,
    type=st.just("chapter"),
    author=st.lists(st.builds(Name, FAMILIES, GIVEN), min_size=1, max_size=3).map(tuple),
    editor=st.builds(Name, FAMILIES, GIVEN).map(lambda name: (name,)),
    issued=st.builds(Date, st.integers(1900, 2026)),
    title=TITLES,
    container_title=BOOKS,
    page=st.integers(1, 900).map(lambda first: f"{first}-{first + 12}"),
    publisher=st.sampled_from(["Sage", "Texas Western Press", "Fjord Press"]),
    publisher_place=st.sampled_from(["London", "El Paso", "Yogyakarta"]),
)


def opening(reference: Reference) -> str:
    names = [f"{name.family}, {name.given}" for name in reference.author]
    listed = ", ".join(names[:-1]) + (", & " if names[:-1] else "") + names[-1]
    end = "" if reference.title.endswith("?") else "."
    return f"{listed} ({reference.issued.year if reference.issued else ''}). {reference.title}{end}"


@settings(max_examples=50)
@given(ARTICLES)
def test_article(made: Reference) -> None:
    locator = f"{made.container_title}, {made.volume}({made.issue}), {made.page}."
    doi = f" https://doi.org/{made.doi}" if made.doi else ""
    assert parsing.parse(f"{opening(made)} {locator}{doi}") == made


@settings(max_examples=50)
@given(CHAPTERS)
def test_chapter(made: Reference) -> None:
    [editor] = made.editor
    text = (
        f"{opening(made)} In {editor.given} {editor.family} (Ed.), {made.container_title} "
        f"(pp. {made.page}). {made.publisher_place}: {made.publisher}."
    )
    assert parsing.parse(text) == made
