"""MkDocs and ProperDocs: the only package that imports them."""
