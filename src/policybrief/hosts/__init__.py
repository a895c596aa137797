"""The host programs: MkDocs and ProperDocs."""
