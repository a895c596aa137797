"""A chapter's text becomes its marked-up tree: names linked, paragraphs numbered, mentions gathered."""
