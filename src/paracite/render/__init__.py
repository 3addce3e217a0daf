"""Renderings: what a person or a machine reads on the screen."""
