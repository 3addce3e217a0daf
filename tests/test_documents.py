"""Each Python example of the README and the documents is run, on the files that are shipped."""

import re
import shutil
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
WITH_PYTHON = [page for page in PAGES if PYTHON.search(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.name)
def test_python_examples_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (ROOT / "data").iterdir():
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what an export leaves out is said, and is not the point
        for number, example in enumerate(PYTHON.findall(page.read_text("utf-8")), 1):
            exec(compile(example, f"{page.name}, example {number}", "exec"), names)  # noqa: S102
    assert capsys.readouterr().out
