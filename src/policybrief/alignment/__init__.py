"""The ledger's art: which paragraph is which, over edits, branches and editions."""
