"""Requests leave evenly, as many at once as allowed, and never faster than the headers say."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paracite.sources._pacing import GREETING, MARGIN, Bucket, Limit


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def departures(limit: Limit, count: int) -> list[float]:
    clock = Clock()
    bucket = Bucket(limit, clock, clock.sleep)
    left = []
    for _ in range(count):
        with bucket.turn():
            left.append(clock())
    return left


@given(st.integers(1, 50), st.integers(2, 80))
def test_no_second_sees_more_than_the_rate(rate: int, count: int) -> None:
    left = departures(Limit(rate, 1), count)
    for start in left:
        assert sum(start <= time < start + 1 for time in left) <= rate
    assert left[-1] - left[0] == pytest.approx((count - 1) * MARGIN / rate + GREETING)


def test_never_more_at_once_than_allowed() -> None:
    bucket = Bucket(Limit(1e6, 3))
    under_way, most, lock = 0, 0, threading.Lock()

    def request(_: int) -> None:
        nonlocal under_way, most
        with bucket.turn():
            with lock:
                under_way += 1
                most = max(most, under_way)
            time.sleep(0.001)
            with lock:
                under_way -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(request, range(60)))
    assert most == 3


def test_the_stricter_of_header_and_documentation_counts() -> None:
    polite = Limit(10, 3)
    slower = {
        "x-rate-limit-limit": "2",
        "x-rate-limit-interval": "1s",
        "x-concurrency-limit": "1",
    }
    assert polite.learn(slower) == Limit(2, 1)
    assert polite.learn(slower | {"x-rate-limit-limit": "50", "x-concurrency-limit": "9"}) == polite
    assert polite.learn({}) == polite
    for broken in ("", "zero", "0", "-1"):
        assert polite.learn(slower | {"x-rate-limit-limit": broken}) == polite
    assert polite.learn(slower | {"x-rate-limit-interval": "0s"}) == polite


def test_a_pause_holds_everyone() -> None:
    clock = Clock()
    bucket = Bucket(Limit(100, 3), clock, clock.sleep)
    with bucket.turn():
        bucket.hold(5)
    with bucket.turn():
        assert clock() == pytest.approx(105)
