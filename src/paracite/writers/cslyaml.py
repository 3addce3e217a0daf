"""CSL-YAML (`.yaml`), as pandoc reads it: a mapping with the items under `references`."""

from collections.abc import Sequence

from paracite.csljson import to_item
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing, _yaml


def encode(references: Sequence[Reference], _options: Options) -> Writing:
    """Write the items."""
    items = [to_item(each) for each in references]
    return Writing(_yaml.dump({"references": items}))


writer = Writer("cslyaml", ".yaml", encode, reader="cslyaml")
