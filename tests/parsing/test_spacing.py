"""Spaces go back to where they belong, and stay where nothing moved them."""

import pytest

from paracite.parsing import spacing


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Phys .Rev .Lett .112 ( 2014)201601", "Phys. Rev. Lett. 112 (2014)201601"),
        ("Lee ,K. and Roe ,J. A title , Nature", "Lee, K. and Roe, J. A title, Nature"),
        ("pp. 328 - 337 .", "pp. 328-337."),
        ("« Le capital social », Actes", "«Le capital social», Actes"),
    ],
)
def test_moved_spaces_go_back(damaged: str, mended: str) -> None:
    assert spacing.mended(damaged) == mended
    assert spacing.mended(mended) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Lee, K., . . . Roe, J. (2003). A title",
        "Surveiller et punir : naissance de la prison ; suite",
        "Programming .NET in a week",
        "a set [0, 1) and (1, 2]",
    ],
)
def test_what_is_meant_stays(text: str) -> None:
    assert spacing.mended(text) == text
