"""Forms of identifiers that several rules look for."""

import re

ARXIV_LABEL = re.compile(r"\s*(?:arxiv\s*:\s*|https?://arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE)
