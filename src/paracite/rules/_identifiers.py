"""Forms of identifiers that several rules look for."""

import re

ARXIV_LABEL = re.compile(r"\s*(?:arxiv\s*:\s*|https?://arxiv\.org/(?:abs|pdf)/)", re.IGNORECASE)
# Publishers' own resolvers and pages: https://doi.acm.org/10.1145/…, …/doi/abs/10.1145/…
OTHER_RESOLVER = re.compile(
    r"\Ahttps?://[^/\s]+/(?:(?:doi|abs|full|pdf|article|epdf|resolve)/)*(?=10\.\d{4,9}/)",
    re.IGNORECASE,
)
