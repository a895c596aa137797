"""The forms that a language gives a name: each family of languages in a module of its own, its endings as tables."""
