"""PubMed's tags and publication types, to CSL and back.

Source: National Library of Medicine, "MEDLINE/PubMed Data Element Descriptions".
"""

#: tag → CSL variable; of two tags for one the first listed wins
TEXTS = {
    "TI": "title",
    "JT": "container_title",
    "TA": "container_title_short",
    "BTI": "container_title",
    "CTI": "collection_title",
    "VTI": "volume_title",
    "TT": "original_title",
    "VI": "volume",
    "IP": "issue",
    "EN": "edition",
    "PB": "publisher",
    "PL": "publisher_place",
    "AB": "abstract",
    "GN": "note",
    "PMID": "pmid",
    "PMC": "pmcid",
    "ISBN": "isbn",
    "LA": "language",
}
#: publication type → CSL type; of an article there are many more, which tell nothing else
TYPES = {
    "Book": "book",
    "Book Chapter": "chapter",
    "Dataset": "dataset",
    "Preprint": "article",
    "Newspaper Article": "article-newspaper",
    "Webpage": "webpage",
    "Technical Report": "report",
    "Academic Dissertation": "thesis",
}
USUAL = "Journal Article"
