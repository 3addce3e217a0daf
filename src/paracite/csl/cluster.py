"""One citation of several cites: their order, grouping, collapsing and delimiters.

Source: CSL 1.0.2 specification, "Cite Grouping" and "Cite Collapsing".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paracite.csl import affixes, richtext
from paracite.csl.areas import Area
from paracite.csl.context import Cite, Context
from paracite.csl.marks import END, JOINT, NUMBER, YEAR_SUFFIX, plain

SUFFIX_SIGNS = (",", ";")  #: a cite's suffix that ends with one of these needs no delimiter
PREFIX_SIGNS = (",", ";", ".")  #: nor a prefix that starts with one of these
SENTENCE_END = (".", "!", "?")
Start = Callable[[Cite], Context]


@dataclass(slots=True)
class ClusterPart:
    """A cite as rendered: its text, the names in it, and its year suffix."""

    cite: Cite
    text: str
    names: str
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """Return whether nothing but the reference itself is printed."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)


def render(area: Area, cites: Sequence[Cite], start: Start) -> str:
    """Render cites as one citation, as rich text."""
    collapse = area.options.get("collapse", "")
    parts = [_part(area, cite, start, first=place == 0) for place, cite in enumerate(cites)]
    parts = [part for part in parts if part.text]
    if len(parts) == 1:
        body = parts[0].text
    elif collapse.startswith("year") or "cite-group-delimiter" in area.options:
        body = _grouped(area, parts, start, collapse)
    elif collapse == "citation-number":
        body = _numbered(area, parts)
    else:
        body = _joined([part.text for part in parts], [area.delimiter] * len(parts))
    if not body:
        return body
    return area.dress(affixes.jointed(area.prefix) + body + affixes.jointed(area.suffix))


def author(area: Area, alone: Area, cite: Cite, start: Start) -> str:
    """Render the author of a cite's work, as cites name it, else as `alone` does."""
    context = start(cite)
    area.render(context)
    return context.first_names or alone.render(start(cite))


def _part(
    area: Area, cite: Cite, start: Start, *, hide_names: bool = False, first: bool = False
) -> ClusterPart:
    context = start(cite)
    context.started = (not first or bool(cite.prefix)) and not _ends_sentence(cite.prefix)
    context.hide_names = hide_names
    text = area.render(context)
    return ClusterPart(cite, _with_affixes(cite, text), context.first_names or "", _suffix_in(text))


def _ends_sentence(prefix: str) -> bool:
    """Return whether a prefix is a sentence, and not one abbreviation as `Vgl.`."""
    return prefix.rstrip().endswith(SENTENCE_END) and " " in prefix.strip()


def _with_affixes(cite: Cite, text: str) -> str:
    if not text or not (cite.prefix or cite.suffix):
        return text
    before, after = richtext.parse(cite.prefix), richtext.parse(cite.suffix)
    if before and not before[-1].isspace() and before[-1] not in "([“‘’-–—/":
        before += " "
    if after and (after[0].isalnum() or after[0] in "(["):
        after = " " + after
    return f"{before}{JOINT}{text}{JOINT}{after}" if before or after else text


def _suffix_in(text: str) -> str:
    _before, found, after = text.partition(YEAR_SUFFIX)
    return after.partition(END)[0] if found else ""


def _joined(texts: list[str], delimiters: list[str]) -> str:
    """Join texts, each but the last followed by its delimiter; a cite's own sign comes first."""
    out = []
    for place, text in enumerate(texts[:-1]):
        out.append(text)
        if plain(texts[place + 1])[:1] in PREFIX_SIGNS:
            out.append(JOINT)
        elif plain(text)[-1:] in SUFFIX_SIGNS:
            out.append(" ")
        else:
            out.append(affixes.delimiter(delimiters[place]))
    return "".join((*out, *texts[-1:]))


