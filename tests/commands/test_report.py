from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_report_is_written(run: Callable[..., Any], tmp_path: Path) -> None:
    source, target = tmp_path / "a.bib", tmp_path / "r.html"
    source.write_text("@misc{a, title = {Snow}, doi = {doi:10.1000/181}}\n", "utf-8")
    done = run("report", source, "-o", target)
    assert (done.code, done.out) == (0, "")
    assert done.err.endswith("1 references, 1 findings\n")
    assert "<title>Report on" in target.read_text("utf-8")


def test_missing_list_is_one_line(run: Callable[..., Any], tmp_path: Path) -> None:
    done = run("report", tmp_path / "none.bib", "-o", tmp_path / "r.html")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert not (tmp_path / "r.html").exists()
