"""For machines and paper: the knowledge base as data."""
