"""How chapters are written beyond plain Markdown: what CommonMark, GitHub, pandoc, MyST and others have in common."""
