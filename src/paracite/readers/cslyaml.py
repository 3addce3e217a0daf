"""CSL-YAML (`.yaml`), as Zotero's Better BibTeX and Pandoc write it.

Source: the Pandoc manual, "Specifying bibliographic data".
"""

import re

from paracite.readers import Document, Reader, Reading, _items, _yaml

LOOKS = re.compile(
    r"\A\ufeff?(?:\s*#.*\n)*\s*(?:---[^\n]*\n)?(?:\s*#.*\n)*\s*"
    r"(?:references:[ \t]*\n\s*)?-[ \t]+(?:id|type|title|author|DOI|abstract):"
)


def read(document: Document) -> Reading:
    """Read the items.  Raises `ReadError` where the file is no YAML or holds none."""
    value = _yaml.load(document.text.lstrip("\ufeff"), document.path)
    return _items.reading(document.path, value, "CSL-YAML")


reader = Reader(
    "cslyaml", (".yaml", ".yml"), lambda document: bool(LOOKS.match(document.text[:4096])), read
)
