"""Other libraries read what paracite reads as paracite does, or the difference was judged."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import second_opinions

COUNT = 150  #: values of each section; `benchmarks/second_opinions.py` reads thousands


@pytest.mark.parametrize("name", second_opinions.sections())
def test_no_difference_is_new(name: str) -> None:
    total, _, differing = second_opinions.compare(name, COUNT, seed=2)
    assert total.total() > COUNT // 2
    assert differing == []


def test_every_judged_difference_has_a_section_and_a_reason() -> None:
    for section, _, reason in second_opinions.judged():
        assert section in second_opinions.sections()
        assert len(reason) > 20


def test_a_difference_that_was_not_judged_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_opinions, "judged", list)
    _, _, differing = second_opinions.compare("latex accents", 400, seed=2)
    assert any("\\U" in each.value for each in differing)
