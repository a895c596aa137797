"""The outside world: MkDocs and ProperDocs."""
