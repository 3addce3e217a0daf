"""Blocks tile the bytes, every good entry is read, and every bad one is told of."""

import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite import readers
from paracite.bibtex.document import BibtexDocument, parse
from paracite.checking import lists
from paracite.opening import open_bytes

GOOD = "@book{good,\n  title = {Good},\n}\n"


def keys(document: BibtexDocument) -> list[str]:
    return [entry.key for entry in document.entries]


def values(document: BibtexDocument, key: str) -> dict[str, str]:
    entry = document.find(key)
    assert entry is not None
    return {field.name: field.value for field in document.fields(entry)}


def told(document: BibtexDocument) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.message) for each in document.problems]


def test_positions_count_from_one() -> None:
    document = parse(f"% one\r\n\r\n{GOOD}".encode(), "a.bib")
    assert document.position(document.entries[0].start) == (3, 1)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"])
def test_encodings_are_kept(codec: str) -> None:
    data = GOOD.replace("Good", "Čapek").encode(codec)
    document = parse(data)
    assert document.data == data
    assert values(document, "good") == {"title": "{Čapek}"}


@pytest.mark.parametrize("data", [b"@book{a, title = {M\xfcller \x96 x}}", b"\x00\xff\x81@\x00"])
def test_bytes_that_are_no_unicode_are_kept(data: bytes) -> None:
    assert parse(data).data == data


def test_the_brace_may_stand_on_the_next_line() -> None:
    assert keys(parse(b"@article\n{a,\n title = {x}}")) == ["a"]


def test_a_value_may_end_in_backslashes() -> None:
    document = parse(rb"@book{a, title = {x\\}, note = {y}}" + b"\n")
    assert values(document, "a") == {"title": r"{x\\}", "note": "{y}"}
    assert not document.problems


def test_an_escaped_brace_that_does_not_balance_is_text() -> None:
    document = parse(b"@book{a,\n  title = {x \\} y},\n  note = {z},\n}\n" + GOOD.encode())
    assert values(document, "good") == {"title": "{Good}"}
    assert values(document, "a")["note"] == "{z}"


def test_a_line_like_an_entry_inside_a_value_is_text() -> None:
    text = "@misc{a,\n  abstract = {Write\n@book{x,\n  title = {y},\n}\nlike this},\n}\n"
    document = parse((text + GOOD).encode())
    assert keys(document) == ["a", "good"]
    assert not document.problems


def test_a_missing_comma_is_told_and_both_fields_are_read() -> None:
    document = parse(b"@book{a,\n  title = {x}\n  year = 2001,\n}\n")
    assert values(document, "a") == {"title": "{x}", "year": "2001"}
    assert told(document) == [(2, 14, "a: the comma after the field title is missing")]


def test_a_missing_comma_after_the_key_is_told() -> None:
    document = parse(b"@book{a\n  title = {x}\n}\n")
    assert values(document, "a") == {"title": "{x}"}
    assert told(document) == [(1, 8, "a: the comma after the key a is missing")]


def test_a_stray_sign_on_one_line_does_not_take_the_closing_brace() -> None:
    document = parse(b"@book{a, title = {x}; year = 1}\n")
    assert values(document, "a") == {"title": "{x}; year = 1"}
    assert told(document) == [(1, 21, "a: unexpected text after the value of title")]


def test_a_preamble_that_is_never_closed_is_told() -> None:
    document = parse(f'@preamble{{"x\n{GOOD}'.encode())
    assert keys(document) == ["good"]
    assert told(document) == [(1, 10, "@preamble: this @preamble is never closed")]


def test_repeated_fields_are_told() -> None:
    document = parse(b"@book{a,\n  title = {x},\n  Title = {y},\n}\n")
    assert told(document) == [(3, 3, "a: the field Title is given again")]


def test_repeated_keys_are_told_whatever_their_case() -> None:
    document = parse(b"@book{a}\n@book{A}\n")
    assert told(document) == [(2, 1, "the key A stands already in line 1")]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("@book{bad,\n  title = {never closed,\n  year = 2001,\n}\n", "do not balance"),
        ('@book{bad,\n  title = "never closed,\n  year = 2001,\n}\n', "never closed"),
        ("@book{bad,\n  title = {x},\n", "never closed"),
        ("@book{bad,\n  title = {x}},\n  year = 2001,\n}\n", "a } too many"),
        ("@book{bad,\n  title 7 {x},\n  year = 2001,\n}\n", "was expected here"),
        ('@book{bad,\n  title = "a "quoted" word",\n  year = 2001,\n}\n', "unexpected text"),
        ("@book{bad,\n  title = ,\n  year = 2001,\n}\n", "has no value"),
        ("@book{bad key,\n  year = 2001,\n}\n", "no key may hold"),
        ("@book{bad%key,\n  year = 2001,\n}\n", "no key may hold"),
        ("@book{title = {x}, year = 2001}\n", "has no key"),
        ("@book(bad, year = 2001\n\n", "never closed"),
    ],
)
def test_a_bad_entry_does_not_touch_the_good_ones(bad: str, message: str) -> None:
    data = f"{GOOD.replace('good', 'first')}\n{bad}\n{GOOD}".encode()
    document = parse(data)
    assert [keys(document)[0], keys(document)[-1]] == ["first", "good"]
    assert len(document.entries) == 3
    assert message in " ".join(problem.message for problem in document.problems)
    assert {problem.line for problem in document.problems} <= set(range(5, 5 + bad.count("\n")))
    assert document.data == data


