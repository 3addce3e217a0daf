"""Each output format, for one list, against its golden file."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from paracite.checking import Diagnostic, check, lists, selecting
from paracite.errors import ParaciteError
from paracite.opening import open_bytes
from paracite.render import findings

GOLDEN = Path(__file__).parent.parent / "golden" / "findings"
SOURCE = b"""@article{a,
  title = {Snow & <ice>},
\tdoi = {doi:10.1000/182},
  isbn = {9780714649710}
}
"""


def found(source: bytes = SOURCE) -> tuple[Diagnostic, ...]:
    return check(
        lists.of(open_bytes(source, "a.bib", "bibtex")), selecting.choose(["DOI001", "ID001"])
    )


@pytest.mark.parametrize("name", [n for n in findings.names() if n != "sarif"])
def test_format_is_as_recorded(name: str) -> None:
    text = findings.render(name, found(), incomplete=1)
    assert f"{text}\n" == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_sarif_points_to_rules_and_places() -> None:
    run = json.loads(findings.render("sarif", found()))["runs"][0]
    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "DOI001"
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 9, "endColumn": 13}


def test_every_format_takes_no_findings() -> None:
    for name in findings.names():
        assert isinstance(findings.render(name, ()), str)


def test_junit_is_xml_whatever_the_text_holds() -> None:
    text = findings.render("junit", found(SOURCE.replace(b"10.1000", b'\x01<&]]>"')))
    assert ET.fromstring(text).get("failures") == "2"  # noqa: S314  our own output


def test_control_characters_do_nothing_on_a_terminal() -> None:
    assert "\x1b" not in findings.render("full", found(SOURCE.replace(b"Snow", b"\x1b[31m")))


def test_a_terminal_gets_colour_and_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    text = findings.render("full", found())
    assert "\x1b[33mDOI001\x1b[0m" in text
    assert "\x1b]8;;file://" in text
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in findings.render("full", found())


def test_unknown_format_is_told_of() -> None:
    with pytest.raises(ParaciteError, match="unknown output format 'xml'"):
        findings.render("xml", ())
