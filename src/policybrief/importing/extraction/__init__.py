"""The words of sources: web pages, archives of them, PDFs, texts."""
