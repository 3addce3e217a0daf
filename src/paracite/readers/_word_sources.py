"""The sources that Word itself keeps in a document for its own citations.

Source: ECMA-376, part 1, chapter 22.6 (Bibliography).
"""

from collections.abc import Iterator
from typing import Any

from paracite.fields import months
from paracite.reference import Date, Name, Origin, Reference

B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
TYPES = {
    "ArticleInAPeriodical": "article-magazine",
    "Art": "graphic",
    "Book": "book",
    "BookSection": "chapter",
    "Case": "legal_case",
    "ConferenceProceedings": "paper-conference",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Film": "motion_picture",
    "InternetSite": "webpage",
    "Interview": "interview",
    "JournalArticle": "article-journal",
    "Misc": "document",
    "Patent": "patent",
    "Performance": "performance",
    "Report": "report",
    "SoundRecording": "song",
}
NAMES = {
    "Author": "author",
    "Artist": "author",
    "BookAuthor": "container_author",
    "Compiler": "compiler",
    "Composer": "composer",
    "Director": "director",
    "Editor": "editor",
    "Interviewee": "author",
    "Interviewer": "interviewer",
    "Inventor": "author",
    "Performer": "performer",
    "ProducerName": "producer",
    "Translator": "translator",
    "Writer": "script_writer",
}
#: Elements that hold a CSL variable; of several for one the first that is there counts.
TEXTS = {
    "Title": "title",
    "ShortTitle": "title_short",
    "JournalName": "container_title",
    "BookTitle": "container_title",
    "PeriodicalTitle": "container_title",
    "InternetSiteTitle": "container_title",
    "PublicationTitle": "container_title",
    "AlbumTitle": "container_title",
    "ConferenceName": "event_title",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "ChapterNumber": "chapter_number",
    "NumberVolumes": "number_of_volumes",
    "Publisher": "publisher",
    "Institution": "publisher",
    "Distributor": "publisher",
    "ProductionCompany": "publisher",
    "City": "publisher_place",
    "PatentNumber": "number",
    "CaseNumber": "number",
    "Court": "authority",
    "ThesisType": "genre",
    "Medium": "medium",
    "Version": "version",
    "URL": "url",
    "DOI": "doi",
    "Comments": "note",
}
KNOWN = frozenset(
    [
        *TEXTS,
        *("Tag", "SourceType", "Guid", "LCID", "RefOrder", "Author"),
        *("Year", "Month", "Day", "YearAccessed", "MonthAccessed", "DayAccessed"),
    ]
)


def references(root: Any, path: str) -> Iterator[Reference]:
    """Yield each source, its tag for a citekey; elements of no CSL variable go to `extra`."""
    for source in root.iter(f"{B}Source"):
        yield _reference(source, path)


def _reference(source: Any, path: str) -> Reference:
    given = {
        element.tag.removeprefix(B): " ".join((element.text or "").split())
        for element in source
        if isinstance(element.tag, str)
    }
    values: dict[str, Any] = {}
    for name, variable in TEXTS.items():
        if text := given.get(name):
            values.setdefault(variable, text)
    for role in source.iterfind(f"{B}Author/*"):
        variable = NAMES.get(role.tag.removeprefix(B), "contributor")
        values[variable] = (*values.get(variable, ()), *_names(role))
    return Reference(
        citekey=given.get("Tag", ""),
        type=TYPES.get(given.get("SourceType", ""), "document"),
        issued=_date(given, ""),
        accessed=_date(given, "Accessed"),
        extra=tuple((name, text) for name, text in given.items() if text and name not in KNOWN),
        origin=Origin(path),
        **values,
    )


def _names(role: Any) -> Iterator[Name]:
    for corporate in role.iter(f"{B}Corporate"):
        if name := " ".join((corporate.text or "").split()):
            yield Name(literal=name)
    for person in role.iter(f"{B}Person"):
        last, first, middle = (
            (person.findtext(f"{B}{part}") or "").strip() for part in ("Last", "First", "Middle")
        )
        if given := f"{first} {middle}".strip():
            yield Name(last, given)
        elif last:
            yield Name(last)


def _date(given: dict[str, str], suffix: str) -> Date | None:
    """Return the date of three elements; what is no date stays as text."""
    parts = [given.get(f"{part}{suffix}", "") for part in ("Year", "Month", "Day")]
    if not any(parts):
        return None
    year, month, day = parts
    number = int(month) if month.isdecimal() else months.month(month)
    if not year.isdecimal() or (month and not 0 < number <= 12) or (day and not day.isdecimal()):
        return Date(literal=" ".join(filter(None, (day, month, year))))
    return Date(int(year), number, int(day or 0) if number else 0)
