"""What the styled formats share: references rendered by a CSL style."""

from collections.abc import Sequence

from paracite.csl import Bibliography, Processor, load_style
from paracite.reference import Reference
from paracite.writers import Options, Writer, Writing


def bibliography(references: Sequence[Reference], options: Options, output: str) -> Bibliography:
    """Render references in a style.  Raises `ParaciteError` for an unknown style."""
    style = load_style(options.style, options.locale)
    processor = Processor(
        style, references, output, links=True, sentence_case=options.sentence_case
    )
    return processor.bibliography()


def writer(name: str, suffix: str) -> Writer:
    """Make the writer of a format that `paracite.csl` writes as it is."""

    def encode(references: Sequence[Reference], options: Options) -> Writing:
        made = bibliography(references, options, name)
        return Writing(str(made).encode(), made.warnings)

    return Writer(name, suffix, encode)
