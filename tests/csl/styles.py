"""Small styles for tests."""

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="{}" version="1.0" {}>'
INFO = "<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>"


def style(  # noqa: PLR0913  the places of a style
    citation: str,
    bibliography: str = "",
    macros: str = "",
    *,
    kind: str = "in-text",
    options: str = "",
    of_citation: str = "",
    layout: str = "",
    of_bibliography: str = "",
    sort: str = "",
) -> str:
    """Return a style that cites by the elements of `citation` and lists by those of `bibliography`."""
    listed = (
        f"<bibliography {of_bibliography}><layout>{bibliography}</layout></bibliography>"
        if bibliography
        else ""
    )
    return (
        f"{HEAD.format(kind, options)}{INFO}{macros}<citation {of_citation}>{sort}"
        f"<layout {layout}>{citation}</layout></citation>{listed}</style>"
    )
