"""References to BibTeX and back, BibTeX to CSL-JSON and back: every field comes again."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite import readers, writers
from paracite.bibtex import mapping
from paracite.citekeys import with_citekeys
from paracite.readers import Document
from paracite.reference import (
    DATE_FIELDS,
    NAME_FIELDS,
    OTHERS,
    TEXT_FIELDS,
    TYPES,
    Date,
    Name,
    Origin,
    Reference,
)

OPTIONS = writers.Options()


def again(reference: Reference, format_name: str = "bibtex") -> Reference:
    data = writers.writer(format_name).write([reference], OPTIONS).data
    reading = readers.reader("bibtex").read(Document("x", data))
    assert reading.problems == ()
    [read] = reading.references
    return read


words = st.sampled_from(
    [
        "Word",
        "R&D",
        "50%",
        "É. coli",
        "α-helix",
        "a_b",
        "5 → 7",
        "H<sub>2</sub>O",
        "<i>in vitro</i>",
    ]
)
people = st.lists(
    st.builds(Name, st.sampled_from(["Čapek", "O'Brien"]), st.sampled_from(["A.", "Karel"]))
    | st.just(Name(literal="Simon and Schuster")),
    min_size=1,
    max_size=3,
).map(lambda names: (*names, OTHERS))
dates = st.builds(Date, st.integers(1, 2100), st.integers(1, 12), st.integers(0, 28)) | st.just(
    Date(1999, end=Date(2001), circa=False)
)
values: dict[str, st.SearchStrategy[object]] = {
    **dict.fromkeys(NAME_FIELDS, people),
    **dict.fromkeys(DATE_FIELDS, dates),
    **dict.fromkeys(TEXT_FIELDS, words),
    "page": st.sampled_from(["5-31", "e1004", "S12-S18", "7"]),
}


@st.composite
def references(draw: st.DrawFn) -> Reference:
    chosen = draw(st.lists(st.sampled_from(sorted(values)), unique=True, max_size=12))
    kind = draw(st.sampled_from(sorted(TYPES)))
    drawn = {name: draw(values[name]) for name in chosen}
    extra = draw(st.sampled_from([(), (("eprint", "2203.1"),), (("zz", "R&D"), ("file", "a_b"))]))
    return Reference(citekey="a", type=kind, extra=extra, **drawn)  # type: ignore[arg-type]


@pytest.mark.parametrize("format_name", ["bibtex", "biblatex"])
@given(reference=references())
def test_what_is_written_is_read(format_name: str, reference: Reference) -> None:
    read = again(reference, format_name)
    for name in ("citekey", "type", *values):
        assert getattr(read, name) == getattr(reference, name), name
    assert set(reference.extra) <= set(read.extra)
    assert again(read, format_name) == read


def test_the_tables_know_every_type_and_variable() -> None:
    assert set(mapping.ENTRY_TYPES) == TYPES
    assert set(mapping.TYPES.values()) <= TYPES
    variables = {*TEXT_FIELDS, *NAME_FIELDS, *DATE_FIELDS}
    assert set(mapping.TEXTS.values()) | set(mapping.FIELDS) <= variables


@pytest.mark.parametrize("name", ["@", "0", "two words", "a{b", "é", "x/y", ""])
def test_any_name_of_an_extra_makes_a_field(name: str) -> None:
    read = again(Reference(citekey="a", extra=((name, "value"), (name, "other"))))
    assert [value for _, value in read.extra] == ["value", "other"]


@pytest.mark.parametrize("citekey", ["a b", "{x}", "50%", "a,b", "o'brien(2001)", "smith:2001+"])
def test_any_citekey_makes_a_key(citekey: str) -> None:
    assert again(Reference(citekey=citekey, title="T")).title == "T"


def test_printed_text_goes_there_and_back() -> None:
    reference = Reference(citekey="a", origin=Origin("x", 1, "Doe, J. (2001). 50% of A_B."))
    data = writers.writer("bibtex").write([reference], OPTIONS).data
    assert b"printed = {Doe, J. (2001). 50\\% of A\\_B.}" in data
    assert again(reference).origin.text == reference.origin.text


@pytest.mark.parametrize("entry_type", sorted(mapping.TYPES))
def test_entry_types_are_kept(entry_type: str) -> None:
    source = f"@{entry_type}{{a,\n  title = {{T}},\n}}\n"
    references = readers.reader("bibtex").read(Document("x", source.encode())).references
    assert writers.writer("bibtex").write(references, OPTIONS).data.decode() == source


SOURCE = """\
@inproceedings{a,
  author = {von Neumann, John and {World Bank} and others},
  title = {On {DNA} \\& $\\alpha$-helices: 5--7 \\textit{in vitro}},
  booktitle = {Proceedings of {ACM}},
  series = {LNCS},
  volume = {5},
  number = {17},
  pages = {1--20},
  publisher = {Springer},
  address = {Berlin},
  year = {2001},
  month = may,
  isbn = {978-3-16-148410-0},
  doi = {10.1000/a_b},
  url = {https://a.org/~b_c?d=%20},
  keywords = {a, b},
  eprint = {2203.16674},
  archiveprefix = {arXiv},
}
"""


def test_bibtex_is_written_as_it_was_read() -> None:
    references = readers.reader("bibtex").read(Document("x", SOURCE.encode())).references
    assert writers.writer("bibtex").write(references, OPTIONS).data.decode() == SOURCE


def test_csl_json_between_loses_nothing() -> None:
    references = readers.reader("bibtex").read(Document("x", SOURCE.encode())).references
    data = writers.writer("csljson").write(references, OPTIONS).data
    assert json.loads(data)[0]["title"].startswith('On <span class="nocase">DNA</span> & α')
    back = readers.reader("csljson").read(Document("x", data)).references
    assert writers.writer("bibtex").write(back, OPTIONS).data.decode() == SOURCE


def test_reading_what_was_written_changes_nothing_in_the_corpus(corpora: Path) -> None:
    for path in sorted((corpora / "bibtex").rglob("*.bib"))[::9]:
        first = readers.reader("bibtex").read(Document("x", path.read_bytes()))
        written = writers.writer("bibtex").write(with_citekeys(first.references), OPTIONS).data
        reading = readers.reader("bibtex").read(Document("x", written))
        assert len(reading.references) == len(first.references), path.name
        told = {problem.message for problem in first.problems}
        new = [problem.message for problem in reading.problems if problem.message not in told]
        of_values = ("stands already", "kept as it is written")
        assert not [text for text in new if not any(map(text.count, of_values))], path.name