@pytest.mark.parametrize(
    "bad",
    [
        "@book{bad,\n  title = {x,\n  year = 2001,\n}\n",
        "@book{bad,\n title = {x}},\n year = 2001\n}\n",
    ],
)
def test_what_can_be_read_of_a_bad_entry_is(bad: str) -> None:
    assert values(parse(bad.encode() + GOOD.encode()), "bad")["year"] == "2001"


def test_comments_hold_no_entries() -> None:
    text = "% @book{a,}\n@comment{ @book{b,} }\n@comment never closed {\nmail me@home{x,\n\n"
    assert keys(parse((text + GOOD).encode())) == ["good"]


def test_braces_nested_a_thousand_deep() -> None:
    deep = "{" * 1000 + "x" + "}" * 1000
    document = parse(f"@book{{a, title = {deep}, year = 1}}\n{GOOD}".encode())
    assert values(document, "a") == {"title": deep, "year": "1"}
    assert keys(document) == ["a", "good"]


def test_ten_thousand_fields() -> None:
    fields = "".join(f"  f{n} = {{{n}}},\n" for n in range(10_000))
    assert len(values(parse(f"@misc{{a,\n{fields}}}\n".encode()), "a")) == 10_000


@pytest.mark.parametrize(
    "piece", ["@book{a,\n", "@book{a, title = {x\n", "@", "{", '@a{b, c = "', "@(", "a@b{c,"]
)
def test_many_broken_pieces_take_linear_time(piece: str) -> None:
    document = parse((piece * 3000 + "\n\n" + GOOD).encode())
    assert keys(document)[-1:] == ["good"] or piece in ("{", "@(", '@a{b, c = "')


pieces = st.sampled_from(
    [
        *("@", "book", "{", "}", "(", ")", "a", ",", " = ", "title", '"', "#", "\\", "%", "\n"),
        *("\r\n", "@string{", "@comment{", "@article{k,", " year = 2001,", " t = {x},"),
        *("\n}\n", "\ufeff", "é"),
    ]
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_any_text_is_tiled(text: str) -> None:
    document = parse(text.encode())
    assert "".join(map(document.raw, document.blocks)) == document.text == text
    for entry in document.entries:
        end = entry.start
        for field in document.fields(entry):
            assert document.text[field.value_start : field.value_end] == field.value
            assert end <= field.start <= field.value_start <= field.value_end <= entry.end
            end = field.value_end
    assert all(problem.line >= 1 and problem.column >= 1 for problem in document.problems)


def test_finding_a_key_quickly_gives_what_splitting_gives() -> None:
    text = f"@comment{{@book{{a,}}}}\n@book{{b, note = {{\n@book{{c,}}}}}}\n{GOOD}@book{{A}}\n"
    for key in ("a", "A", "b", "c", "good", "GOOD", "none"):
        whole = parse(text.encode())
        assert whole.blocks
        assert parse(text.encode()).find(key) == whole.find(key), key


def test_the_corpus_is_tiled_and_agrees_with_bibtexparser(corpora: Path) -> None:
    from bibtexparser.splitter import Splitter

    logging.disable(logging.WARNING)
    paths = sorted((corpora / "bibtex").rglob("*.bib"))
    for path in paths[::13]:
        data = path.read_bytes()
        document = parse(data, str(path))
        assert document.data == data
        assert "".join(map(document.raw, document.blocks)) == document.text
        theirs = {entry.key for entry in Splitter(document.text).split().entries}
        comments = "".join(document.raw(b) for b in document.blocks if b.kind == "comment")
        lost = theirs - set(keys(document))
        assert all(key in comments for key in lost), path.name
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("empty", ["@foo{}", "@foo{,}", "@book{ }", "@misc( )", "@a{\n,\n}"])
def test_an_entry_without_key_and_fields_is_told_of_and_no_reference(empty: str) -> None:
    data = f"{empty}\n@book{{a, title = {{T}}}}\n@misc{{b}}\n".encode()
    reading = readers.reader("bibtex").read(readers.Document("x", data))
    assert [reference.citekey for reference in reading.references] == ["a", "b"]
    assert any("left out" in problem.message for problem in reading.problems)
    cases = lists.of(open_bytes(data, "x", "bibtex")).cases
    assert [case.entry.key for case in cases if case.entry] == ["a", "b"]
