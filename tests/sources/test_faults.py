"""Under every fault of a service the verdict is "could not check" and the exit code 3."""

import gzip
import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from .conftest import BIB, CANDIDATES, Look, stand_in, work, works

PAGE = "<html><body><h1>429 Too Many Requests</h1></body></html>"


def slow(_: Request) -> Response:
    def drip() -> Iterator[bytes]:
        yield b'{"status":'
        time.sleep(0.5)
        yield b'"ok"}'

    return Response(drip(), content_type="application/json")


def json_of(text: str) -> Callable[[Request], Response]:
    return lambda _: Response(text, 200, content_type="application/json")


def items_of(text: str) -> Callable[[Request], Response]:
    return json_of(f'{{"status": "ok", "message": {{"items": [{text}]}}}}')


def packed(body: bytes, encoding: str = "gzip") -> Callable[[Request], Response]:
    return lambda _: Response(body, 200, {"Content-Encoding": encoding})


def endless(_: Request) -> Response:
    return Response(iter(lambda: b" " * 2**20, None), content_type="application/json")


DEEP = "[" * 100_000 + "]" * 100_000
BOMB = gzip.compress(b" " * 2**26)
FAULTS: dict[str, Callable[[Request], Response]] = {
    "429 without Retry-After": lambda _: Response(PAGE, 429, content_type="text/html"),
    "429 with Retry-After": lambda _: Response("{}", 429, {"Retry-After": "2"}),
    "429 with a date": lambda _: Response(
        "", 429, {"Retry-After": "Wed, 21 Oct 2065 07:28:00 GMT"}
    ),
    "429 with no time": lambda _: Response("", 429, {"Retry-After": "²"}),
    "500": lambda _: Response("", 500),
    "503 page": lambda _: Response("<html>503</html>", 503, content_type="text/html"),
    "204": lambda _: Response("", 204),
    "206": lambda _: Response(json.dumps(works([])), 206),
    "200 page": lambda _: Response("<!doctype html><p>Maintenance", 200),
    "404 page": lambda _: Response("<html>no such page", 404, content_type="text/html"),
    "404 of another server": lambda _: Response("404 page not found", 404),
    "cut-off JSON": json_of('{"status":"ok","message":{"DO'),
    "cut-off body": lambda _: Response('{"status":"ok"', 200, {"Content-Length": "999"}),
    "slow body": slow,
    "redirect loop": lambda request: Response("", 302, {"Location": request.url}),
    "redirect to a file": lambda _: Response("", 302, {"Location": "file:///etc/passwd"}),
    "redirect to nowhere": lambda _: Response("", 302, {"Location": "http://[::bad"}),
    "gzip garbage": packed(b"garbage"),
    "gzip cut off": packed(BOMB[:500]),
    "gzip bomb": packed(BOMB),
    "gzip in gzip": packed(gzip.compress(BOMB), "gzip, gzip"),
    "an encoding not asked for": packed(b"garbage", "br"),
    "endless": endless,
    "other JSON": json_of('["unexpected"]'),
    "null": json_of("null"),
    "no message": json_of("{}"),
    "no list of works": json_of('{"message": {"items": 3}}'),
    "an object of works": json_of('{"message": {"items": {}}}'),
    "no items": json_of('{"message": {}}'),
    "no works": items_of('null, 5, "x", [], true'),
    "works that are empty": items_of("{}, {}"),
    "works without a DOI": items_of('{"title": ["The first work of all"]}'),
    "works with odd DOIs": items_of('{"DOI": 5}, {"DOI": null}, {"DOI": ["10.1000/one"]}'),
    "NaN": items_of('{"DOI": "10.1000/one", "title": [NaN]}'),
    "Infinity": items_of('{"DOI": "10.1000/one", "volume": Infinity}'),
    "a number of 5,000 digits": items_of('{"DOI": "10.1000/one", "volume": %s}' % ("9" * 5000)),
    "deep": json_of(f'{{"message": {DEEP}}}'),
    "deep inside": items_of('{"DOI": "10.1000/one", "title": %s}' % ("[" * 900 + "]" * 900)),
    "a million values": items_of(",".join(["{}"] * 600_000)),
    "no UTF-8": lambda _: Response(b'{"message":{"items":[{"title":"\xff\xfe"}]}}', 200),
    "refused": lambda _: Response("forbidden", 403),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.parametrize("command", ["validate", "resolve", "search"])
def test_a_fault_is_never_taken_for_an_absence(
    server: HTTPServer, look: Look, fault: Callable[[Request], Response], command: str
) -> None:
    server.expect_request(re.compile("/works.*")).respond_with_handler(fault)
    bib = BIB if command != "search" else re.sub(r", doi=\{.*?\}", "", BIB)
    code, found = look(bib, command.replace("search", "resolve"))
    assert code == 3
    assert {(e["verdict"], e["status"]) for e in found.values()} == {
        ("could-not-check", "unreachable")
    }


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.parametrize("command", ["validate", "resolve"])
def test_a_fault_is_not_kept(
    server: HTTPServer, look: Look, fault: Callable[[Request], Response], command: str
) -> None:
    bib = BIB if command == "validate" else re.sub(r", doi=\{.*?\}", "", BIB)
    server.expect_request(re.compile("/works.*")).respond_with_handler(fault)
    look(bib, command)
    server.clear_all_handlers()
    server.expect_request("/works").respond_with_json(works([*CANDIDATES.values()]))
    assert look(bib, command)[0] == 0


def test_what_can_be_read_of_a_damaged_list_counts(server: HTTPServer, look: Look) -> None:
    bib = re.sub(r", doi=\{.*?\}", "", BIB)
    damaged = works([CANDIDATES["10.1000/one"], {"title": ["no DOI"]}])
    server.expect_request("/works").respond_with_json(damaged)
    code, found = look(bib, "resolve")
    assert (code, found["one"]["verdict"]) == (3, "confirmed")
    assert (found["two"]["verdict"], found["two"]["status"]) == ("could-not-check", "unreachable")
    assert found["two"]["notes"] == ["1 of Crossref's records are not as documented"]


@pytest.mark.parametrize(
    "answer",
    [
        *({}, {"responseCode": None}, {"responseCode": True}, {"responseCode": [1]}, [], None),
        *({"responseCode": "1"}, {"responseCode": 2}, "1"),
    ],
)
def test_an_answer_of_doi_org_that_is_not_as_documented_is_none(
    server: HTTPServer, look: Look, answer: object
) -> None:
    server.expect_request("/works").respond_with_json(works([]))
    server.expect_request(re.compile("/api/handles/.*")).respond_with_json(answer)
    code, found = look()
    assert code == 3
    assert {each["status"] for each in found.values()} == {"unreachable"}


ODD_ALIASES: list[object] = [None, 5, "no DOI", [], {}]
ODD_VALUES: list[object] = [
    *(None, 7, ["x"], [None], [{}], [{"type": "HS_ALIAS"}], [{"type": "HS_ALIAS", "data": "x"}]),
    *([{"type": "HS_ALIAS", "data": {"value": odd}}] for odd in ODD_ALIASES),
]
ODD_AGENCIES: list[object] = [None, [], [{}], ["x"], [{"RA": None}], [{"RA": ["DataCite"]}], {}]


@pytest.mark.parametrize(
    ("values", "agency"),
    [*((odd, [{}]) for odd in ODD_VALUES), *(([], odd) for odd in ODD_AGENCIES)],
)
def test_values_that_name_no_alias_and_answers_that_name_no_agency(
    server: HTTPServer, look: Look, values: object, agency: object
) -> None:
    server.expect_request("/works").respond_with_json(works([]))
    server.expect_request(re.compile("/works/.*")).respond_with_data("Resource not found.", 404)
    server.expect_request(re.compile("/api/handles/.*")).respond_with_json(
        {"responseCode": 1, "values": values}
    )
    server.expect_request(re.compile("/doiRA/.*")).respond_with_json(agency)
    code, found = look(BIB.splitlines()[0])
    assert (code, found["one"]["status"]) == (3, "unreachable")


ODD_MEMBERS: dict[str, list[object]] = {
    "titles": ["text", [None], [{}], 7],
    "creators": ["text", [None], 7],
    "container": ["text", [1], 7],
    "contributors": [[{"contributorType": ["Editor"]}], "text"],
    "relatedIdentifiers": [7, "text"],
}
ODD_ATTRIBUTES: list[object] = [
    *(None, [], "x", {}, {"titles": [{"title": "The first work of all"}]}, {"doi": 5}),
    *({"doi": "10.1000/one", member: odd} for member, odds in ODD_MEMBERS.items() for odd in odds),
]


@pytest.mark.parametrize("attributes", ODD_ATTRIBUTES)
def test_an_answer_of_datacite_that_is_not_as_documented_is_none(
    server: HTTPServer, look: Look, attributes: object
) -> None:
    server.expect_request("/works").respond_with_json(works([]))
    server.expect_request(re.compile("/works/.*")).respond_with_data("Resource not found.", 404)
    server.expect_request(re.compile("/api/handles/.*")).respond_with_json({"responseCode": 1})
    server.expect_request(re.compile("/doiRA/.*")).respond_with_json([{"RA": "DataCite"}])
    server.expect_request("/dois/10.1000/one").respond_with_json(
        {"data": {"attributes": attributes}}
    )
    code, found = look(BIB.splitlines()[0])
    assert (code, found["one"]["status"]) == (3, "unreachable")


SPARSE: list[dict[str, Any]] = [
    {},
    {"title": [], "author": []},
    {"title": [None], "author": [None], "issued": {"date-parts": [[None]]}},
    {"title": [""], "author": [{}], "issued": {}},
    {"title": [" "], "author": [{"family": ""}]},
    {"title": ["<i></i>"], "author": "  "},
    {"title": [{"text": "The first work of all"}], "author": [["Author"]]},
    {"title": [True], "volume": False},
    {"type": "journal-article", "publisher": "Somebody"},
    {"volume": "3", "page": "1-9", "ISSN": ["1234-5679"]},
    {"issued": {"date-parts": [[int("9" * 4000)]]}},
    {"issued": {"date-parts": [[0]]}, "title": None},
    {"language": "en", "event": {"name": "A meeting"}},
]


@pytest.mark.parametrize("record", SPARSE)
@pytest.mark.parametrize("bare", [True, False])
def test_a_record_that_says_nothing_confirms_nothing(
    server: HTTPServer, look: Look, record: dict[str, Any], *, bare: bool
) -> None:
    item = {"DOI": "10.1000/one"} | record
    server.expect_request("/works/10.1000/one").respond_with_json(work(item))
    code, found = look("@misc{one, doi={10.1000/one}}" if bare else BIB.splitlines()[0])
    assert (code, found["one"]["verdict"], found["one"]["status"]) == (
        3,
        "could-not-check",
        "sparse",
    )


@pytest.mark.parametrize(
    ("record", "verdict"),
    [
        ({"issued": {"date-parts": [[2001]]}}, "could-not-check"),
        ({"issued": {"date-parts": [[1950]]}}, "conflict"),
        ({"container-title": ["A Journal"]}, "could-not-check"),
        ({"title": ["The first work of all"]}, "confirmed"),
        ({"title": ["Quantum chromodynamics"]}, "conflict"),
        ({"author": [{"family": "Author", "given": "Ann"}]}, "confirmed"),
        ({"author": [{"family": "Zed", "given": "Zoe"}]}, "conflict"),
    ],
)
def test_a_record_that_says_little_is_taken_by_what_it_says(
    server: HTTPServer, look: Look, record: dict[str, Any], verdict: str
) -> None:
    item = {"DOI": "10.1000/one"} | record
    server.expect_request("/works/10.1000/one").respond_with_json(work(item))
    assert look(BIB.splitlines()[0])[1]["one"]["verdict"] == verdict


def test_halves_of_characters_are_written_as_unknown_ones(
    server: HTTPServer, look: Look, run: Callable[..., Any], tmp_path: Path
) -> None:
    text = json.dumps(works([CANDIDATES["10.1000/one"]])).replace("The first", "The \\udfff first")
    server.expect_request("/works").respond_with_data(text)
    for _ in range(2):  # asked, and kept
        _, found = look(BIB.splitlines()[0].replace(", doi={10.1000/one}", ""), "resolve")
        assert found["one"]["verdict"] == "confirmed"
        assert "\ufffd" in found["one"]["candidate"]["title"]
    done = run("resolve", tmp_path / "list.bib", "--write")
    assert done.code == 0
    assert "10.1000/one" in (tmp_path / "list.bib").read_text("utf-8")


@pytest.mark.parametrize("status", [200, 404, 500])
def test_doi_org_failing_is_no_absence_either(server: HTTPServer, look: Look, status: int) -> None:
    server.expect_request("/works").respond_with_json(works([]))
    server.expect_request("/api/handles/10.1000/one").respond_with_data("{", status=status)
    server.expect_request("/api/handles/10.1000/two").respond_with_json({"responseCode": 100})
    code, found = look()
    assert code == 3
    assert found["one"]["verdict"] == "could-not-check"
    assert (found["two"]["verdict"], found["two"]["status"]) == ("not-found", "unregistered")


def test_a_fault_that_passes_is_retried(server: HTTPServer, look: Look) -> None:
    for fault in ("429 without Retry-After", "503 page", "cut-off JSON"):
        server.expect_ordered_request("/works").respond_with_handler(FAULTS[fault])
    server.expect_ordered_request("/works").respond_with_json(works([*CANDIDATES.values()]))
    code, found = look()
    assert code == 0
    assert {e["verdict"] for e in found.values()} == {"confirmed"}


def test_a_wrong_content_type_or_gzip_does_no_harm(server: HTTPServer, look: Look) -> None:
    body = gzip.compress(json.dumps(works([*CANDIDATES.values()])).encode())
    server.expect_request("/works").respond_with_data(
        body, headers={"Content-Encoding": "gzip"}, content_type="text/html"
    )
    assert look()[0] == 0


def test_no_connection(look: Look, server: HTTPServer) -> None:
    server.stop()
    code, found = look()
    assert code == 3
    assert {e["verdict"] for e in found.values()} == {"could-not-check"}
    assert "no connection" in found["one"]["notes"][0]
    server.start()


def test_a_connection_that_is_reset(
    look: Look, server: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def reset() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                connection.close()

        threading.Thread(target=reset, daemon=True).start()
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        stand_in(monkeypatch, base)
        assert server.is_running()
        code, found = look()
    assert code == 3
    assert {e["verdict"] for e in found.values()} == {"could-not-check"}


def test_a_service_that_vanishes_midway_and_is_back(server: HTTPServer, look: Look) -> None:
    count = 25  # more than one batch
    items = [CANDIDATES["10.1000/one"] | {"DOI": f"10.1000/{n}"} for n in range(count)]
    bib = "".join(
        BIB.splitlines()[0].replace("{one", f"{{k{n}").replace("10.1000/one", f"10.1000/{n}") + "\n"
        for n in range(count)
    )
    asked: list[str] = []

    def answering(request: Request) -> Response:
        dois = request.args["filter"].replace("doi:", "").split(",")
        if "10.1000/24" in dois and not asked.count("back"):
            return Response("", 503)
        asked.extend(dois)
        return Response(json.dumps(works([i for i in items if i["DOI"] in dois])))

    server.expect_request("/works").respond_with_handler(answering)
    code, found = look(bib)
    assert code == 3
    assert sum(each["verdict"] == "confirmed" for each in found.values()) == 20
    asked.append("back")
    code, found = look(bib)
    assert code == 0
    asked.remove("back")
    assert sorted(asked) == sorted(f"10.1000/{n}" for n in range(count))
    sent = len(server.log)
    assert look(bib)[0] == 0
    assert len(server.log) == sent, "a third run asks nothing"
