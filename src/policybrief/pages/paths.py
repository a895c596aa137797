"""Where the pages that are not one entry's stand, and what they are called."""

HOME_PATH = "index.md"
GLOSSARY_PATH = "glossary/index.md"
GLOSSARY_TITLE = "Glossary"
NAMES_PATH = "names/index.md"
NAMES_TITLE = "Names"
REFERENCES_TITLE = "References"
