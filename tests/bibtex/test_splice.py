"""An edit changes what it means to, and no other byte."""

import pytest

from paracite.bibtex import splice
from paracite.bibtex.document import BibtexDocument, parse
from paracite.errors import ParaciteError

TWO = b"""% mine
@string{n = "Nature"}
@article{a,
  title   = "One",
  journal = n,
  year    = 2001
}

@Book{b,
\ttitle={Two},
\tcrossref={a},
}
"""


@pytest.fixture
def document() -> BibtexDocument:
    return parse(TWO, "two.bib")


def test_set_keeps_quotes(document: BibtexDocument) -> None:
    done = splice.set_field(document, "a", "Title", "Three")
    assert done.data == TWO.replace(b'"One"', b'"Three"')


def test_set_replaces_a_macro(document: BibtexDocument) -> None:
    done = splice.set_field(document, "a", "journal", "Cell")
    assert done.data == TWO.replace(b"= n,", b"= {Cell},")


def test_add_follows_column_and_last_comma(document: BibtexDocument) -> None:
    done = splice.set_field(document, "a", "doi", "10.1/x")
    assert done.data == TWO.replace(b"= 2001\n", b'= 2001,\n  doi     = "10.1/x"\n')


def test_add_follows_tabs_and_tight_equals(document: BibtexDocument) -> None:
    done = splice.add_field(document, "b", "year", "2002")
    assert done.data == TWO.replace(b"={a},\n", b"={a},\n\tyear={2002},\n")


@pytest.mark.parametrize(
    ("name", "gone"),
    [("title", b'  title   = "One",\n'), ("journal", b"  journal = n,\n")],
)
def test_remove_takes_the_line(document: BibtexDocument, name: str, gone: bytes) -> None:
    assert splice.remove_field(document, "a", name).data == TWO.replace(gone, b"")


def test_remove_the_last_field(document: BibtexDocument) -> None:
    assert splice.remove_field(document, "a", "year").data == TWO.replace(
        b"  year    = 2001\n", b""
    )


def test_rename_a_field(document: BibtexDocument) -> None:
    done = splice.rename_field(document, "b", "title", "booktitle")
    assert done.data == TWO.replace(b"\ttitle=", b"\tbooktitle=")


def test_rename_an_entry_and_what_refers_to_it(document: BibtexDocument) -> None:
    done = splice.rename_entry(document, "a", "smith2001one")
    assert done.data == TWO.replace(b"{a,", b"{smith2001one,").replace(b"={a}", b"={smith2001one}")


def test_remove_an_entry(document: BibtexDocument) -> None:
    done = splice.remove_entry(document, "a")
    assert done.data == TWO[: TWO.index(b"@article")] + TWO[TWO.index(b"@Book") :]


def test_add_an_entry(document: BibtexDocument) -> None:
    done = splice.add_entry(document, "@misc{c,\n  title = {Three},\n}")
    assert done.data == TWO + b"\n@misc{c,\n  title = {Three},\n}\n"


def test_newlines_and_encoding_are_kept() -> None:
    data = "@book{a,\r\n  author = {Čapek},\r\n}\r\n".encode("utf-16-le")
    document = parse(b"\xff\xfe" + data)
    done = splice.add_field(document, "a", "year", "1920")
    expected = "@book{a,\r\n  author = {Čapek},\r\n  year = {1920},\r\n}\r\n"
    assert done.data == b"\xff\xfe" + expected.encode("utf-16-le")


def test_what_the_encoding_lacks_becomes_a_command() -> None:
    document = parse("@book{a,\n  author = {Müller},\n}\n".encode("latin-1"))
    done = splice.set_field(document, "a", "author", "Müller and Čapek")
    assert done.data == "@book{a,\n  author = {Müller and {\\v{C}}apek},\n}\n".encode("latin-1")


@pytest.mark.parametrize("value", ["a } b", "{", "} {"])
def test_unbalanced_braces_are_refused(document: BibtexDocument, value: str) -> None:
    with pytest.raises(ParaciteError, match="do not balance"):
        splice.set_field(document, "a", "title", value)


@pytest.mark.parametrize("key", ["a b", "x,y", "{", ""])
def test_a_bad_key_is_refused(document: BibtexDocument, key: str) -> None:
    with pytest.raises(ParaciteError, match="cannot be a citekey"):
        splice.rename_entry(document, "a", key)


def test_a_taken_key_is_refused(document: BibtexDocument) -> None:
    with pytest.raises(ParaciteError, match="is taken"):
        splice.rename_entry(document, "a", "B")


def test_an_unknown_key_is_refused(document: BibtexDocument) -> None:
    with pytest.raises(ParaciteError, match="has no entry nobody"):
        splice.set_field(document, "nobody", "title", "x")


def test_an_entry_without_fields_gets_one() -> None:
    assert splice.add_field(parse(b"@misc{a}"), "a", "year", "1").data == (
        b"@misc{a,\n  year = {1}\n}"
    )