def _numbered(area: Area, parts: list[ClusterPart]) -> str:
    """Join numbered cites, three or more in a row as a range."""
    texts: list[str] = []
    delimiters: list[str] = []
    after = area.options.get("after-collapse-delimiter", area.delimiter)
    place = 0
    while place < len(parts):
        end = place
        while (
            end + 1 < len(parts)
            and NUMBER in parts[end + 1].text
            and _ends_bare(area, parts[end])
            and _ends_bare(area, parts[end + 1])
            and not parts[end + 1].cite.prefix
            and parts[end + 1].cite.entry.number == parts[end].cite.entry.number + 1
        ):
            end += 1
        if end - place >= 2:
            texts.append(f"{parts[place].text}–{parts[end].text}")
            delimiters.append(after)
            place = end + 1
        else:
            texts.append(parts[place].text)
            delimiters.append(area.delimiter)
            place += 1
    return _joined(texts, delimiters)


def _ends_bare(area: Area, part: ClusterPart) -> bool:
    """Return whether a cite prints nothing behind its number."""
    return not (part.cite.suffix or (part.cite.locator and area.prints_locators))


def _grouped(area: Area, parts: list[ClusterPart], start: Start, collapse: str) -> str:
    """Join cites whose names are the same; after the first only what differs is printed."""
    groups: dict[tuple[str, int], list[ClusterPart]] = {}
    run = 0
    for place, part in enumerate(parts):
        key = plain(part.names or _without_suffix(part))
        if (
            place
            and not area.keys
            and key != plain(parts[place - 1].names or _without_suffix(parts[place - 1]))
        ):
            run = place  # cites in the order they are given are grouped only side by side
        groups.setdefault((key, run), []).append(part)
    texts: list[str] = []
    delimiters: list[str] = []
    after = area.options.get("after-collapse-delimiter") if collapse else None
    default = ", " if after is None and area.options.get("class") == "in-text" else area.delimiter
    within = area.options.get("cite-group-delimiter", default)
    for group in groups.values():
        if collapse:
            shown = [
                group[0],
                *(_part(area, part.cite, start, hide_names=True) for part in group[1:]),
            ]
            shown = [part for part in shown if part.text]
        else:
            shown = group
        if collapse.startswith("year-suffix"):
            texts.append(_suffixes(area, shown, start, within, ranged=collapse.endswith("ranged")))
        else:
            # behind a locator the style's delimiter of collapsed cites tells the next year apart
            between = [after if after and part.cite.locator else within for part in shown]
            texts.append(_joined([part.text for part in shown], between))
        # the reference implementation has it after a lone cite too, but for year suffixes
        ends = len(group) > 1 or collapse != "year-suffix"
        delimiters.append(area.delimiter if after is None or not ends else after)
    return _joined(texts, delimiters)


def _suffixes(
    area: Area, parts: list[ClusterPart], start: Start, within: str, *, ranged: bool
) -> str:
    """Join cites of the same names, those of the same year by their suffixes."""
    between = area.options.get(
        "year-suffix-delimiter", area.options.get("cite-group-delimiter", area.delimiter)
    )
    years: list[list[ClusterPart]] = []
    bare = [_part(area, part.cite, start, hide_names=True) for part in parts]
    for place, part in enumerate(parts):
        previous = bare[place - 1] if place else None
        same = (
            previous is not None
            and part.suffix
            and previous.suffix
            and part.bare
            and previous.bare
            and _without_suffix(previous) == _without_suffix(bare[place])
        )
        if same:
            years[-1].append(part)
        else:
            years.append([part])
    texts = [_year(year, between, ranged=ranged) for year in years]
    return _joined(texts, [within] * len(years))


def _without_suffix(part: ClusterPart) -> str:
    return part.text.replace(f"{YEAR_SUFFIX}{part.suffix}{END}", "")


def _year(parts: list[ClusterPart], between: str, *, ranged: bool) -> str:
    """Print the cites of one year: the first whole, then the suffixes."""
    first = parts[0]
    runs: list[list[ClusterPart]] = []
    for part in parts:
        if ranged and runs and _follows(runs[-1][-1].suffix, part.suffix):
            runs[-1].append(part)
        else:
            runs.append([part])
    suffixes = []
    for run in runs:
        if len(run) > 2:
            suffixes.append(f"{run[0].suffix}–{run[-1].suffix}")
        else:
            suffixes += [part.suffix for part in run]
    return first.text.replace(f"{YEAR_SUFFIX}{first.suffix}{END}", between.join(suffixes))


def _follows(left: str, right: str) -> bool:
    return len(left) == len(right) == 1 and ord(right) == ord(left) + 1
