"""policybrief: a policy paper as a navigable, citable, searchable site."""

__version__ = "0.1.0"
