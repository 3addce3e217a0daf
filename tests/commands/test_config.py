import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_project_file_is_found_upwards(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paracite.toml").write_text('library = "my.bib"\nregistry = "local.jsonl"\n')
    inner = tmp_path / "chapter"
    inner.mkdir()
    monkeypatch.chdir(inner)
    shown = json.loads(run("config", "show", "--json").out)["settings"]
    assert shown["library"] == str(tmp_path / "my.bib")
    assert shown["registry"] == [str(tmp_path / "local.jsonl")]


@pytest.mark.parametrize("text", ["colour = 'red'\n", "library = 1\n", "library = \n"])
def test_wrong_setting_is_one_line_and_exit_2(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    (tmp_path / "paracite.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    done = run("config", "show")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "paracite.toml" in done.err


def test_address_from_the_environment_wins(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARACITE_MAILTO", "me@example.org")
    assert json.loads(run("config", "show", "--json").out)["settings"]["mailto"] == "me@example.org"
