"""One request and its reply, under way in a thread of its own.

A socket's time-out counts from byte to byte: names that do not resolve, headers or bodies
that drip never meet it.  So whoever asks waits beside the thread and can leave it.
"""

import threading
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING

from paracite import limits

if TYPE_CHECKING:  # requests takes 100 ms to import, and offline nobody needs it
    import requests

CHUNK = 16384  #: bytes; small, so that what arrives slowly is seen to arrive
GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
WORDS = {
    "ProxyError": "no connection through the proxy",
    "SSLError": "no secure connection",
    "ConnectTimeout": "no connection in time",
    "ReadTimeout": "no answer in time",
    "ReadTimeoutError": "no answer in time",
    "ConnectionError": "no connection",
    "IncompleteRead": "an answer that is cut off",
    "ProtocolError": "an answer that is cut off",
    "TooManyRedirects": "redirects in a circle",
    "error": "an answer that cannot be unpacked",
}
SILENCE = ("ConnectTimeout", "ReadTimeout", "ReadTimeoutError")
FINAL = ("TooManyRedirects", "InvalidSchema", "InvalidURL")  #: will not be better the next time


class Failed(Exception):  # noqa: N818  a signal to the one who waits
    """There is no reply; `is_final` where another attempt would go the same way.

    `is_silence` where nothing came, in contrast to a refusal or a broken reply.
    """

    def __init__(self, error: Exception) -> None:
        kind = type(error).__name__
        super().__init__(WORDS.get(kind, kind))
        self.is_final = kind in FINAL
        self.is_silence = kind in SILENCE


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; of a body that is too large nothing is kept."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    is_too_large: bool = False


class Exchange:
    """A request that is sent at once; `received` counts the bytes of its answer so far."""

    def __init__(self, send: Callable[[], "requests.Response"]) -> None:
        self.received = 0
        self._send = send
        self._abandoned = False
        self._done = threading.Event()
        self._outcome: Reply | Exception | None = None
        threading.Thread(target=self._run, daemon=True).start()

    def is_under_way(self, seconds: float) -> bool:
        """Wait for the end, no longer than some seconds; return whether it has not come."""
        return not self._done.wait(seconds)

    def abandon(self) -> None:
        """Leave it: what still arrives is thrown away."""
        self._abandoned = True

    def reply(self) -> Reply:
        """Return the reply once it is there.  Raises `Failed`."""
        if isinstance(self._outcome, Reply):
            return self._outcome
        raise Failed(self._outcome or TimeoutError())

    def _run(self) -> None:
        import requests
        from urllib3.exceptions import HTTPError

        failures = (requests.RequestException, HTTPError, HTTPException, OSError)
        try:
            with self._send() as response:
                self._outcome = self._read(response)
        except (*failures, ValueError, zlib.error) as error:
            self._outcome = error
        finally:
            self._done.set()

    def _read(self, response: "requests.Response") -> Reply:
        """Read the body as it is sent, and unpack it: neither may be larger than the limit."""
        pieces: list[bytes] = []
        while piece := response.raw.read(CHUNK, decode_content=False):
            self.received += len(piece)
            pieces.append(piece)
            if self._abandoned or self.received > limits.ANSWER_BYTES:
                return Reply(response.status_code, response.headers, b"", is_too_large=True)
        body = b"".join(pieces)
        if response.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
            unpacker = zlib.decompressobj(GZIP_OR_ZLIB)
            body = unpacker.decompress(body, limits.ANSWER_BYTES + 1)
            if len(body) > limits.ANSWER_BYTES:
                return Reply(response.status_code, response.headers, b"", is_too_large=True)
        return Reply(response.status_code, response.headers, body)
