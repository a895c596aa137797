"""The brief as an e-book: EPUB 3.3 (https://www.w3.org/TR/epub-33/), written from the tree of each chapter."""
