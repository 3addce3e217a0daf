"""What every test shares: folders of its own, and no network."""

import io
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from paracite import config
from paracite.cli import main

ROOT = Path(__file__).parent.parent
LOCAL = ("127.0.0.1", "::1", "localhost")

# The same cases on every machine, slow ones included; `--hypothesis-profile=default` explores.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update-golden` write golden files anew; look at the diff before committing."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@dataclass(frozen=True)
class Run:
    """What one run of the command line did."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Give a function that runs `paracite ARGUMENTS…` in this process, `stdin` its input."""

    def runner(*arguments: object, stdin: str = "") -> Run:
        config.load.cache_clear()
        monkeypatch.setattr(sys, "argv", ["paracite", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
        code: object = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        out, err = capsys.readouterr()
        return Run(code if isinstance(code, int) else 0, out, err)

    return runner


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's settings, cache and undo out of the tests."""
    for kind in ("config", "cache", "state"):
        monkeypatch.setenv(f"PARACITE_{kind.upper()}_DIR", str(tmp_path / f".{kind}"))
    monkeypatch.delenv("PARACITE_MAILTO", raising=False)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in LOCAL:
            raise OSError(f"the test asked for the network: {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Give the folder of public test data, or skip where it is absent."""
    folder = os.environ.get("PARACITE_CORPORA") or str(ROOT.parent / "shared" / "corpora")
    if not Path(folder).is_dir():
        pytest.skip("the corpora are absent: set PARACITE_CORPORA")
    return Path(folder)
