"""What each level of each field's evidence weighs, in log-odds that two references are one work.

Set by hand, then moved towards what the data shows by `tools/fit_matching.py`: logistic
regression over the pairs of one half of the sets stroke, respiratory, digital_work and
mis_mixed (of bib-dedupe, MIT) and cora (of pyJedAI, Apache-2).  Levels that those pairs
hardly show, as most identifiers and editions, are as set by hand.
"""

#: Log-odds that two references which blocking brought together are one work, before any evidence.
PRIOR = -3.8

WEIGHTS = {
    "title.same": 4.0,
    "title.same-short": 3.1,
    "title.translated": 4.2,
    "title.spelling": 4.5,
    "title.shortened": 3.0,
    "title.contained": 2.9,
    "title.one-word": 1.8,
    "title.more-words": 2.4,
    "title.similar": 0.7,
    "title.related": -0.4,
    "title.different": -4.6,
    "generic.title": -3.0,
    "part.one-sided": -0.5,
    "part.differs": -3.2,
    "kind.differs": -3.7,
    "edition.differs": -3.0,
    "author.same": 1.9,
    "author.most": 2.1,
    "author.some": 1.0,
    "author.initials": -1.1,
    "author.none": -3.0,
    "together.issue": 1.5,
    "year.equal": 0.7,
    "year.one-off": -1.5,
    "year.two-off": -1.9,
    "year.differs": -2.9,
    "container.same": 1.5,
    "container.like": 1.1,
    "container.differs": -0.2,
    "volume.equal": 0.8,
    "volume.differs": -2.7,
    "issue.equal": 0.8,
    "issue.differs": -3.1,
    "issue.running": -0.4,
    "page.equal": 3.5,
    "page.first": 2.0,
    "page.inside": -0.5,
    "page.differs": -0.9,
    "doi.equal": 5.0,
    "doi.differs": -3.7,
    "doi.other-registrant": -2.0,
    "isbn.equal": 2.0,
    "isbn.differs": -1.0,
    "pmid.equal": 5.0,
    "pmid.differs": -4.0,
    "pmcid.equal": 5.0,
    "pmcid.differs": -4.0,
    "arxiv.equal": 4.0,
    "arxiv.differs": -3.0,
    "jstor.equal": 5.0,
    "jstor.differs": -2.0,
    "version.differs": -1.0,
    "component.differs": -3.0,
    "publication.differs": -0.8,
    "abstract.same": 4.0,
    "abstract.differs": -2.0,
}
