"""Asking a service over HTTP: one session, paced, retried within bounds.

An answer that is not what the service documents (HTML for JSON, half a body) is no
answer: `Unreachable` is raised, and the caller says "could not check".
"""

import json
import random
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from paracite import __version__
from paracite.sources._pacing import Bucket

if TYPE_CHECKING:  # requests takes 100 ms to import, and offline nobody needs it
    import requests

PROJECT = "https://github.com/paracite/paracite"
TIMEOUT = (5.0, 30.0)  #: seconds to connect, and between two pieces of an answer
LONGEST_ANSWER = 60.0  #: seconds for a whole answer
CHUNK = 65536  #: bytes
ATTEMPTS = 4
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  #: seconds between attempts
FAILURES_BEFORE_GIVING_UP = 3  #: in a row, of one host
PASSING = frozenset([429, 500, 502, 503, 504])  #: statuses worth another attempt
OK, NOT_FOUND, TOO_MANY = 200, 404, 429


class Unreachable(Exception):  # noqa: N818  no error: it becomes the verdict "could not check"
    """A service gave no usable answer; the message says why, in a few words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A usable answer: `status` 200 or 404, and its JSON (None where a 404 has none)."""

    status: int
    data: Any


class Web:
    """A session that keeps to the limits.  Safe to use from several threads."""

    def __init__(self, *, offline: bool = False) -> None:
        self.requests = 0  #: how many were sent
        self.offline = offline
        self._failures: dict[str, int] = {}
        self._lock = threading.Lock()
        self._session: requests.Session | None = None

    def get(
        self, url: str, bucket: Bucket, params: Mapping[str, str | int] | None = None
    ) -> Answer:
        """Ask for JSON.  Raises `Unreachable` once the attempts are used up."""
        if self.offline:
            raise Unreachable("the network was not asked")
        host = urlsplit(url).netloc
        if self._failures.get(host, 0) >= FAILURES_BEFORE_GIVING_UP:
            raise Unreachable(f"{host} gave no answer before")
        reason = ""
        for attempt in range(ATTEMPTS):
            try:
                answer = self._once(url, bucket, params or {})
            except _TryAgain as failure:
                reason = str(failure)
                if attempt + 1 < ATTEMPTS:
                    time.sleep(_pause(attempt, failure.after))
            else:
                self._failures[host] = 0
                return answer
        self._failures[host] = self._failures.get(host, 0) + 1
        raise Unreachable(f"{host}: {reason}")

    def _once(self, url: str, bucket: Bucket, params: Mapping[str, str | int]) -> Answer:
        import requests

        # Made ready before its turn, so that it leaves at the moment its turn comes.
        session = self._open()
        ready = session.prepare_request(requests.Request("GET", url, params=params))
        settings = session.merge_environment_settings(url, {}, True, None, None)  # noqa: FBT003  theirs
        with bucket.turn():
            self.requests += 1
            try:
                response = session.send(ready, timeout=TIMEOUT, **settings)
                body = _body(response)
            except requests.TooManyRedirects:
                raise Unreachable("redirects in a circle") from None
            except requests.Timeout:
                raise _TryAgain("no answer in time") from None
            except requests.RequestException as error:
                raise _TryAgain(_in_words(error)) from None
        bucket.learn(response.headers)
        if response.status_code in PASSING:
            after = _retry_after(response.headers)
            if response.status_code == TOO_MANY:
                bucket.hold(_pause(0, after))
            raise _TryAgain(f"status {response.status_code}", after)
        return _answer(response.status_code, body)

    def _open(self) -> "requests.Session":
        import requests

        with self._lock:
            if self._session is None:
                self._session = requests.Session()
                self._session.headers["User-Agent"] = f"paracite/{__version__} ({PROJECT})"
                self._session.headers["Accept"] = "application/json"
            return self._session

    def close(self) -> None:
        """Close the connections."""
        if self._session:
            self._session.close()


class _TryAgain(Exception):  # noqa: N818  a signal between two functions
    """One attempt failed in a way that may pass, `after` so many seconds."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


def _body(response: "requests.Response") -> bytes:
    """Read the body, in no more than the longest time: one that drips would never end."""
    end = time.monotonic() + LONGEST_ANSWER
    pieces = []
    for piece in response.iter_content(CHUNK):
        pieces.append(piece)
        if time.monotonic() > end:
            response.close()
            raise _TryAgain("no answer in time")
    return b"".join(pieces)


def _answer(status: int, body: bytes) -> Answer:
    if status not in (OK, NOT_FOUND):
        raise Unreachable(f"status {status}")
    if body.lstrip().startswith(b"<"):
        raise _TryAgain(f"a web page instead of data (status {status})")
    try:
        return Answer(status, json.loads(body))
    except ValueError:
        if status == NOT_FOUND:  # Crossref's 404 is a plain sentence labelled JSON
            return Answer(status, None)
        raise _TryAgain("an answer that is cut off or no JSON") from None


def _in_words(error: Exception) -> str:
    return {
        "ConnectionError": "no connection",
        "ProxyError": "no connection through the proxy",
        "SSLError": "no secure connection",
        "ChunkedEncodingError": "an answer that is cut off",
        "ContentDecodingError": "an answer that cannot be unpacked",
    }.get(type(error).__name__, type(error).__name__)


def _pause(attempt: int, after: float) -> float:
    """Return the seconds to wait: what the service asks for, else growing and never in step."""
    if after:
        return min(after, LONGEST_PAUSE)
    return min(FIRST_PAUSE * 2.0**attempt, LONGEST_PAUSE) * random.uniform(0.5, 1.5)  # noqa: S311  jitter


def _retry_after(headers: Mapping[str, str]) -> float:
    """Read `Retry-After`: seconds, or the date it then is; 0 where it says nothing."""
    value = headers.get("Retry-After", "").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 0.0
