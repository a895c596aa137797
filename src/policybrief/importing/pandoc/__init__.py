"""Pandoc, the program: citations printed by it, and its document tree."""
