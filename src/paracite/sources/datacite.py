"""DataCite's REST API: records of data sets, preprints, theses.

Sources: DataCite, "Retrieve a single DOI" (support.datacite.org/docs/api-get-doi);
DataCite Metadata Schema 4.
"""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from paracite.fields import identifiers
from paracite.sources import _pacing
from paracite.sources._cache import RECORD_DAYS
from paracite.sources._http import NOT_FOUND, Unreachable
from paracite.sources._kinds import RegistryRecord
from paracite.sources._record import to_record
from paracite.sources._seam import Access, Client, Source

NAME = "DataCite"
#: `resourceTypeGeneral` to the types Crossref has.
KINDS = {
    "Audiovisual": "other",
    "Book": "book",
    "BookChapter": "book-chapter",
    "ConferencePaper": "proceedings-article",
    "ConferenceProceeding": "proceedings",
    "DataPaper": "journal-article",
    "Dataset": "dataset",
    "Dissertation": "dissertation",
    "JournalArticle": "journal-article",
    "PeerReview": "peer-review",
    "Preprint": "posted-content",
    "Report": "report",
    "Software": "software",
    "Standard": "standard",
}
ADDED_TITLES = ("Subtitle", "AlternativeTitle", "TranslatedTitle", "Other")
ROLES = {"Editor": "editor", "Translator": "translator"}


class DataCite(Client):
    """A client of DataCite."""

    name = NAME

    def __init__(self, access: Access) -> None:
        self._web, self._cache, self._base = access.web, access.cache, access.endpoint
        self._bucket = _pacing.Bucket(_pacing.CONSIDERATE)

    def fetch(self, dois: Sequence[str]) -> dict[str, RegistryRecord]:
        """Ask for DOIs one by one.  Raises `Unreachable`."""
        return {doi: record for doi in dois if (record := self._one(doi))}

    def _one(self, doi: str) -> RegistryRecord | None:
        if kept := self._cache.get(f"datacite/{doi}", dict):
            return to_record(kept, NAME)
        answer = self._web.get(f"{self._base}/dois/{quote(doi)}", self._bucket)
        if answer.status == NOT_FOUND:
            return None
        try:
            item = _item(answer.data["data"]["attributes"])
        except (KeyError, TypeError, AttributeError):
            item = {}
        if not identifiers.doi(str(item.get("DOI"))):
            raise Unreachable("DataCite's answer has another form than documented")
        self._cache.put(f"datacite/{doi}", item, RECORD_DAYS)
        return to_record(item, NAME)


def _item(attributes: dict[str, Any]) -> dict[str, Any]:
    """Put a record of DataCite into the form of Crossref's."""
    titles = attributes.get("titles") or []
    container = attributes.get("container") or {}
    publisher = attributes.get("publisher")
    item = {
        "DOI": attributes["doi"],
        "type": _kind(attributes.get("types") or {}),
        "title": _titles(titles, lambda kind: kind not in ADDED_TITLES)[:1],
        "subtitle": _titles(titles, lambda kind: kind == "Subtitle"),
        "author": [_name(each) for each in attributes.get("creators") or []],
        "container-title": list(filter(None, [container.get("title")])),
        "volume": container.get("volume"),
        "issue": container.get("issue"),
        "page": "-".join(filter(None, map(container.get, ("firstPage", "lastPage")))),
        "issued": {"date-parts": [[attributes.get("publicationYear")]]},
        "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
        "language": attributes.get("language"),
        "relation": _relations(attributes.get("relatedIdentifiers") or []),
    }
    for each in attributes.get("contributors") or []:
        if role := ROLES.get(each.get("contributorType", "")):
            item.setdefault(role, []).append(_name(each))
    return {member: value for member, value in item.items() if value}


def _titles(titles: list[dict[str, Any]], wanted: Callable[[object], bool]) -> list[Any]:
    return [title["title"] for title in titles if wanted(title.get("titleType"))]


def _kind(types: dict[str, Any]) -> str:
    return KINDS.get(str(types.get("resourceTypeGeneral", "")), "other")


def _name(creator: dict[str, Any]) -> dict[str, Any]:
    if creator.get("familyName"):
        return {"family": creator["familyName"], "given": creator.get("givenName") or ""}
    name = creator.get("name")
    family, comma, given = name.partition(", ") if isinstance(name, str) else ("", "", "")
    if comma and creator.get("nameType") != "Organizational":
        return {"family": family, "given": given}
    return {"name": name}


def _relations(related: list[dict[str, Any]]) -> dict[str, list[dict[str, str]]]:
    of = [
        {"id": identifier, "id-type": "doi"}
        for each in related
        if each.get("relationType") == "IsVersionOf" and each.get("relatedIdentifierType") == "DOI"
        if isinstance(identifier := each.get("relatedIdentifier"), str)
    ]
    return {"is-version-of": of} if of else {}


source = Source(
    NAME,
    order=3,
    open=lambda access: [DataCite(access)],
    endpoint="https://api.datacite.org",
    agencies=(NAME,),
)
