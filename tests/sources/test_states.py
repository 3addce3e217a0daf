"""Every state a DOI can be in is told apart, and said in words."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from .conftest import BIB, CANDIDATES, work, works

Look = Callable[..., tuple[int, dict[str, Any]]]
ONE = BIB.splitlines()[0]


def notes(result: dict[str, Any]) -> str:
    return "; ".join(result["notes"])


def absent_from_crossref(server: HTTPServer) -> None:
    server.expect_request("/works").respond_with_json(works([]))
    # As recorded: a plain sentence that is labelled JSON.
    server.expect_request("/works/10.1000/one").respond_with_data(
        "Resource not found.", 404, content_type="application/json;charset=utf-8"
    )


def test_an_alias_leads_to_the_prime_doi(server: HTTPServer, look: Look) -> None:
    absent_from_crossref(server)
    alias = {"type": "HS_ALIAS", "data": {"format": "string", "value": "10.1000/PRIME"}}
    server.expect_request("/api/handles/10.1000/one").respond_with_json(
        {"responseCode": 1, "values": [alias]}
    )
    item = CANDIDATES["10.1000/one"] | {"DOI": "10.1000/prime"}
    server.expect_request("/works/10.1000/prime").respond_with_json(work(item))
    code, found = look(ONE)
    assert (code, found["one"]["verdict"], found["one"]["status"]) == (0, "confirmed", "alias")
    assert "10.1000/prime" in notes(found["one"])
    sent = len(server.log)
    assert look(ONE)[1]["one"]["status"] == "alias"
    assert len(server.log) == sent


def test_another_agency_is_asked_where_it_can_be(server: HTTPServer, look: Look) -> None:
    absent_from_crossref(server)
    server.expect_request("/api/handles/10.1000/one").respond_with_json({"responseCode": 1})
    server.expect_request("/doiRA/10.1000/one").respond_with_json(
        [{"DOI": "10.1000/one", "RA": "DataCite"}]
    )
    attributes = {
        "doi": "10.1000/one",
        "titles": [{"title": "The first work of all"}],
        "creators": [{"name": "Author, Ann", "nameType": "Personal"}],
        "publicationYear": 2001,
        "publisher": "Zenodo",
        "types": {"resourceTypeGeneral": "Dataset"},
    }
    server.expect_request("/dois/10.1000/one").respond_with_json(
        {"data": {"attributes": attributes}}
    )
    code, found = look(ONE)
    assert (code, found["one"]["verdict"]) == (0, "confirmed")
    assert found["one"]["status"] == "other-agency"
    assert found["one"]["candidate"]["type"] == "dataset"
    assert "DataCite" in notes(found["one"])


def test_an_agency_without_open_records_cannot_be_checked(server: HTTPServer, look: Look) -> None:
    absent_from_crossref(server)
    server.expect_request("/api/handles/10.1000/one").respond_with_json({"responseCode": 1})
    server.expect_request("/doiRA/10.1000/one").respond_with_json(
        [{"DOI": "10.1000/one", "RA": "mEDRA"}]
    )
    code, found = look(ONE)
    assert (code, found["one"]["verdict"]) == (3, "could-not-check")
    assert found["one"]["status"] == "other-agency"
    assert "mEDRA" in notes(found["one"])


def test_an_unregistered_doi_is_not_found(server: HTTPServer, look: Look) -> None:
    absent_from_crossref(server)
    server.expect_request("/api/handles/10.1000/one").respond_with_json(
        {"responseCode": 100, "handle": "10.1000/one"}, 404
    )
    code, found = look(ONE)
    assert (code, found["one"]["verdict"]) == (1, "not-found")
    assert found["one"]["status"] == "unregistered"


def test_a_malformed_doi_asks_nobody(server: HTTPServer, look: Look) -> None:
    code, found = look(ONE.replace("10.1000/one", "10.1000"))
    assert (code, found["one"]["verdict"], found["one"]["status"]) == (1, "conflict", "malformed")
    assert not server.log


def test_the_gravest_update_counts(server: HTTPServer, look: Look) -> None:
    updates = [
        {
            "DOI": "10.1000/c",
            "type": "correction",
            "label": "Correction",
            "source": "publisher",
            "updated": {"date-time": "2004-03-06T00:00:00Z"},
        },
        {
            "DOI": "10.1000/r",
            "type": "retraction",
            "label": "Retraction",
            "source": "retraction-watch",
            "updated": {"date-time": "2010-02-06T00:00:00Z"},
        },
    ]
    item = CANDIDATES["10.1000/one"] | {
        "title": ["RETRACTED: The first work of all"],
        "updated-by": updates,
    }
    server.expect_request("/works/10.1000/one").respond_with_json(work(item))
    code, found = look(ONE)
    assert (code, found["one"]["verdict"], found["one"]["status"]) == (1, "confirmed", "retracted")
    assert "retraction (2010-02-06, recorded by retraction-watch, 10.1000/r)" in notes(found["one"])


def test_versions_are_noted(server: HTTPServer, look: Look) -> None:
    related = {"has-preprint": [{"id-type": "doi", "id": "10.1000/pre", "asserted-by": "object"}]}
    item = CANDIDATES["10.1000/one"] | {"relation": related}
    server.expect_request("/works/10.1000/one").respond_with_json(work(item))
    assert "has the preprint 10.1000/pre" in notes(look(ONE)[1]["one"])


def test_the_year_online_is_right_too(server: HTTPServer, look: Look) -> None:
    item = CANDIDATES["10.1000/one"] | {
        "issued": {"date-parts": [[2003]]},
        "published-online": {"date-parts": [[2001, 12]]},
    }
    server.expect_request("/works/10.1000/one").respond_with_json(work(item))
    [year] = [e for e in look(ONE)[1]["one"]["evidence"] if e["field"] == "year"]
    assert year["note"] == "equal"


def test_odd_dois_are_asked_for_as_they_are(server: HTTPServer, look: Look) -> None:
    odd = [
        "10.1002/(sici)1096-8644(199601)99:1<1::aid-ajpa1>3.0.co;2-1",
        "10.1000/a+b#c?d=e&f",
        "10.1000/[x]%y",
        "10.1000/with,comma",
    ]
    bib = "".join(f"@article{{k{n}, title={{T}}, doi = {{{d}}}}}\n" for n, d in enumerate(odd))
    asked: list[str] = []

    def answering(request: Request) -> Response:
        dois = [d.removeprefix("doi:") for d in request.args["filter"].split(",")]
        asked.extend(dois)
        return Response(json.dumps(works([{"DOI": d, "title": ["T"]} for d in dois])))

    def single(request: Request) -> Response:
        doi = unquote(str(request.environ["RAW_URI"]).partition("?")[0].removeprefix("/works/"))
        asked.append(doi)
        return Response(json.dumps(work({"DOI": doi, "title": ["T"]})))

    server.expect_request("/works").respond_with_handler(answering)
    server.expect_request("/works/10.1000/with,comma").respond_with_handler(single)
    code, found = look(bib.replace("%", r"\%").replace("#", r"\#").replace("&", r"\&"))
    assert sorted(asked) == sorted(odd)
    assert code == 0, found


def test_a_search_finds_the_missing_doi(server: HTTPServer, look: Look) -> None:
    part = {"DOI": "10.1000/one.g1", "type": "component", "title": ["The first work of all"]}
    review = {
        "DOI": "10.1000/rev",
        "type": "journal-article",
        "title": ["Review of: The first work of all"],
        "author": [{"given": "Zoe", "family": "Critic"}],
        "issued": {"date-parts": [[2001]]},
    }
    server.expect_request("/works").respond_with_json(
        works([part, review, CANDIDATES["10.1000/one"]])
    )
    code, found = look(ONE.replace(", doi={10.1000/one}", ""), "resolve")
    assert (code, found["one"]["verdict"]) == (0, "confirmed")
    assert found["one"]["candidate"]["DOI"] == "10.1000/one"
    [request] = [request for request, _ in server.log]
    assert request.args["mailto"] == "test@example.org"
    assert "The first work of all" in request.args["query.bibliographic"]
    assert request.headers["User-Agent"].startswith("paracite/")


def test_only_others_works_are_not_found(server: HTTPServer, look: Look) -> None:
    server.expect_request("/works").respond_with_json(works([CANDIDATES["10.1000/two"]]))
    code, found = look(ONE.replace(", doi={10.1000/one}", ""), "resolve")
    assert (code, found["one"]["verdict"], found["one"]["status"]) == (1, "not-found", "missing")


def test_a_wrong_doi_is_shown_beside_the_right_one(server: HTTPServer, look: Look) -> None:
    server.expect_request("/works/10.1000/two").respond_with_json(work(CANDIDATES["10.1000/two"]))
    server.expect_request("/works").respond_with_json(works([CANDIDATES["10.1000/one"]]))
    code, found = look(ONE.replace("10.1000/one", "10.1000/two"), "resolve")
    assert (code, found["one"]["verdict"]) == (1, "conflict")
    assert found["one"]["candidate"]["DOI"] == "10.1000/one"
    assert "10.1000/two↔10.1000/one" in notes(found["one"])
