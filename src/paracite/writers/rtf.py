"""Rich Text Format."""

from paracite.writers import _styled

writer = _styled.writer("rtf", ".rtf")
