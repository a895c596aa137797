"""Joins the other packages: the pages, files and problems of a site, built-in and from add-ons."""
