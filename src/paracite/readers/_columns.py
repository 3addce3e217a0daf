"""What the columns of a table of references are called, and what its types are.

Sources: the headers of exports of Scopus, Web of Science (Excel, and tab-delimited by two-letter
tags), Dimensions, The Lens, PubMed, Embase, IEEE Xplore, Zotero, Google Scholar and Publish or
Perish; BibTeX's and CSL's own names; the plain words of some languages.
"""

from paracite.reference import DATE_FIELDS, NAME_FIELDS, TEXT_FIELDS, TYPES

#: name of a column, in lower case with `_` for what is no letter → variable
COLUMNS = {
    **{name: name for name in (*NAME_FIELDS, *DATE_FIELDS, *TEXT_FIELDS)},
    **dict.fromkeys(
        [
            *("author_full_names", "authors", "author_s", "author_names", "creator", "creators"),
            *("penulis", "autor", "autores", "auteurs", "book_author_full_names", "book_authors"),
        ],
        "author",
    ),
    **dict.fromkeys(("editors", "book_editors"), "editor"),
    "series_editor": "collection_editor",
    "book_author": "container_author",
    "scriptwriter": "script_writer",
    **dict.fromkeys(
        [
            *("date", "publication_date", "date_published", "date_of_publication", "year"),
            *("publication_year", "pubyear", "year_published", "tahun", "jahr", "annee"),
        ],
        "issued",
    ),
    **dict.fromkeys(("access_date", "urldate"), "accessed"),
    **dict.fromkeys(
        ("article_title", "document_title", "judul", "titel", "titre", "titulo"), "title"
    ),
    "short_title": "title_short",
    **dict.fromkeys(
        [
            *("journal", "source_title", "publication_title", "journal_title", "booktitle"),
            *("container", "publication", "journal_book", "anthology_title"),
        ],
        "container_title",
    ),
    **dict.fromkeys(
        [
            *("journal_abbreviation", "abbreviated_source_title", "journal_iso_abbreviation"),
            "journal_abbr",
        ],
        "container_title_short",
    ),
    **dict.fromkeys(("series", "book_series_title"), "collection_title"),
    "series_number": "collection_number",
    **dict.fromkeys(("meeting_name", "conference_name", "conference_title"), "event_title"),
    "conference_location": "event_place",
    **dict.fromkeys(("number", "issue_number", "no"), "issue"),
    **dict.fromkeys(("vol",), "volume"),
    "number_of_volumes": "number_of_volumes",
    **dict.fromkeys(("art_no", "article_number"), "number"),
    **dict.fromkeys(("pages", "page_range", "pagination"), "page"),
    "num_pages": "number_of_pages",
    **dict.fromkeys(("place", "address", "location", "publisher_city"), "publisher_place"),
    **dict.fromkeys(("link", "web", "external_url", "articleurl"), "url"),
    **dict.fromkeys(("pubmed_id", "medline_pmid"), "pmid"),
    **dict.fromkeys(("issns", "source_issn"), "issn"),
    "doi_link": "doi",
    **dict.fromkeys(("abstract_note",), "abstract"),
    **dict.fromkeys(("keywords", "author_keywords", "manual_tags"), "keyword"),
    **dict.fromkeys(("language_of_original_document", "language_of_article"), "language"),
    "rights": "license",
    "library_catalog": "source",
    "artwork_size": "dimensions",
    "court": "authority",
    **dict.fromkeys(("citekey", "key", "id", "cite_key", "bibtexkey"), "citekey"),
}
FIRST_PAGE = frozenset(["page_start", "start_page", "beginning_page", "first_page"])
LAST_PAGE = frozenset(["page_end", "end_page", "ending_page", "last_page"])
#: columns of the type, the likeliest to be told apart by first
TYPE_COLUMNS = ("item_type", "document_type", "publication_type", "entry_type", "type")
#: columns that say less than another one does, and give way to it
WEAKER = ("authors", "book_authors", "year", "publication_year", "pubyear", "link", "doi_link")

#: Web of Science's tags where they head the columns of a table
TAGS = frozenset(["PT", "AU", "TI", "SO", "PY", "UT"])

_ARTICLES = (
    *("article", "journal article", "original article", "research article", "review", "letter"),
    *("editorial", "editorial material", "note", "short survey", "erratum", "data paper"),
    *("retracted", "article in press", "meeting abstract", "correction", "j", "journal"),
)
#: what programs and databases call a type, without case and signs → CSL type
KINDS = {
    **{name.replace("-", "").replace("_", ""): name for name in TYPES},
    **dict.fromkeys((name.replace(" ", "") for name in _ARTICLES), "article-journal"),
    **dict.fromkeys(
        [
            *("conferencepaper", "proceedingspaper", "conferenceproceedingsarticle", "c"),
            *("proceeding", "proceedings", "inproceedings", "conferencepaperorpresentation"),
            *("conferencearticle", "conferenceabstract", "conferenceproceeding"),
        ],
        "paper-conference",
    ),
    **dict.fromkeys(("booksection", "bookchapter", "inbook", "incollection"), "chapter"),
    **dict.fromkeys(("monograph", "editedbook", "b", "conferencereview", "ebook"), "book"),
    **dict.fromkeys(("preprint", "postedcontent", "workingpaper"), "article"),
    **dict.fromkeys(("dissertation", "phdthesis", "mastersthesis", "dissertationthesis"), "thesis"),
    **dict.fromkeys(("techreport", "technicalreport"), "report"),
    **dict.fromkeys(("website", "online", "www"), "webpage"),
    **dict.fromkeys(("newspaperarticle", "news"), "article-newspaper"),
    "magazinearticle": "article-magazine",
    "encyclopediaarticle": "entry-encyclopedia",
    "dictionaryentry": "entry-dictionary",
    "blogpost": "post-weblog",
    "forumpost": "post",
    "computerprogram": "software",
    **dict.fromkeys(("film", "videorecording", "video"), "motion_picture"),
    "audiorecording": "song",
    **dict.fromkeys(("podcast", "radiobroadcast", "tvbroadcast"), "broadcast"),
    "artwork": "graphic",
    "presentation": "speech",
    **dict.fromkeys(("case",), "legal_case"),
    "statute": "legislation",
    "patentp": "patent",
    "p": "patent",
    **dict.fromkeys(("email", "instantmessage"), "personal_communication"),
    "clinicaltrial": "document",
    "misc": "document",
}
