"""MkDocs and ProperDocs: the only room that imports them."""
