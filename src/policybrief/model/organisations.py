"""How the name of an organisation is written for programs that part names at commas, and else at the last space."""

COMMA_IN_A_NAME = "\u201a"
"""Stands for a comma in such a name: RIS, the tags of pages and ContextObjects have no other way to write one.

It looks the same, and `importing.ris` makes a comma of it again.
"""


def indexed_organisation(name: str) -> str:
    """Return the name of an organisation as programs keep it whole that take the last word for a family name.

    A comma after it ends the name; one within it would part it, and so is a character that looks the same.
    """
    whole = name.replace(",", COMMA_IN_A_NAME)
    return f"{whole}," if " " in whole else whole
