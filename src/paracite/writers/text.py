"""Plain text: one reference per paragraph."""

from paracite.writers import _styled

writer = _styled.writer("text", ".txt")
