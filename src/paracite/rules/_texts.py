"""The texts of a reference that people wrote, and how two of them differ."""

from collections.abc import Iterator

from paracite.rules._case import Case

# Fields of free text; abstracts are left out, for nobody prints them.
FREE = (
    *("title", "container_title", "collection_title", "publisher", "publisher_place"),
    *("author", "editor", "note", "event_title", "genre", "title_short"),
)
VERBATIM = frozenset(
    [
        *("abstract", "annote", "annotation", "doi", "eprint", "file", "local-url", "pdf", "url"),
        *("keywords", "keyword", "printed", "timestamp", "owner", "groups", "ids", "options"),
        *("bdsk-file-1", "bdsk-url-1", "bdsk-url-2", "biburl", "bibsource", "adsurl", "comment"),
        *("isbn", "issn", "pmid", "pmcid", "date-added", "date-modified", "crossref", "xdata"),
        *("mendeley-tags", "mendeley-groups", "urldate", "review", "xref", "related", "sortkey"),
        *("verba", "verbb", "verbc", "langid", "entryset", "archiveprefix", "primaryclass"),
    ]
)


def texts(case: Case) -> Iterator[tuple[str, str]]:
    """Yield name and text, as written in the source, of every field that is prose."""
    if case.entry is None:
        for name in FREE:
            if isinstance(text := getattr(case.reference, name), str) and text:
                yield name, text
        return
    for name in case.entry.fields:
        if name not in VERBATIM and (text := case.entry.text(name)):
            yield name, text


def differing(one: str, other: str) -> tuple[str, str]:
    """Give the first words in which two texts differ."""
    for left, right in zip(one.split(), other.split(), strict=False):
        if left != right:
            return left.strip(".,;:{}()"), right.strip(".,;:{}()")
    return one, other
