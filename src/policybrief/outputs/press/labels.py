"""What the template for print says of its own, in the language of the brief."""

from ...wording.words import Words
from .lines import Value


def printed_words(words: Words) -> dict[str, Value]:
    """Return the words of the template by the names that it knows them by."""
    return {
        "contents": words.say("Contents"),
        "timeline": words.say("Timeline"),
        "glossary": words.say("Glossary"),
        "index": words.say("Index of names"),
        "references": words.say("References"),
        "about": words.say("About this edition"),
        "date": words.say("Date"),
        "event": words.say("Event"),
        "paragraphs": words.say("Paragraphs"),
        "cited_in": words.say("Cited in"),
        "title": words.say("Title"),
        "authors": words.say("Authors"),
        "publisher": words.say("Publisher"),
        "series": words.say("Series"),
        "edition": words.say("Edition"),
        "licence": words.say("Licence"),
        "address": words.say("Address"),
        "how_to_cite": words.say("How to cite"),
        "paragraph": words.say("A paragraph"),
        "of_paragraphs": words.say(
            "Paragraphs are numbered in the margin, with the numbers of the website. Their addresses stay the same in "
            "every edition of this file: add #nameddest= and the id of a paragraph to the address of the file."
        ),
        "page_of": words.say("{page} of {total}", page="{page}", total="{total}"),
    }
