r"""LaTeX: one reference per paragraph, links with `\href` of hyperref."""

from paracite.writers import _styled

writer = _styled.writer("latex", ".tex")
