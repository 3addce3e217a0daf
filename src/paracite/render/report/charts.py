"""Small charts as SVG, each with its figures in words for those who cannot see it."""

from collections import Counter
from collections.abc import Mapping
from html import escape

WIDTH, HEIGHT, ROW = 640, 120, 22
MOST_BARS = 60  #: years beyond which bars stand for decades
LABEL = 170  #: width of the names beside bars


def timeline(years: Mapping[int, int]) -> str:
    """Draw how many references there are of each year, or of each decade of a long time."""
    if not years:
        return "<p>No years.</p>"
    step = 10 if max(years) - min(years) >= MOST_BARS else 1
    counts: Counter[int] = Counter()
    for year, count in years.items():
        counts[year // step * step] += count
    slots = range(min(counts), max(counts) + step, step)
    if len(slots) > MOST_BARS:  # antiquity beside today: only what there is
        slots = range(len(counts))
        shown = [(str(year), count) for year, count in sorted(counts.items())]
    else:
        shown = [(str(year), counts[year]) for year in slots]
    width, most = WIDTH / len(shown), max(counts.values())
    bars = "".join(
        f'<rect x="{i * width:.1f}" y="{HEIGHT * (1 - n / most):.1f}" width="{width * 0.8:.1f}"'
        f' height="{HEIGHT * n / most:.1f}"><title>{name}: {n}</title></rect>'
        for i, (name, n) in enumerate(shown)
    )
    ends = (
        f'<text x="0" y="{HEIGHT + 16}">{shown[0][0]}</text>'
        f'<text x="{WIDTH}" y="{HEIGHT + 16}" text-anchor="end">{shown[-1][0]}</text>'
    )
    said = f"References by {'decade' if step > 1 else 'year'}, {shown[0][0]} to {shown[-1][0]}, at most {most}"
    return _svg(bars + ends, HEIGHT + 22, said)


def bars(counts: Mapping[str, int]) -> str:
    """Draw how many references there are of each kind, the most frequent first."""
    if not counts:
        return "<p>No references.</p>"
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    most = ordered[0][1]
    room = WIDTH - LABEL - 60
    drawn = "".join(
        f'<text x="0" y="{i * ROW + 15}">{escape(name)}</text>'
        f'<rect x="{LABEL}" y="{i * ROW + 3}" width="{room * n / most:.1f}" height="{ROW - 6}"/>'
        f'<text x="{LABEL + room * n / most + 6:.1f}" y="{i * ROW + 15}">{n:,}</text>'
        for i, (name, n) in enumerate(ordered)
    )
    said = "References by kind: " + ", ".join(f"{name} {n}" for name, n in ordered)
    return _svg(drawn, len(ordered) * ROW + 4, said)


def _svg(inside: str, height: int, said: str) -> str:
    return (
        f'<svg role="img" aria-label="{escape(said)}" viewBox="0 0 {WIDTH} {height}">{inside}</svg>'
    )
