"""CSL: citations and bibliographies in any style of the Citation Style Language 1.0.2.

Source: CSL 1.0.2 specification (docs.citationstyles.org).
"""

from paracite.csl.bibliography import Bibliography
from paracite.csl.load import Style, load_style, style_names, suggestions
from paracite.csl.processor import Processor

__all__ = ["Bibliography", "Processor", "Style", "load_style", "style_names", "suggestions"]
