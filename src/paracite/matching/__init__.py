"""Matching: named evidence that two references are one work, and what follows from it."""
