"""YAML as people keep it: blocks, keys in our order, letters as they are."""

from typing import Any


def dump(value: Any) -> bytes:
    """Write a value of mappings, lists, strings and numbers."""
    import yaml

    base = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    dumper = type("Dumper", (base,), {"ignore_aliases": lambda _self, _data: True})
    text: str = yaml.dump(value, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text.encode("utf-8")
