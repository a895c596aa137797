"""`locale/<language>.po`: the brief's own translation of the site."""

from ..model.problems import Code, Place, Problem
from ..wording.catalogue import fault_of, unused_translations
from ..wording.words import Words
from .folder import Folder

FOLDER = "locale"


def read_words(folder: Folder, language: str) -> Words:
    """Return the messages of the site in a language, with the additions and changes in the project's PO file.

    A note counts the messages that stay in English. A file that cannot be read is reported and ignored, as is each
    translation that is not used.
    """
    path = own_path(language)
    own = folder.read(path) or ""
    if own and (fault := fault_of(own, language)):
        folder.refuse(Code.BAD_TRANSLATION, path, f"this is not a PO file: {fault}", "correct it, or delete it")
        own = ""
    for unused in unused_translations(own, language) if own else ():
        seen = f"the translation of '{unused.message}' is not used: {unused.reason}"
        hint = "correct it, or delete it; messages.pot has every message of the site"
        folder.problems.append(Problem(Code.UNUSED_TRANSLATION, Place(path, unused.line), seen, hint))
    words = Words(language, own)
    if words.missing:
        place = Place(path)
        seen = f"{words.missing:,} messages of the site are not translated into '{language}', and are shown in English"
        folder.problems.append(Problem(Code.UNTRANSLATED, place, seen, f"translate them in {path}"))
    return words


def own_path(language: str) -> str:
    """Return the path of a project's translation into a language."""
    return f"{FOLDER}/{language}.po"
