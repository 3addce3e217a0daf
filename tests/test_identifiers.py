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
    [
        ("5-31", "5", "31"),
        ("737–8", "737", "738"),
        ("S12-S18", "S12", "S18"),
        ("7", "7", "7"),
        ("280-30", "280", "30"),
        ("S12-8", "S12", "S18"),
        ("12-8", "12", "18"),
    ],
)
def test_page_bounds(text: str, first: str, last: str) -> None:
    assert pages.bounds(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("xvii+412", "xvii+412"),
        ("xvii + 412", "xvii + 412"),
        ("xii, 345 pp.", "xii, 345"),
        ("XVII, 412 S.", "XVII, 412"),
        ("412 pages", "412"),
        ("412pp", "412"),
        ("12 p.", "12"),
        ("280-30", ""),
        ("412", ""),
        ("pp. 4-12", ""),
        ("p. 412", ""),
        ("e1004", ""),
        ("5, 9", ""),
        ("", ""),
    ],
)
def test_extents_are_told_from_pages(text: str, extent: str) -> None:
    assert pages.extent(text) == extent


@pytest.mark.parametrize(("text", "extent"), [("xii, 345", "xii, 345"), ("345", ""), ("1-20", "")])
def test_a_list_of_numbers_is_the_extent_of_a_book(text: str, extent: str) -> None:
    assert pages.extent(text, of_book=True) == extent
