"""Recognising paragraphs over edits, branches and editions: the work behind the ledger."""
