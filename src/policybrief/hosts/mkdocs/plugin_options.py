"""The options of the plugin, as far as the host has to know them."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config


class PolicybriefConfig(Config):  # type: ignore[no-untyped-call]
    """The options of the plugin. They are read again from the file, for their lines; here they are only let pass."""

    chapters = options.Optional(options.Type(str))
    glossary = options.Optional(options.Type(str))
    references = options.Optional(options.Type(str))
    evidence = options.Optional(options.Type(str))
    anchors = options.Optional(options.Type(str))
    shapes = options.Optional(options.Type(str))
    sources = options.Optional(options.Type(str))
    style = options.Optional(options.Type(str))
    front_matter = options.Optional(options.Type(list))
    synonyms = options.Optional(options.Type(list))
    checks = options.Optional(options.Type(dict))
    acronyms = options.Optional(options.Type(list))
    stale_after = options.Optional(options.Type(int))
    outputs = options.Optional(options.Type(list))
    brief = options.Optional(options.Type(dict))
