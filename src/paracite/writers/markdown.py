"""Markdown: one reference per paragraph, links on DOIs and URLs."""

from paracite.writers import _styled

writer = _styled.writer("markdown", ".md")
