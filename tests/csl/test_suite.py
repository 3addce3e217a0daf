"""The CSL test suite, strictly, against the list of fixtures that pass."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSING = Path(__file__).with_name("passing.txt")


def test_exactly_the_listed_fixtures_pass(corpora: Path, request: pytest.FixtureRequest) -> None:
    suite = runpy.run_path(str(ROOT / "benchmarks" / "csl_suite.py"), run_name="csl_suite")
    fixtures = [suite["read"](path) for path in sorted((corpora / "csl-test-suite").glob("*.txt"))]
    passed = {fixture.name for fixture in fixtures if suite["passes"](fixture)}
    if request.config.getoption("--update-golden"):
        PASSING.write_text("".join(f"{name}\n" for name in sorted(passed)), "utf-8")
    listed = set(PASSING.read_text("utf-8").split())
    assert (sorted(listed - passed), sorted(passed - listed)) == ([], []), "(broken, newly passing)"


def test_every_other_fixture_has_a_reason(corpora: Path) -> None:
    failing = dict(
        line.split(": ", 1)
        for line in PASSING.with_name("failing.txt").read_text("utf-8").splitlines()
    )
    names = {path.stem for path in (corpora / "csl-test-suite").glob("*.txt")}
    assert names - set(PASSING.read_text("utf-8").split()) == failing.keys()
