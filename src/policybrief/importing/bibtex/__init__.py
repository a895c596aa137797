"""Reading BibTeX and biblatex: the syntax, TeX, names, and what the fields mean."""
