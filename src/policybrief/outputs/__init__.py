"""Files for other programs and for print: data, metadata, documents."""
