"""Print how long 100 DOIs and 100 searches take under Crossref's limits, and how often it says 429.

A server on this machine keeps the limits of December 2025 (rate in any one second, and
requests under way) and answers 429 beyond them, with latencies like the real ones.  Then
the same is asked again, and once more after a run that was stopped in the middle: what
was answered before must not be asked twice.

Run with the environment's own Python: `python benchmarks/crossref_limits.py`.
"""

import json
import tempfile
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from paracite import sources

COUNT = 100
LATENCY = {"single": 0.3, "list": 0.6}  #: seconds
LIMITS = {  # requests a second, and at a time
    ("public", "single"): (5, 1),
    ("public", "list"): (1, 1),
    ("polite", "single"): (10, 3),
    ("polite", "list"): (3, 3),
}


class Crossref(ThreadingHTTPServer):
    """A stand-in that counts, and refuses what goes beyond the limits."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.counts: Counter[str] = Counter()
        self.recent: dict[str, deque[float]] = {"single": deque(), "list": deque()}
        self.under_way: Counter[str] = Counter()

    def admit(self, kind: str, limit: tuple[int, int]) -> bool:
        """Let a request in, or count it as one too many."""
        rate, concurrency = limit
        with self.lock:
            self.counts["requests"] += 1
            now, recent = time.monotonic(), self.recent[kind]
            while recent and now - recent[0] >= 1:
                recent.popleft()
            if len(recent) >= rate or self.under_way[kind] >= concurrency:
                self.counts["429"] += 1
                return False
            recent.append(now)
            self.under_way[kind] += 1
            return True

    def forget(self) -> None:
        """Start a run as a stranger: nothing counted, nothing asked in the last second."""
        with self.lock:
            self.counts.clear()
            for recent in self.recent.values():
                recent.clear()

    def release(self, kind: str) -> None:
        """Note that a request was answered."""
        with self.lock:
            self.under_way[kind] -= 1


class Handler(BaseHTTPRequestHandler):
    """Answers `/works` and `/works/{doi}`."""

    protocol_version = "HTTP/1.1"
    server: Crossref

    def do_GET(self) -> None:
        """Answer, or refuse."""
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        kind = "list" if url.path == "/works" else "single"
        pool = "polite" if "mailto" in query else "public"
        limit = LIMITS[pool, kind]
        if not self.server.admit(kind, limit):
            self.send(429, limit, "Too Many Requests")
            return
        time.sleep(LATENCY[kind])
        self.server.release(kind)
        dois = query.get("filter", ["10.5555/0"])[0].replace("doi:", "").split(",")
        self.send(
            200, limit, {"message": {"items": [{"DOI": doi, "title": ["T"]} for doi in dois]}}
        )

    def send(self, status: int, limit: tuple[int, int], body: Any) -> None:
        """Send JSON with the headers that tell the limits."""
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("x-rate-limit-limit", str(limit[0]))
        self.send_header("x-rate-limit-interval", "1s")
        self.send_header("x-concurrency-limit", str(limit[1]))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""


DOIS = [f"10.5555/{number}" for number in range(COUNT)]
TEXTS = [f"Author {number}. A title. Journal {number}." for number in range(COUNT)]


def ask(kind: str, mailto: str, folder: Path, most: int = COUNT) -> Iterable[object]:
    """Ask for DOIs or search, and stop after `most` answers."""
    with sources.open_sources(cache_folder=folder, mailto=mailto) as opened:
        answers: Any = opened.lookup(DOIS) if kind == "DOIs" else opened.searches(TEXTS)
        found = list(islice(answers, most))
        answers.close()
        return found


def main() -> None:
    """Run each case with a cache of its own and print a line for each run."""
    server = Crossref()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    there = [replace(each, endpoint=base) for each in sources.declared()]
    sources.declared = lambda: tuple(there)
    print(f"{'run':<36}{'seconds':>8}{'requests':>10}{'429':>5}")
    for kind in ("DOIs", "searches"):
        for mailto in ("someone@example.org", ""):
            pool = "polite" if mailto else "public"
            with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as stopped:
                runs = [("first run", whole, COUNT), ("second run", whole, COUNT)]
                if mailto:
                    runs += [("stopped at 40", stopped, 40), ("then the rest", stopped, COUNT)]
                for name, folder, most in runs:
                    server.forget()
                    start = time.monotonic()
                    ask(kind, mailto, Path(folder), most)
                    took = time.monotonic() - start
                    asked, refused = server.counts["requests"], server.counts["429"]
                    print(f"{COUNT} {kind}, {pool}, {name:<18}".ljust(36), end="")
                    print(f"{took:>8.1f}{asked:>10}{refused:>5}", flush=True)


if __name__ == "__main__":
    main()
