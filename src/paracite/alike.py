"""Which entries of a library may be the same work as a reference."""

from paracite import csljson
from paracite.index import Index, schema
from paracite.index.query import Query, QueryTerm
from paracite.matching.compare import are_equal, compare
from paracite.matching.decide import decide
from paracite.reference import Reference
from paracite.text import words

TELLING = 4  #: as many of a title's words, the longest, find its likely doubles
#: Where these words are taken from, the first that there is, and the index's name of the field.
TITLES = {"title": "title", "container_title": "container"}
LIKELY = 20  #: as many are compared


def same_works(reference: Reference, library: Index) -> list[Reference]:
    """Return the entries that are surely the same work, likeliest first."""
    likely = (csljson.from_item(item) for item in _likely(reference, library))
    return [entry for entry in likely if is_same(reference, entry)]


def is_same(a: Reference, b: Reference) -> bool:
    """Return whether two references are surely one work, or alike to the last field."""
    return are_equal(a, b) or decide(compare(a, b)).verdict == "merge"


def _likely(reference: Reference, library: Index) -> list[csljson.Item]:
    field = next((name for name in TITLES if getattr(reference, name)), "")
    told = words(getattr(reference, field)) if field else ()
    longest = sorted(set(told), key=len, reverse=True)[:TELLING]
    query: Query = tuple((QueryTerm(word, TITLES[field]),) for word in longest)
    doi = schema.bare_doi(reference.doi)
    same_doi = library.items(((QueryTerm(doi, "doi"),),), limit=LIKELY) if doi else ()
    found = [*same_doi, *(library.items(query, "rank", limit=LIKELY) if query else ())]
    return list({item["id"]: item for item in found}.values())
