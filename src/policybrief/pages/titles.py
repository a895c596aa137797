"""What the pages are called that are not those of one chapter or entry, in the navigation and over their text."""

TIMELINE_TITLE = "Timeline"
FIGURES_TITLE = "Figures"
REFERENCES_TITLE = "References"
GLOSSARY_TITLE = "Glossary"
NAMES_TITLE = "Names"
CITE_TITLE = "How to cite"
WHOLE_TITLE = "The whole brief"
