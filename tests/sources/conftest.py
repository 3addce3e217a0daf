"""Services on this machine in place of Crossref, doi.org and DataCite, and no waiting."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from paracite import limits, sources
from paracite.sources import _http, _pacing

CANDIDATES: dict[str, dict[str, Any]] = {
    "10.1000/one": {
        "DOI": "10.1000/one",
        "type": "journal-article",
        "title": ["The first work of all"],
        "author": [{"given": "Ann", "family": "Author"}],
        "issued": {"date-parts": [[2001]]},
    },
    "10.1000/two": {
        "DOI": "10.1000/two",
        "type": "journal-article",
        "title": ["The second work of all"],
        "author": [{"given": "Bob", "family": "Writer"}],
        "issued": {"date-parts": [[2002]]},
    },
}
Look = Callable[..., tuple[int, dict[str, Any]]]
BIB = """@article{one, author={Author, Ann}, title={The first work of all}, year=2001, doi={10.1000/one}}
@article{two, author={Writer, Bob}, title={The second work of all}, year=2002, doi={10.1000/two}}
"""


def work(item: dict[str, Any]) -> dict[str, Any]:
    return {"status": "ok", "message-type": "work", "message": item}


def works(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"status": "ok", "message-type": "work-list", "message": {"items": items}}


def stand_in(monkeypatch: pytest.MonkeyPatch, base: str) -> None:
    """Let every service be asked at `base`."""
    there = [replace(each, endpoint=base) for each in sources.declared()]
    monkeypatch.setattr(sources, "declared", lambda: there)


@pytest.fixture
def server(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> HTTPServer:
    """Give a server that stands for all three services, and retry without waiting."""
    base = httpserver.url_for("").rstrip("/")
    stand_in(monkeypatch, base)
    monkeypatch.setattr(_pacing, "MARGIN", 0.001)
    monkeypatch.setattr(_pacing, "GREETING", 0)
    monkeypatch.setattr(_http, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(limits, "PATIENCE", 0.4)
    monkeypatch.setattr(limits, "PAUSE_SECONDS", 0.05)
    return httpserver


@pytest.fixture
def look(run: Callable[..., Any], tmp_path: Path) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Give a function that validates a .bib and gives the exit code and results by key."""

    def looker(text: str = BIB, command: str = "validate") -> tuple[int, dict[str, Any]]:
        path = tmp_path / "list.bib"
        path.write_text(text)
        done = run(command, path, "--json", "--mailto", "test@example.org")
        return done.code, {each["key"]: each for each in json.loads(done.out)["results"]}

    return looker
