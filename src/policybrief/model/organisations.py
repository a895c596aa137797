"""How to write the name of an organisation for programs that split names at commas or at the last space."""

COMMA_IN_A_NAME = "\u201a"
"""Replaces a comma in such a name: RIS, the tags of pages and ContextObjects have no way to escape one.

It looks the same, and `importing.ris` turns it back into a comma.
"""


def indexed_organisation(name: str) -> str:
    """Return the name of an organisation so that programs do not split off the last word as a family name.

    A comma after it ends the name; a comma inside it would split it, so it becomes a look-alike.
    """
    whole = name.replace(",", COMMA_IN_A_NAME)
    return f"{whole}," if " " in whole else whole
