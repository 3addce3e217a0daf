"""YAML as CSL items are kept in: no tags, no aliases, dates as they are written."""

import re
from collections.abc import Mapping
from typing import Any

from paracite.errors import ReadError

DATES = frozenset(
    ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]
)
# All else is text: `no` is a language, `1.10` an edition, `012` a number of a volume.
PLAIN = {
    "tag:yaml.org,2002:bool": re.compile(r"(?:true|false|True|False|TRUE|FALSE)\Z"),
    "tag:yaml.org,2002:null": re.compile(r"(?:~|null|Null|NULL|)\Z"),
}
PARTS = ("year", "month", "day")


def load(text: str, path: str) -> Any:
    """Read YAML; Pandoc's dates (`- year: 2020`) become `date-parts`.

    Raises `ReadError` where it is no YAML, and for aliases, which can grow without bound.
    """
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = base(text)
    loader.yaml_implicit_resolvers = {
        first: [(tag, PLAIN[tag]) for tag, _ in known if tag in PLAIN]
        for first, known in loader.yaml_implicit_resolvers.items()
    }
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=base)):
            raise ReadError(path, "holds YAML aliases", "write every value out")
        return _with_dates(loader.get_single_data())
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ReadError(
            path, f"is not valid YAML: {error.problem}", "mend the file", line=line
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReadError(path, f"cannot be read as YAML: {error}") from None
    finally:
        loader.dispose()


def _with_dates(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_dates(each) for each in value]
    if isinstance(value, Mapping):
        return {
            str(name): _date(held) if name in DATES else _with_dates(held)
            for name, held in value.items()
        }
    return value


def _date(value: Any) -> Any:
    """Return a date as CSL-JSON has it: parts from Pandoc's mappings, text as `raw`."""
    listed = value if isinstance(value, list) else [value]
    if all(isinstance(each, Mapping) and "year" in each for each in listed):
        parts = [[each[name] for name in PARTS if each.get(name)] for each in listed]
        return {"date-parts": parts}
    return value if isinstance(value, Mapping) else {"raw": str(value)}
