"""The local registry: read, built, resumed, looked up and searched."""

import gzip
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paracite import limits
from paracite.errors import ReadError
from paracite.sources import _building, _packing, _records
from paracite.sources.registry import Registry, build, records

ITEMS: list[dict[str, Any]] = [
    {
        "DOI": "10.1000/ABC",
        "type": "journal-article",
        "title": ["On the <i>Origin</i> of Sparrows &amp; Finches"],
        "author": [{"given": "Ada", "family": "Müller", "affiliation": [{"name": "Somewhere"}]}],
        "container-title": ["Journal of Birds"],
        "issued": {"date-parts": [[1999, 3]]},
        "volume": "12",
        "page": "33-40",
        "reference": [{"key": "1"}],
    },
    {"title": ["A Book without a DOI"], "editor": [{"name": "The Group"}]},
    {"DOI": "10.1000/def", "title": ["Sparrows of the North"]},
]


def lines(items: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(item) + "\n" for item in items).encode()


def answer(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"status": "ok", "message": {"items": items}}, indent=1).encode()


def part(items: list[dict[str, Any]]) -> bytes:
    return json.dumps({"items": items}).encode()


def array(items: list[dict[str, Any]]) -> bytes:
    return json.dumps(items).encode()


@pytest.mark.parametrize("form", [lines, answer, part, array])
@pytest.mark.parametrize("suffix", [".json", ".json.gz"])
def test_every_form_of_records_is_read(
    tmp_path: Path, form: Callable[[list[dict[str, Any]]], bytes], suffix: str
) -> None:
    path = tmp_path / f"records{suffix}"
    data = form(ITEMS)
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    assert list(records(path)) == ITEMS


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4),
    st.sampled_from([array, answer, part]),
    st.sampled_from([None, 1, "\t"]),
    st.integers(1, 50),
)
def test_a_list_over_several_lines_is_read_wherever_it_is_cut(
    items: list[dict[str, Any]],
    form: Callable[[list[dict[str, Any]]], bytes],
    indent: int | str | None,
    chunk: int,
) -> None:
    data = b"\n" + json.dumps(json.loads(form(items)), indent=indent, ensure_ascii=False).encode()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(_records, "CHUNK", chunk)
        path = Path(folder) / "r.json"
        path.write_bytes(data.replace(b"},", b"}\n,", 1))
        assert list(records(path)) == items


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[\n{"title": ["A"]},\n{"title": ["B"', "r.json:3: is no JSON"),
        ('[\n{"title": ["A"]},\n', "r.json:3: is no JSON: its list does not end"),
        ('[\n{"title": ["A"]}\n]\n[]', "r.json:3: is no JSON: it goes on where its list ends"),
        ('{"items": [\n{"title": ["A"]}\n],', "r.json:3: is no JSON: it goes on"),
        ('[\n{"title": ["A"]},\n\n 5]', "r.json:4: is no record"),
        ('[\n{"title": %s}]' % ("[" * 80 + "]" * 80), "r.json:2: is not read: it is nested"),
        ('[\n{"title": %s}]' % ("[" * 99_999 + "]" * 99_999), "r.json:2: is not read: it is too"),
        ('{"title": %s}' % ("[" * 80 + "]" * 80), "r.json:1: is not read: it is nested too deep"),
        ('{"title": %s}' % ("[" * 99_999 + "]" * 99_999), "r.json:1: is not read: it is nested"),
        ('{"title": ["A"]}\n{"volume": %s, "DOI": ""}' % ("9" * 5000), "r.json:2: is no JSON: it"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "r.json"
    path.write_text(text)
    with pytest.raises(ReadError) as caught:
        list(records(path))
    assert message in str(caught.value)


@pytest.mark.parametrize("packing", [bytes, gzip.compress])
@pytest.mark.parametrize(
    "data",
    [
        b" " * 3000,
        b"[\n" + b" " * 3000,
        b'{"title": "' + b"x" * 3000 + b'"}',
        b'[\n{"title": "' + b"x" * 3000,
    ],
)
def test_a_line_or_record_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, packing: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / ("r.json.gz" if packing is gzip.compress else "r.json")
    path.write_bytes(packing(data))
    for name in ("RECORDS_BYTES", "RECORD_BYTES", "RECORDS_VALUES", "ANSWER_VALUES"):
        monkeypatch.setattr(limits, name, 1000)
    with pytest.raises(ReadError, match=r"r\.json.*: (has more|is not read: it (has more|is too))"):
        list(records(path))


ODD = {
    "DOI": "10.1000/odd",
    "title": ["Wonders of the \ud800 deep\udfff"],
    "author": [{"family": "M\udc00ller"}, float("nan")],
    "volume": float("nan"),
    "issued": {"date-parts": [[float("inf")]]},
}


@pytest.mark.parametrize("indent", [None, 1])
def test_odd_values_stop_no_build(tmp_path: Path, indent: int | None) -> None:
    source, target = tmp_path / "r.json", tmp_path / "r.sqlite"
    source.write_text(json.dumps([ODD, *ITEMS], indent=indent))
    assert build(target, [(source, lambda: records(source))], int) == 4
    for path in (source, target):
        registry = Registry(path)
        for record in (registry.known("10.1000/odd"), registry.search("wonders deep")[0]):
            assert record
            assert record.reference
            assert record.reference.title == "Wonders of the \ufffd deep\ufffd"
            assert [name.family for name in record.reference.author] == ["M\ufffdller"]
            assert (record.reference.volume, record.reference.issued) == ("", None)
        registry.close()


def test_a_reference_with_half_a_character_stops_no_build(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    source, target = tmp_path / "a.csl.json", tmp_path / "r.sqlite"
    source.write_text('[{"id": "a", "type": "book", "title": "Sparrows \\ud800"}]')
    assert run("registry", "build", source, "-o", target).code == 0


DAMAGES: dict[str, str] = {
    "no body": "update record set body = x''",
    "garbage": "update record set body = x'00ff00ff'",
    "text": "update record set body = 'text'",
    "no text": "update record set body = 7",
    "no such record": "delete from record where id > 1",
    "a frequency of nothing": "update frequency set records = 0",
    "a frequency in words": "update frequency set records = 'many'",
    "no words": "drop table word",
}


@pytest.mark.parametrize("statement", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_registry_is_named(
    run: Callable[..., Any], tmp_path: Path, statement: str
) -> None:
    source, target = tmp_path / "r.jsonl", tmp_path / "r.sqlite"
    source.write_bytes(lines(ITEMS))
    build(target, [(source, lambda: records(source))], int)
    with closing(sqlite3.connect(target)) as db:
        db.execute(statement)
        db.commit()
    bib = tmp_path / "a.bib"
    bib.write_text("@article{k, title={Sparrows of the North}, author={Wren, A.}, year={2001}}\n")
    done = run("resolve", bib, "--registry", target, "--offline")
    assert done.code == 2
    assert "r.sqlite: is damaged" in done.err
    assert "registry build" in done.err


def test_a_truncated_gzip_file_is_a_read_error(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress(lines(ITEMS * 200))[:-30])
    with pytest.raises(ReadError, match="cannot be read"):
        list(records(path))


@pytest.fixture(params=["lines", "built"])
def registry(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Registry]:
    path = tmp_path / "r.jsonl"
    path.write_bytes(lines(ITEMS))
    if request.param == "built":
        build(tmp_path / "r.sqlite", [(path, lambda: records(tmp_path / "r.jsonl"))], int)
        path = tmp_path / "r.sqlite"
    opened = Registry(path)
    yield opened
    opened.close()


def test_a_doi_is_found_in_any_case(registry: Registry) -> None:
    found = registry.known("10.1000/abc")
    assert found
    assert found.reference
    assert found.reference.title == "On the Origin of Sparrows & Finches"
    assert found.reference.doi == "10.1000/abc"
    assert registry.known("10.1000/none") is None
    assert registry.known("") is None


def test_a_search_finds_by_rare_words(registry: Registry) -> None:
    found = registry.search("MULLER A. Origin of sparrows. J. Birds 12 (1999)")
    assert found[0].reference
    assert found[0].reference.doi == "10.1000/abc"
    assert registry.search("") == ()
    assert registry.search("quite unknown words") == ()
    assert registry.search('"quoted" AND OR NOT * sparrows')


def test_counts(registry: Registry) -> None:
    assert len(registry) == 3
    assert registry.with_doi() == 2


def test_packing_loses_only_what_is_not_kept() -> None:
    kept = _packing.unpacked(_packing.packed(_packing.slim(json.loads(json.dumps(ITEMS[0])))))
    assert "reference" not in kept
    assert kept["author"] == [{"given": "Ada", "family": "Müller"}]
    assert kept["title"] == ITEMS[0]["title"]


def test_a_build_that_stops_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_building, "BATCH", 2)
    source, target = tmp_path / "r.jsonl", tmp_path / "r.sqlite"
    source.write_bytes(lines(ITEMS))
    seen: list[int] = []

    def breaking() -> Iterator[dict[str, Any]]:
        yield from ITEMS[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(target, [(source, breaking)], seen.append)
    assert not target.exists()

    def counting() -> Iterator[dict[str, Any]]:
        yield from ({"must not": "be read again"}, {})
        yield ITEMS[2]

    assert build(target, [(source, counting)], seen.append) == 3
    assert seen == [2, 3]
    assert not target.with_name("r.sqlite.partial").exists()
    registry = Registry(target)
    assert len(registry.search("sparrows")) == 2
    registry.close()


def test_a_build_of_other_sources_starts_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_building, "BATCH", 2)
    one, two, target = tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "r.sqlite"
    one.write_bytes(lines(ITEMS) + b"{\n")
    two.write_bytes(lines(ITEMS[:1]))
    with pytest.raises(ReadError, match=r"1\.jsonl:4: is no JSON"):
        build(target, [(one, lambda: records(one))], int)
    assert build(target, [(two, lambda: records(two))], int) == 1


def test_a_failed_build_leaves_the_registry_there_was(tmp_path: Path) -> None:
    source, target = tmp_path / "r.jsonl", tmp_path / "r.sqlite"
    source.write_bytes(lines(ITEMS))
    build(target, [(source, lambda: records(source))], int)
    before = target.read_bytes()
    source.write_bytes(b"[]x")
    with pytest.raises(ReadError):
        build(target, [(source, lambda: records(source))], int)
    assert target.read_bytes() == before


def test_another_database_is_no_registry(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    db = sqlite3.connect(path)
    db.execute("create table a (b)")
    db.commit()
    db.close()
    with pytest.raises(ReadError, match="is no registry"):
        Registry(path)


def test_the_commands_build_and_describe(run: Callable[..., Any], tmp_path: Path) -> None:
    bib = tmp_path / "a.bib"
    bib.write_text("@article{k, title={Sparrows of the South}, doi={10.1000/ghi}, year={2001}}\n")
    (tmp_path / "r.jsonl").write_bytes(lines(ITEMS))
    target = tmp_path / "new" / "r.sqlite"
    done = run("registry", "build", bib, tmp_path / "r.jsonl", "-o", target)
    assert (done.code, done.out) == (0, "")
    assert "4 records" in done.err
    told = json.loads(run("registry", "info", target, "--json").out)
    assert (told["records"], told["dois"], len(told["built_from"])) == (4, 3, 2)
    assert "4 records" in run("registry", "info", target).out
    checked = run("validate", bib, "--registry", target, "--offline", "--json")
    assert json.loads(checked.out)["results"][0]["verdict"] == "confirmed"


def test_building_from_nothing_is_named(run: Callable[..., Any], tmp_path: Path) -> None:
    done = run("registry", "build", tmp_path / "none.jsonl", "-o", tmp_path / "r.sqlite")
    assert done.code == 2
    assert "none.jsonl: no such file" in done.err


def test_real_records_are_found_by_their_own_citation(corpora: Path, tmp_path: Path) -> None:
    source = corpora / "crossref" / "works.jsonl.gz"
    target = tmp_path / "works.sqlite"
    some = list(records(source))[::40]
    build(target, [(source, lambda: some)], int)
    registry = Registry(target)
    asked = found = 0
    for item in some:
        record = registry.known(str(item["DOI"]).lower())
        if not record or not record.reference or len(record.reference.title) < 30:
            continue
        asked += 1
        names = " ".join(name.family for name in record.reference.author)
        hits = registry.search(f"{names} {record.reference.title}")
        found += any(hit.reference and hit.reference.doi == record.reference.doi for hit in hits)
    registry.close()
    assert asked > 100
    assert found / asked > 0.99
