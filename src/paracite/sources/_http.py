"""Asking a service over HTTP: one session, paced, retried and waited for within bounds.

An answer that is not what the service documents (HTML for JSON, half a body) is no
answer: `Unreachable` is raised, and the caller says "could not check".
"""

import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from paracite import __version__, limits, strict_json
from paracite.sources._exchange import Exchange, Failed, Reply
from paracite.sources._kinds import RegistryRecord
from paracite.sources._pacing import Bucket

if TYPE_CHECKING:  # requests takes 100 ms to import, and offline nobody needs it
    import requests

PROJECT = "https://github.com/paracite/paracite"
FIRST_PAUSE = 0.5  #: seconds between attempts, growing
TELLING = 3.0  #: seconds of waiting after which a person is told what for
PASSING = frozenset([429, 500, 502, 503, 504])  #: statuses worth another attempt
OK, NOT_FOUND, TOO_MANY = 200, 404, 429
SHOWN = 200  #: characters of a 404's text that are kept


class Unreachable(Exception):  # noqa: N818  no error: it becomes the verdict "could not check"
    """A service gave no usable answer; the message says why, in a few words.

    `records` are those that could be read of an answer that is damaged in part.
    """

    def __init__(self, message: str, records: Sequence[RegistryRecord] = ()) -> None:
        super().__init__(message)
        self.records = tuple(records)


class TooLarge(Unreachable):
    """The answer is larger than any that is read; less may be asked for at a time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A usable answer: `status` 200 or 404, and its JSON; where a 404 has none, its `text`."""

    status: int
    data: Any
    text: str = ""


@dataclass(slots=True)
class Host:
    """How a host has answered in this run: since when it is silent, failures in a row."""

    silent_since: float | None = None
    failures: int = 0
    given_up: bool = False

    def silence_from(self, start: float) -> float:
        """Return since when a request of `start` is in vain: others may have been answered."""
        return start if self.silent_since is None else self.silent_since


def _quietly(message: str) -> None:
    """Tell nobody."""


