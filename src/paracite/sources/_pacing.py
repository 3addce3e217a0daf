"""Pacing: how fast and how many at a time a service may be asked.

Limits of Crossref since 1 December 2025 ("Rate limits", www.crossref.org/documentation/
retrieve-metadata/rest-api/access-and-authentication): single records 5 a second and
one at a time for the public, 10 and three for the polite (who send an address); lists
1 and one, 3 and three.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

MARGIN = 1.05  #: requests that leave evenly may arrive closer to each other
GREETING = 0.2  #: seconds by which the first arrives late, for it has to connect


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `rate` requests a second, and `concurrency` under way at once."""

    rate: float
    concurrency: int

    def learn(self, headers: Mapping[str, str]) -> "Limit":
        """Return the stricter of this limit and the one the headers of an answer name."""
        try:
            count = float(headers["x-rate-limit-limit"])
            rate = count / float(headers["x-rate-limit-interval"].rstrip("s"))
            concurrency = int(headers.get("x-concurrency-limit", self.concurrency))
        except (KeyError, ValueError, ZeroDivisionError):
            return self
        if rate <= 0 or concurrency <= 0:
            return self
        return Limit(min(self.rate, rate), min(self.concurrency, concurrency))


PUBLIC_SINGLE, PUBLIC_LIST = Limit(5, 1), Limit(1, 1)
POLITE_SINGLE, POLITE_LIST = Limit(10, 3), Limit(3, 3)
CONSIDERATE = Limit(5, 2)  #: for services that publish no limit


class Bucket:
    """Lets requests of one kind through, evenly spaced, from any number of threads."""

    def __init__(
        self,
        limit: Limit,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limit = limit
        self._clock, self._sleep = clock, sleep
        self._next = 0.0
        self._greeted = False
        self._under_way = 0
        self._turn = threading.Condition()
        self._door = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until a request may leave; the body of the `with` is that request."""
        with self._turn:
            while self._under_way >= self.limit.concurrency:
                self._turn.wait()
            self._under_way += 1
        try:
            self._leave()
            yield
        finally:
            with self._turn:
                self._under_way -= 1
                self._turn.notify()

    def _leave(self) -> None:
        """Wait for the moment to leave; who wakes late makes the next one later too."""
        with self._door:
            while (wait := self._next - self._clock()) > 0:
                self._sleep(wait)
            with self._turn:
                greeting = 0.0 if self._greeted else GREETING
                self._next = self._clock() + MARGIN / self.limit.rate + greeting
                self._greeted = True

    def learn(self, headers: Mapping[str, str]) -> None:
        """Slow down where an answer's headers say so."""
        with self._turn:
            self.limit = self.limit.learn(headers)

    def hold(self, seconds: float) -> None:
        """Let nothing through for some seconds: the service asked for a pause."""
        with self._turn:
            self._next = max(self._next, self._clock() + seconds)
