"""Merging entries of a .bib: every value and key is kept, every other byte stays."""

from paracite.deduplicating import find
from paracite.deduplicating.splicing import keymap, spliced
from paracite.matching.merge import merge
from paracite.opening import open_bytes
from paracite.reference import Origin, Reference

BEFORE = """% my list
@string{pub = "Publius"}

@article{duch84,
  author  = {Duchacek, I. and Keating, M.},
  title   = {The International Dimension of Subnational Self-Government},
  journal = pub,
  volume  = 14, number = 4,
  year    = 1984,
  pages   = {5--31},
  keywords = {federalism, cities},
}

@Article{Duchacek1984,
  author = "Duchacek, Ivo D. and Keating, Michael",
  title = "The International Dimension of Subnational Self-Government",
  journal = {Publius: The Journal of Federalism},
  volume = 14,
  year = 1984,
  pages = {5},
  keywords = {cities},
  doi = {10.1093/oxfordjournals.pubjof.a037513},
  file = {a.pdf},
  note = {read in {Philadelphia}}
}

@incollection{other, crossref = {duch84}, title = {Another text entirely}, year = 1999}
% the end
"""
AFTER = """% my list
@string{pub = "Publius"}

@Article{Duchacek1984,
  author = "Duchacek, Ivo D. and Keating, Michael",
  title = "The International Dimension of Subnational Self-Government",
  journal = {Publius: The Journal of Federalism},
  volume = 14,
  year = 1984,
  pages = {5--31},
  keywords = {cities, federalism},
  doi = {10.1093/oxfordjournals.pubjof.a037513},
  file = {a.pdf},
  note = {read in {Philadelphia}},
  number = "4",
  ids = "duch84",
  merged = "duch84: author = {Duchacek, I. and Keating, M.}, journal = {pub}; Duchacek1984: pages = {5}"
}

@incollection{other, crossref = {Duchacek1984}, title = {Another text entirely}, year = 1999}
% the end
"""


def read(text: str) -> tuple[Reference, ...]:
    return open_bytes(text.encode(), "a.bib").references


def test_a_merge_changes_the_entries_it_merges_and_nothing_else() -> None:
    opened = open_bytes(BEFORE.encode(), "a.bib")
    clusters = find(opened.references).clusters
    assert spliced(opened, clusters).data.decode() == AFTER
    assert keymap(opened, clusters) == {"duch84": "Duchacek1984"}


def test_a_merged_file_has_no_duplicates_left() -> None:
    assert find(read(AFTER)).clusters == ()
    assert spliced(open_bytes(AFTER.encode(), "a.bib"), ()).data.decode() == AFTER


def test_two_entries_with_one_key_are_merged() -> None:
    entry = "@book{a,\n  title = {Diplomacy and law in globalized relations},\n  author = {Bolewski, W.}"
    text = f"{entry},\n}}\n\n{entry},\n  year = {{2007}},\n}}\n"
    opened = open_bytes(text.encode(), "a.bib")
    [cluster] = find(opened.references).clusters
    assert keymap(opened, [cluster]) == {}
    merged = spliced(opened, [cluster]).data.decode()
    assert [each.citekey for each in read(merged)] == ["a"]
    assert "2007" in merged


def test_references_merge_as_entries_do() -> None:
    merged = merge(read(BEFORE)[:2])
    assert merged.citekey == "Duchacek1984"
    assert (merged.issue, merged.page, merged.keyword) == ("4", "5-31", "cities, federalism")
    assert str(merged.author[0]) == "Ivo D. Duchacek"
    assert merged.get("ids") == "duch84"
    lost = [value for name, value in merged.extra if name == "merged"]
    assert "duch84: author = Duchacek, I. and Keating, M." in lost
    assert "Duchacek1984: page = 5" in lost


def test_printed_text_that_loses_is_kept() -> None:
    one, other = (
        Reference(citekey=key, title="Diplomacy", origin=Origin(text=printed))
        for key, printed in (("a", "Diplomacy, 2007."), ("b", "Diplomacy. 2007"))
    )
    assert ("merged", "b: printed = Diplomacy. 2007") in merge([one, other]).extra
