"""One entry for a person: its text, its printed form, and what is known of it."""

from paracite.csl import Processor, load_style
from paracite.showing import Shown

UNCHECKED = "not checked yet: paracite validate"


def render(shown: Shown, style: str, locale: str = "") -> str:
    """Write the entry, then its form in a style, then a line for each fact."""
    reference = shown.reference
    styled = Processor(load_style(style, locale), [reference]).bibliography()
    verdict = UNCHECKED if shown.verdict == "could-not-check" else shown.verdict
    facts = {
        "origin": f"{reference.origin.path}:{reference.origin.line}",
        "printed": reference.origin.text,
        "doi": f"https://doi.org/{reference.doi} ({verdict})" if reference.doi else "none",
        "same work": ", ".join(shown.doubles),
        "inherits": ", ".join(shown.parents),
        "formerly": ", ".join(shown.aliases),
    }
    lines = [f"{name:<11}{value}" for name, value in facts.items() if value]
    return "\n\n".join((shown.text, str(styled).strip(), "\n".join(lines))) + "\n"
