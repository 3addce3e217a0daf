"""Tests of `paracite.csl`."""
