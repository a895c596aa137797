"""The room that joins the others: what a site will hold, ours and of add-ons, and its pages, files and problems."""
