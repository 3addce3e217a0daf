import pytest

from paracite.fields import identifiers, pages


@pytest.mark.parametrize(
    "text",
    [
        *("10.1038/171737A0", "doi:10.1038/171737a0", "https://doi.org/10.1038/171737a0"),
        *("http://dx.doi.org/10.1038/171737a0", "DOI: https://doi.org/10.1038%2F171737a0"),
    ],
)
def test_doi_is_made_bare(text: str) -> None:
    assert identifiers.doi(text) == "10.1038/171737a0"


@pytest.mark.parametrize("text", ["", "10.1038", "a 10.1038/x", "11.1038/171737a0", "doi:"])
def test_what_is_no_doi_gives_nothing(text: str) -> None:
    assert identifiers.doi(text) == ""


def test_dois_end_before_the_sentence_does() -> None:
    text = "See (10.1016/S0022-0981(98)00132-5). And doi:10.1000/xyz, ok."
    found = [doi for doi, _, _ in identifiers.dois_in(text)]
    assert found == ["10.1016/s0022-0981(98)00132-5", "10.1000/xyz"]


def test_isbn_is_checked() -> None:
    assert identifiers.isbn("ISBN 0-7146-4971-6") == "9780714649719"
    assert identifiers.isbn("978-0-7146-4971-9") == "9780714649719"
    assert identifiers.isbn("978-0-7146-4971-8") == ""


def test_issn_is_checked() -> None:
    assert identifiers.issn("0028-0836") == "0028-0836"
    assert identifiers.issn("0028-0837") == ""


def test_addresses_name_works() -> None:
    assert identifiers.jstor("https://www.jstor.org/stable/3330188") == "3330188"
    assert identifiers.arxiv("https://arxiv.org/abs/2101.00001v2") == "2101.00001"
    assert identifiers.arxiv("arXiv:hep-th/9901001") == "hep-th/9901001"
    assert identifiers.pmid("https://pubmed.ncbi.nlm.nih.gov/12345/") == "12345"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("5-31", "5", "31"), ("737–8", "737", "738"), ("S12-S18", "S12", "S18"), ("7", "7", "7")],
)
def test_page_bounds(text: str, first: str, last: str) -> None:
    assert pages.bounds(text) == (first, last)
