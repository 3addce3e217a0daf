"""A report on a list as one HTML page: nothing is loaded from anywhere, everything is escaped.

The page reads and prints without JavaScript; a few lines of it add search and filter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from paracite import __version__, rules
from paracite.checking import Diagnostic
from paracite.fields.markup import plain
from paracite.reference import Date, Name, Reference
from paracite.render.report import charts
from paracite.resolving import Result

VERDICTS = {
    "confirmed": "confirmed",
    "conflict": "in conflict",
    "not-found": "not found",
    "could-not-check": "could not be checked",
}
COMPARED = {
    "author": "authors",
    "issued": "year",
    "title": "title",
    "container_title": "journal or book",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "publisher": "publisher",
}
FILTERS = (
    ("", "all references"),
    ("finding", "with findings"),
    ("duplicate", "the same work twice"),
    ("conflict", "DOI in conflict"),
    ("clean", "without findings"),
)
TITLE = "Report on {}"


@dataclass(frozen=True, slots=True)
class Report:
    """What the page tells of: the list, its findings, and what registries said of its DOIs."""

    path: str
    references: Sequence[Reference]
    findings: Sequence[Diagnostic]
    results: Sequence[Result] = ()


def html(report: Report) -> str:
    """Make the page."""
    resources = files(__name__)
    title = escape(TITLE.format(report.path))
    parts = {
        "title": title,
        "style": resources.joinpath("page.css").read_text("utf-8"),
        "script": resources.joinpath("page.js").read_text("utf-8"),
        "glance": "".join(_glance(report)),
        "timeline": charts.timeline(_years(report.references)),
        "kinds": charts.bars(Counter(each.type for each in report.references)),
        "rules": "".join(_rule_rows(report.findings)) or _row("No findings.", "", "", ""),
        "conflicts": "".join(_conflicts(report)),
        "filters": "".join(f'<option value="{value}">{text}</option>' for value, text in FILTERS),
        "references": "".join(_references(report)),
        "version": __version__,
    }
    page = resources.joinpath("page.html").read_text("utf-8")
    pieces = page.split("%%")  # text and names by turns, so that no value is looked into
    return "".join(parts[piece] if turn % 2 else piece for turn, piece in enumerate(pieces))


def _glance(report: Report) -> Iterator[str]:
    levels = Counter(each.level for each in report.findings)
    doubles = sum(each.code == "DUP001" for each in report.findings)
    yield _card(len(report.references), "references read")
    yield _card(levels["error"], "errors", "bad")
    yield _card(levels["warning"], "warnings", "doubt")
    yield _card(levels["note"], "notes")
    yield _card(doubles, "the same work twice", "doubt")
    if not report.results:
        yield _card(sum(bool(each.doi) for each in report.references), "DOIs, not looked up")
    verdicts: Counter[str] = Counter(each.verdict for each in report.results)
    marks = {"confirmed": "good", "conflict": "bad"}
    for verdict, text in VERDICTS.items() if report.results else ():
        yield _card(verdicts[verdict], f"DOIs {text}", marks.get(verdict, ""))


def _card(number: int, text: str, mark: str = "") -> str:
    shown = mark if number else ""
    return f'<li class="{shown}"><b>{number:,}</b> {escape(text)}</li>\n'


def _years(references: Iterable[Reference]) -> Counter[int]:
    dates = (each.issued for each in references)
    return Counter(date.year for date in dates if date and date.year)


def _rule_rows(findings: Sequence[Diagnostic]) -> Iterator[str]:
    for code, count in Counter(each.code for each in findings).most_common():
        rule = rules.rule(code)
        summary = rule.explanation.partition("\n")[0] if rule else ""
        yield _row(code, rule.name if rule else "", summary, f"{count:,}")


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"


def _conflicts(report: Report) -> Iterator[str]:
    """Yield both sides of each conflict, field by field."""
    listed = {each.citekey: each for each in report.references}
    for result in report.results:
        reference = listed.get(result.key)
        if result.verdict != "conflict" or reference is None:
            continue
        notes = {each.field: each.note for each in result.evidence}
        rows = [
            _row(
                name,
                _shown(reference, field),
                _shown(result.candidate, field),
                notes.get(field, ""),
            )
            for field, name in COMPARED.items()
            if _shown(reference, field) or _shown(result.candidate, field)
        ]
        yield (
            f"<h3>{escape(result.key)}: {escape(result.doi)} ({escape(result.status)})</h3>\n"
            "<table><thead><tr><th>field</th><th>the list says</th><th>the registry says</th>"
            f"<th>compared</th></tr></thead><tbody>{''.join(rows)}</tbody></table>\n"
        )
    if not any(each.verdict == "conflict" for each in report.results):
        yield "<p>None.</p>" if report.results else "<p>DOIs were not looked up.</p>"


def _shown(reference: Reference | None, field: str) -> str:
    value = getattr(reference, field) if reference else ""
    if isinstance(value, Date):
        return str(value.year or value.literal)
    if isinstance(value, tuple):
        return _people(value)
    return plain(value or "")


def _people(names: Sequence[Name]) -> str:
    shown = "; ".join(map(str, names[:5]))
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown


def _references(report: Report) -> Iterator[str]:
    by_key: Mapping[str, list[Diagnostic]] = defaultdict(list)
    for finding in report.findings:
        by_key[finding.key].append(finding)
    verdicts = {each.key: each.verdict for each in report.results}
    for reference in report.references:
        found, verdict = by_key.get(reference.citekey, []), verdicts.get(reference.citekey, "")
        yield _reference(reference, found, verdict)


def _reference(reference: Reference, found: Sequence[Diagnostic], verdict: str) -> str:
    kinds = ["finding" if found else "clean", verdict]
    kinds += ["duplicate"] * any(each.code == "DUP001" for each in found)
    items = "".join(
        f'<li class="{each.level}"><b>{each.code}</b> {escape(each.message)}</li>' for each in found
    )
    said = f" <em>DOI {VERDICTS[verdict]}</em>" if verdict else ""
    return (
        f'<article data-kinds="{" ".join(filter(None, kinds))}">'
        f"<h3>{escape(reference.citekey)}</h3><p>{escape(_line(reference))}{said}</p>"
        f"{f'<ul>{items}</ul>' if items else ''}</article>\n"
    )


def _line(reference: Reference) -> str:
    """Return a reference in one line: names, year, title, container."""
    names = _people(reference.author or reference.editor)
    year = _shown(reference, "issued")
    head = " ".join(filter(None, (names, f"({year})" if year else "")))
    parts = (head, plain(reference.title), plain(reference.container_title), reference.doi)
    return ". ".join(part.rstrip(".") for part in parts if part)
