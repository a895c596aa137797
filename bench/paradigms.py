"""How many forms of a word are found: those that simplemma's dictionaries list are compared with those that we make.

simplemma knows of each form the word that it is a form of; turned round, that is a paradigm that our rules have no part
in. The words are names of states and towns, and nouns of politics: `texts/nouns.yml`. A made form that the dictionary
gives to another word alone is counted as wrong. Its lists have slips, and forms of related words (`ambassadrice`).

Run it as `python bench/paradigms.py`, or with the languages to try: `python bench/paradigms.py ru de`.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import yaml
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from policybrief.inflection.forms import forms_of
from policybrief.model.glossary import Alias, Entry, Kind
from policybrief.model.problems import Place

WORDS = Path(__file__).parent / "texts" / "nouns.yml"
NOWHERE = Place("glossary.yml")


def main() -> int:
    """Print a line for each language; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*")
    parser.add_argument("--show", action="store_true", help="print what is missed and what is wrong")
    options = parser.parse_args()
    words = yaml.safe_load(WORDS.read_text("utf-8"))
    for language in options.languages or sorted(words["nouns"]):
        of_word, words_of_form = paradigms(language)
        there = found = made = wrong = 0
        for kind, some in ((Kind.PLACE, words["places"]), (Kind.CONCEPT, words["nouns"])):
            for word in some.get(language, "").split():
                own = forms(word, kind, language)
                listed = {form for form in of_word.get(word, ()) if belongs(form, word)}
                wrong_ones = {form for form in own if words_of_form.get(form, {word}).isdisjoint({word})}
                there, found = there + len(listed), found + len(listed & own)
                made, wrong = made + len(own & set(words_of_form)), wrong + len(wrong_ones)
                if options.show:
                    print(word, "missed", sorted(listed - own), "wrong", sorted(wrong_ones))
        share = found / max(1, there)
        print(f"{language}: {found} of {there} forms found ({share:.3f}); {wrong} of {made} made are of other words")
    return 0


def paradigms(language: str) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """Return the forms of each word, and the words of each form."""
    of_word: defaultdict[str, set[str]] = defaultdict(set)
    words_of_form: defaultdict[str, set[str]] = defaultdict(set)
    for form, word in DefaultDictionaryFactory().get_dictionary(language).items():
        of_word[word].add(form)
        words_of_form[form].add(word)
    return of_word, words_of_form


def forms(word: str, kind: Kind, language: str) -> set[str]:
    """Return the forms that we make of a word, and the word."""
    alias = Alias(word, language, NOWHERE, any_case=word.islower())
    entry = Entry("it", word, kind, "", NOWHERE, NOWHERE, (alias,))
    return {word, *forms_of(entry, alias).forms}


def belongs(form: str, word: str) -> bool:
    """Tell whether a listed form is one of the word as it stands: with its capital, without apostrophe."""
    return form[:1].isupper() == word[:1].isupper() and form.isalpha()


if __name__ == "__main__":
    sys.exit(main())
