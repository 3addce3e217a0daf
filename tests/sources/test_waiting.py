"""Nobody waits longer than told, for a host or in a run; the rest goes on without it."""

import gzip
import socket
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from paracite import limits
from paracite.sources import _http, _pacing
from paracite.sources._http import TooLarge, Unreachable, Web

PATIENCE = 0.3
SLACK = 0.7  #: seconds a busy machine may take on top


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pacing, "MARGIN", 0.001)
    monkeypatch.setattr(_pacing, "GREETING", 0)
    monkeypatch.setattr(_http, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(_http, "TELLING", PATIENCE / 3)


def bucket() -> _pacing.Bucket:
    return _pacing.Bucket(_pacing.Limit(1000, 10))


Sending = Callable[[socket.socket, threading.Event], None]


def silent(_: socket.socket, over: threading.Event) -> None:
    over.wait()


def dripping(beginning: bytes, drop: bytes) -> Sending:
    def drip(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(beginning)
        while not over.wait(0.05):
            connection.sendall(drop)

    return drip


SLOW: dict[str, Sending] = {
    "silent": silent,
    "headers that drip": dripping(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "a status that drips": dripping(b"HTTP/1.1", b" "),
    "a body that drips": dripping(b"HTTP/1.1 200 OK\r\n\r\n", b" "),
    "a body of known length that drips": dripping(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b" "
    ),
    "chunks that drip": dripping(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"
    ),
}


@contextmanager
def serving(send: Sending) -> Iterator[str]:
    """Serve every connection in this way until the `with` ends; give the address."""
    over = threading.Event()

    def answer(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            try:
                send(connection, over)
            except OSError:
                return

    def listen() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer, args=[connection], daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=listen, daemon=True).start()
        yield f"127.0.0.1:{listener.getsockname()[1]}"
        over.set()


@pytest.mark.parametrize("send", SLOW.values(), ids=SLOW.keys())
def test_a_slow_host_costs_its_patience_once(send: Sending) -> None:
    told: list[str] = []
    web = Web(patience=PATIENCE, tell=told.append)
    with serving(send) as host:
        start = time.monotonic()
        with pytest.raises(Unreachable, match=r"no answer in \d+ seconds"):
            web.get(f"http://{host}/works", bucket())
        assert PATIENCE * 0.9 <= time.monotonic() - start < PATIENCE + SLACK
        start = time.monotonic()
        with pytest.raises(Unreachable, match="gave no answer before"):
            web.get(f"http://{host}/other", bucket())
        assert time.monotonic() - start < 0.1
    assert told[0] == f"waiting for {host}"
    assert f"{host}: no answer in" in told[1]
    assert "not asked again in this run" in told[1]
    assert len(told) == 2
    web.close()


def test_another_host_is_asked_all_the_same(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/works").respond_with_json({"a": 1})
    web = Web(patience=PATIENCE)
    with serving(silent) as host:
        with pytest.raises(Unreachable):
            web.get(f"http://{host}/works", bucket())
        assert web.get(httpserver.url_for("/works"), bucket()).data == {"a": 1}
    web.close()


def test_a_large_answer_that_keeps_coming_is_waited_for(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ANSWER_SPEED", 100_000)

    def sending(_: Request) -> Response:
        def pieces() -> Iterator[bytes]:
            yield b'{"a": 1'
            for _ in range(8):
                time.sleep(PATIENCE / 4)
                yield b" " * 20_000
            yield b"}"

        return Response(pieces(), content_type="application/json")

    httpserver.expect_request("/works").respond_with_handler(sending)
    web = Web(patience=PATIENCE)
    assert web.get(httpserver.url_for("/works"), bucket()).data == {"a": 1}
    monkeypatch.setattr(limits, "ANSWER_SECONDS", PATIENCE)
    with pytest.raises(Unreachable, match="no answer in"):
        web.get(httpserver.url_for("/works"), bucket())
    web.close()


def test_a_host_that_answers_others_meanwhile_is_not_left_out() -> None:
    def slow(_: Request) -> Response:
        time.sleep(PATIENCE * 1.5)
        return Response("{}")

    web = Web(patience=PATIENCE)
    with HTTPServer(threaded=True) as server, ThreadPoolExecutor(1) as pool:
        server.expect_oneshot_request("/slow").respond_with_handler(slow)
        server.expect_request("/slow").respond_with_json({"second": "try"})
        server.expect_request("/quick").respond_with_json({})
        asked = pool.submit(web.get, server.url_for("/slow"), bucket())
        for _ in range(6):
            time.sleep(PATIENCE / 4)
            web.get(server.url_for("/quick"), bucket())
        assert asked.result().data == {"second": "try"}
    web.close()


def test_a_run_ends_in_time() -> None:
    web = Web(patience=60, seconds=PATIENCE)
    with serving(silent) as host:
        start = time.monotonic()
        with pytest.raises(Unreachable, match="time for asking is over"):
            web.get(f"http://{host}/works", bucket())
        with pytest.raises(Unreachable, match="time for asking is over"):
            web.get("http://localhost:1/never", bucket())
    assert time.monotonic() - start < PATIENCE + SLACK
    assert web.requests == 1
    web.close()


def test_a_pause_that_is_asked_for_is_made(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    for value in ("7", "0"):
        httpserver.expect_oneshot_request("/works").respond_with_data(
            "", 503, headers={"Retry-After": value}
        )
    httpserver.expect_request("/works").respond_with_json({})
    told: list[str] = []
    web = Web(tell=told.append)
    web.get(httpserver.url_for("/works"), bucket())
    assert slept[0] == 7
    assert 0 < slept[1] < 0.1
    assert told == [f"{httpserver.host}:{httpserver.port} asks for a pause of 7 seconds"]
    web.close()


@pytest.mark.parametrize("after", ["86400", "Wed, 21 Oct 2065 07:28:00 GMT"])
def test_a_pause_longer_than_a_run_is_not_waited_for(httpserver: HTTPServer, after: str) -> None:
    httpserver.expect_request("/works").respond_with_data("", 429, headers={"Retry-After": after})
    web = Web()
    start = time.monotonic()
    with pytest.raises(Unreachable, match="asks for a pause of"):
        web.get(httpserver.url_for("/works"), bucket())
    assert time.monotonic() - start < SLACK
    assert web.requests == 1
    web.close()


def test_nobody_in_the_queue_waits_for_a_host_that_is_given_up(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/works").respond_with_data("", 429, headers={"Retry-After": "999"})
    web, queue = Web(), _pacing.Bucket(_pacing.Limit(10, 1))
    start = time.monotonic()
    with ThreadPoolExecutor(5) as pool:
        for asked in [pool.submit(web.get, httpserver.url_for("/works"), queue) for _ in range(5)]:
            assert isinstance(asked.exception(), Unreachable)
    assert time.monotonic() - start < SLACK
    assert web.requests == 1
    web.close()


def test_a_host_that_refuses_is_given_up_after_some_failures() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host = f"127.0.0.1:{listener.getsockname()[1]}"
    web = Web()
    for _ in range(limits.FAILURES):
        with pytest.raises(Unreachable, match="no connection"):
            web.get(f"http://{host}/", bucket())
    assert web.requests == limits.FAILURES * limits.ATTEMPTS
    with pytest.raises(Unreachable, match="before"):
        web.get(f"http://{host}/", bucket())
    web.close()


def test_failures_that_are_not_in_a_row_do_not_count(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/good").respond_with_json({})
    httpserver.expect_request("/bad").respond_with_data("", 500)
    web = Web()
    for _ in range(limits.FAILURES + 1):
        with pytest.raises(Unreachable, match="status 500"):
            web.get(httpserver.url_for("/bad"), bucket())
        assert web.get(httpserver.url_for("/good"), bucket()).data == {}
    web.close()


def test_a_bomb_is_not_unpacked_further_than_the_limit(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ANSWER_BYTES", 2**20)
    bomb = gzip.compress(b" " * 2**26)
    httpserver.expect_request("/works").respond_with_data(
        bomb, headers={"Content-Encoding": "gzip"}
    )
    web = Web()
    tracemalloc.start()
    with pytest.raises(TooLarge):
        web.get(httpserver.url_for("/works"), bucket())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**24
    web.close()


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_an_answer_may_be_as_large_as_the_limit(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, packing: str
) -> None:
    body = b'{"a": "' + b"x" * 100_000 + b'"}'
    sent = gzip.compress(body) if packing else body
    headers = {"Content-Encoding": packing} if packing else {}
    httpserver.expect_request("/works").respond_with_data(sent, headers=headers)
    web = Web()
    monkeypatch.setattr(limits, "ANSWER_BYTES", len(body))
    assert len(web.get(httpserver.url_for("/works"), bucket()).data["a"]) == 100_000
    monkeypatch.setattr(limits, "ANSWER_BYTES", len(body) - 1)
    with pytest.raises(TooLarge, match="more than"):
        web.get(httpserver.url_for("/works"), bucket())
    assert web.requests == 2
    web.close()
