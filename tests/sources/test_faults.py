"""Under every fault of a service the verdict is "could not check" and the exit code 3."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from .conftest import BIB, CANDIDATES, stand_in, works

Look = Callable[..., tuple[int, dict[str, Any]]]
PAGE = "<html><body><h1>429 Too Many Requests</h1></body></html>"


def slow(_: Request) -> Response:
    def drip() -> Iterator[bytes]:
        yield b'{"status":'
        time.sleep(0.5)
        yield b'"ok"}'

    return Response(drip(), content_type="application/json")


FAULTS: dict[str, Callable[[Request], Response]] = {
    "429 without Retry-After": lambda _: Response(PAGE, 429, content_type="text/html"),
    "429 with Retry-After": lambda _: Response("{}", 429, {"Retry-After": "2"}),
    "429 with a date": lambda _: Response(
        "", 429, {"Retry-After": "Wed, 21 Oct 2065 07:28:00 GMT"}
    ),
    "500": lambda _: Response("", 500),
    "503 page": lambda _: Response("<html>503</html>", 503, content_type="text/html"),
    "200 page": lambda _: Response("<!doctype html><p>Maintenance", 200),
    "404 page": lambda _: Response("<html>no such page", 404, content_type="text/html"),
    "cut-off JSON": lambda _: Response('{"status":"ok","message":{"DO', 200),
    "cut-off body": lambda _: Response('{"status":"ok"', 200, {"Content-Length": "999"}),
    "slow body": slow,
    "redirect loop": lambda request: Response("", 302, {"Location": request.url}),
    "gzip garbage": lambda _: Response(b"garbage", 200, {"Content-Encoding": "gzip"}),
    "other JSON": lambda _: Response('["unexpected"]', 200, content_type="application/json"),
    "null": lambda _: Response("null", 200),
    "no list of works": lambda _: Response('{"message": {"items": 3}}', 200),
    "refused": lambda _: Response("forbidden", 403),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
@pytest.mark.parametrize("command", ["validate", "resolve"])
def test_a_fault_is_never_taken_for_an_absence(
    server: HTTPServer, look: Look, fault: Callable[[Request], Response], command: str
) -> None:
    server.expect_request("/works").respond_with_handler(fault)
    code, found = look(command=command)
    assert code == 3
    assert {(e["verdict"], e["status"]) for e in found.values()} == {
        ("could-not-check", "unreachable")
    }


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
