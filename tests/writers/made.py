"""Made-up references for tests: every field, rich where lists are rich."""

from typing import Any

from hypothesis import strategies as st

from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    TYPES,
    Date,
    Name,
    Reference,
)

FORMATS = (
    *("bibtex", "biblatex", "csljson", "cslyaml", "csv", "ris", "endnote", "endnotexml", "nbib"),
)

WORDS = [
    *("river", "Fluß", "naïveté", "Łódź", "Ὁμήρου", "Достоевский", "研究", "الأنهار", "नदी", "e̍"),
    *("50%", "A&B", "C#", "x_1", "$5", "~", "^", "a/b", "O'Neil", "“quoted”", "1–2", "(2nd ed.)"),
    *(
        "a;b",
        "c:",
        "why?",
        "[1]",
        "{x}",
        "=1+1",
        "@home",
        "-5",
        "'tis",
        "and",
        "et",
        "al.",
        "10.1/x",
    ),
    *("ER  - ", "TY  - JOUR", "%0", "PMID- 1", "2001", "pp.", "A, B", "null", "yes", "# x", "- y"),
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join).map(str.strip)
markup = st.one_of(
    st.sampled_from(["i", "b", "sup", "sub"]).flatmap(
        lambda tag: st.tuples(words, words).map(lambda t: f"{t[0]} <{tag}>{t[1]}</{tag}>")
    ),
    st.sampled_from(
        ["H<sub>2</sub>O", "10<sup>3</sup>x", "a<i>b<b>c</b></i>d", "<i>a</i><b>b</b>"]
    ),
)
long = words.map(lambda text: " ".join([text] * 40))
texts = st.one_of(words, words, markup, long, st.sampled_from(["0", "x", "x\ny", " x ", "x  y"]))

families = st.sampled_from(
    ["Smith", "Müller", "O'Neil", "Smith-Jones", "李", "Достоевский", "Al Hassan", "D'Arcy", "Ng"]
)
givens = st.sampled_from(["", "John", "J. D.", "Søren", "明", "Jean-Paul", "Ф. М.", "A."])
people = st.builds(
    Name,
    families,
    givens,
    st.sampled_from(["", "", "de"]),
    st.sampled_from(["", "", "van der", "von"]),
    st.sampled_from(["", "", "Jr.", "III"]),
)
groups = st.sampled_from(
    ["World Bank", "UNESCO", "Ministry of Fish, Water and Trees", "ACME; Sons", "de Groot Inc."]
).map(lambda text: Name(literal=text))
name_lists = st.tuples(
    st.lists(st.one_of(people, groups), min_size=1, max_size=4), st.booleans()
).map(lambda pair: (*pair[0], OTHERS) if pair[1] else tuple(pair[0]))

years = st.one_of(st.integers(1500, 2030), st.sampled_from([-44, 1, 800]))
days = st.one_of(
    st.builds(Date, years),
    st.builds(Date, years, st.integers(1, 12)),
    st.builds(Date, years, st.integers(1, 12), st.integers(1, 28)),
)
dates = st.one_of(
    days,
    st.builds(Date, years, season=st.integers(1, 4)),
    st.builds(lambda d: Date(d.year, d.month, d.day, circa=True), days),
    st.builds(lambda d, e: Date(d.year, d.month, d.day, end=e), days, days),
    st.builds(lambda d: Date(d.year, d.month, d.day, end=Date()), days),
    st.sampled_from([Date(literal="in press"), Date(literal="c. 12th century")]),
)
special = {
    "page": st.sampled_from(["5", "5-7", "S1-S5", "e12", "737-8", "5-7, 12", "xii-xv", "1:5"]),
    "doi": st.sampled_from(["10.1000/x", "10.1002/(SICI)1<5::AID>3.0.CO;2-X", "10.1000/a_b%c#d"]),
    "isbn": st.sampled_from(["978-0-7146-4971-9", "9780714649719", "0714649716"]),
    "issn": st.sampled_from(["0028-0836", "1476-4687"]),
    "pmid": st.integers(1, 99_999_999).map(str),
    "pmcid": st.integers(1, 9_999_999).map("PMC{}".format),
    "url": st.sampled_from(["https://example.org/a_b?c=d&e=%20#f", "http://x.org/~y/{z}"]),
    "number_of_pages": st.one_of(st.integers(1, 2000).map(str), texts),
    "number_of_volumes": st.one_of(st.integers(1, 20).map(str), texts),
    "language": st.sampled_from(["en", "de-DE", "zh-Hant-TW", "English"]),
    "keyword": st.lists(
        st.sampled_from(["DNA", "rivers and fish", "Flüsse", "a; b"]),
        min_size=1,
        max_size=4,
        unique=True,
    ).map(", ".join),
}
extras = st.lists(
    st.tuples(
        st.sampled_from(["C1", "AN", "file", "U1", "AD", "L1", "eprint", "title", "note2", "OWN"]),
        words,
    ),
    max_size=4,
).map(tuple)


def values_of(field: str) -> st.SearchStrategy[Any]:
    """Return what a field may hold."""
    if field in NAME_FIELDS:
        return name_lists
    return dates if field in DATE_FIELDS else special.get(field, texts)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Make a whole reference: any type, any of the fields."""
    fields = (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)
    chosen = draw(st.lists(st.sampled_from(fields), max_size=25, unique=True))
    return Reference(
        citekey=draw(st.from_regex(r"[a-z]{2,8}[0-9]{4}", fullmatch=True)),
        type=draw(st.sampled_from(sorted(TYPES))),
        extra=draw(extras),
        **{field: draw(values_of(field)) for field in chosen},
    )