class Web:
    """A session that keeps to the limits.  Safe to use from several threads.

    `patience` is how many seconds a host may keep silent before it is left out for the
    rest of the run, `seconds` how long anyone is asked; None: those of `limits`.  `tell`
    is called with what is being waited for, and who is left out.
    """

    def __init__(
        self,
        *,
        offline: bool = False,
        patience: float | None = None,
        seconds: float | None = None,
        tell: Callable[[str], object] = _quietly,
    ) -> None:
        self.requests = 0  #: how many were sent
        self.offline = offline
        self._patience = limits.PATIENCE if patience is None else patience
        self._end = time.monotonic() + (limits.RUN_SECONDS if seconds is None else seconds)
        self._tell = tell
        self._told: set[str] = set()
        self._hosts: defaultdict[str, Host] = defaultdict(Host)
        self._lock = threading.Lock()
        self._session: requests.Session | None = None

    def get(
        self, url: str, bucket: Bucket, params: Mapping[str, str | int] | None = None
    ) -> Answer:
        """Ask for JSON.  Raises `Unreachable` once the attempts are used up."""
        if self.offline:
            raise Unreachable("the network was not asked")
        name = urlsplit(url).netloc
        host = self._hosts[name]
        reason = ""
        for attempt in range(limits.ATTEMPTS):
            self._check(name, host)
            try:
                answer = self._once(url, bucket, params or {}, name)
            except _TryAgain as failure:
                reason = str(failure)
                if self._is_hopeless(host, failure) or attempt + 1 == limits.ATTEMPTS:
                    break
                self._wait(name, _pause(attempt, failure.after))
            else:
                host.failures = 0
                return answer
        host.failures += 1
        if host.failures >= limits.FAILURES or host.given_up:
            host.given_up = True
            self._tell_once(f"{name}: {reason}; it is not asked again in this run")
        raise Unreachable(f"{name}: {reason}")

    def _check(self, name: str, host: Host) -> None:
        if time.monotonic() >= self._end:
            raise Unreachable(f"{name}: the time for asking is over")
        if host.given_up:
            raise Unreachable(f"{name} gave no answer before")

    def _is_hopeless(self, host: Host, failure: "_TryAgain") -> bool:
        """Return whether another attempt would be in vain; then nobody tries again."""
        silent = host.silent_since
        if failure.after > limits.PAUSE_SECONDS or (
            silent is not None and time.monotonic() - silent >= self._patience
        ):
            host.given_up = True
        return host.given_up

    def _once(self, url: str, bucket: Bucket, params: Mapping[str, str | int], name: str) -> Answer:
        import requests

        # Made ready before its turn, so that it leaves at the moment its turn comes.
        session = self._open()
        ready = session.prepare_request(requests.Request("GET", url, params=params))
        settings = session.merge_environment_settings(url, {}, True, None, None)  # noqa: FBT003  theirs
        # Whoever waits gives up first; this ends the thread that is left behind.
        timeout = (limits.CONNECT_SECONDS, 2 * self._patience)
        with bucket.turn():
            self._check(name, self._hosts[name])  # much may have happened until its turn came
            self.requests += 1
            reply = self._answered(
                Exchange(lambda: session.send(ready, timeout=timeout, **settings)), name
            )
        bucket.learn(reply.headers)
        if reply.status in PASSING:
            after = _retry_after(reply.headers)
            if reply.status == TOO_MANY and after <= limits.PAUSE_SECONDS:
                bucket.hold(_pause(0, after))
            asked = f", and asks for a pause of {after:,.0f} seconds" if after else ""
            raise _TryAgain(f"status {reply.status}{asked}", after)
        return _answer(reply)

    def _answered(self, exchange: Exchange, name: str) -> Reply:
        """Wait for a reply as long as the host is not silent for too long."""
        host = self._hosts[name]
        start = time.monotonic()
        host.silent_since = host.silence_from(start)
        end = min(self._end, start + limits.ANSWER_SECONDS)
        while exchange.is_under_way(0):
            silence = host.silence_from(start)
            until = min(end, silence + self._patience + exchange.received / limits.ANSWER_SPEED)
            if (left := until - time.monotonic()) <= 0:
                exchange.abandon()
                raise _TryAgain(f"no answer in {time.monotonic() - start:.0f} seconds")
            if exchange.is_under_way(min(left, TELLING)) and time.monotonic() - start >= TELLING:
                self._tell_once(f"waiting for {name}")
        try:
            reply = exchange.reply()
        except Failed as failure:
            if not failure.is_silence:
                host.silent_since = None
            if failure.is_final:
                raise Unreachable(str(failure)) from None
            raise _TryAgain(str(failure)) from None
        host.silent_since = None
        if reply.is_too_large:
            raise TooLarge(f"an answer of more than {limits.ANSWER_BYTES:,} bytes")
        return reply

    def _wait(self, name: str, seconds: float) -> None:
        if seconds >= TELLING:
            self._tell(f"{name} asks for a pause of {seconds:.0f} seconds")
        time.sleep(max(0.0, min(seconds, self._end - time.monotonic())))

    def _tell_once(self, message: str) -> None:
        with self._lock:
            known = message in self._told
            self._told.add(message)
        if not known:
            self._tell(message)

    def _open(self) -> "requests.Session":
        import requests

        with self._lock:
            if self._session is None:
                self._session = requests.Session()
                self._session.headers["User-Agent"] = f"paracite/{__version__} ({PROJECT})"
                self._session.headers["Accept"] = "application/json"
                self._session.headers["Accept-Encoding"] = "gzip"
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


def _answer(reply: Reply) -> Answer:
    status, body = reply.status, reply.body
    if status not in (OK, NOT_FOUND):
        raise Unreachable(f"status {status}")
    if body.lstrip().startswith(b"<"):
        raise _TryAgain(f"a web page instead of data (status {status})")
    try:
        data = strict_json.loads(body, limits.ANSWER_VALUES)
        strict_json.check_depth(data)
    except ValueError as error:
        if status == NOT_FOUND:  # Crossref's 404 is a plain sentence labelled JSON
            return Answer(status, None, body[:SHOWN].decode("utf-8", "replace"))
        raise _TryAgain(_fault(error)) from None
    return Answer(status, data)


def _fault(error: ValueError) -> str:
    """Say what is wrong with an answer; where the reader of JSON stumbled helps nobody."""
    if isinstance(error, strict_json.UnfitError):
        return f"an answer that is not read: {error}"
    return "an answer that is cut off or no JSON"


def _pause(attempt: int, after: float) -> float:
    """Return the seconds to wait: what the service asks for, else growing and never in step."""
    if after:
        return min(after, limits.PAUSE_SECONDS)
    pause = min(FIRST_PAUSE * 2.0**attempt, limits.PAUSE_SECONDS)
    return pause * random.uniform(0.5, 1.5)  # noqa: S311  jitter


def _retry_after(headers: Mapping[str, str]) -> float:
    """Read `Retry-After`: seconds, or the date it then is; 0 where it says nothing."""
    value = headers.get("Retry-After", "").strip()
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return 0.0
