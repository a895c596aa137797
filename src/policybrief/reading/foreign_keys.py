"""Front matter keys of other programs: a chapter from another program may keep them."""

from collections.abc import Iterable, Iterator

from ..model.problems import Code, Problem
from .yaml import YamlMapping, YamlNode, YamlScalar

FOREIGN_KEYS = frozenset(
    # GitBook
    "cover coverHeight coverY hidden metaLinks noIndex noRobotsIndex "
    # Hugo
    "aliases archetype cascade categories draft expiryDate headless images isCJKLanguage keywords lastmod layout "
    "linkTitle linktitle markup menu outputs params publishDate resources series slug sitemap translationKey type url "
    "weight "
    # Jekyll, and themes for it
    "category excerpt has_children has_toc lang nav_exclude nav_order parent grand_parent permalink published "
    "redirect_from redirect_to render_with_liquid section sidebar "
    # Quarto, R Markdown, pandoc
    "abstract affiliation affiliations author authors bibliography citation code-fold crossref csl date-format "
    "date-modified doi documentclass editor editor_options engine execute_params fontsize geometry header-includes "
    "execute filters format image institute jupyter knit license link-citations biblio-style colorlinks css "
    "fig-caption github-repo link-bibliography lof lot nocite number-sections output output_dir page-layout site toc "
    "toc-depth toc-title "
    # Docusaurus
    "custom_edit_url displayed_sidebar hide_table_of_contents hide_title pagination_label pagination_next "
    "pagination_prev sidebar_class_name sidebar_label sidebar_position "
    # Obsidian
    "alias created cssclass cssclasses id modified publish tag up updated "
    # MyST, Jupyter Book
    "exports html_meta jupytext kernelspec label myst numbering short_title thumbnail "
    # VuePress
    "editLink footer lastUpdated navbar next pageClass prev sidebarDepth".split()
)
"""Keys that neither we nor the theme read."""
_HELD_BACK = {"draft": ("true", "yes", "on"), "publish": ("false", "no", "off"), "published": ("false", "no", "off")}
"""The values of these keys that keep a page from being published in other programs."""


def foreign_keys(node: YamlNode | None, known: Iterable[str]) -> tuple[str, ...]:
    """Return the front matter keys that only other programs read, in order; `known` are read here."""
    own = frozenset(known)
    pairs = node.pairs if isinstance(node, YamlMapping) else ()
    return tuple(
        key.text
        for key, value in pairs
        if (key.text in FOREIGN_KEYS and key.text not in own)
        or (key.text == "icon" and isinstance(value, YamlScalar) and not is_icon_of_theme(value.text))
    )


def is_icon_of_theme(name: object) -> bool:
    """Tell whether an icon may be one of the theme's, which are in folders, unlike GitBook's."""
    return isinstance(name, str) and "/" in name


def foreign_problem(node: YamlNode | None, keys: tuple[str, ...]) -> Problem | None:
    """Return the note about these keys, at the first of them, or None if there are none."""
    if not keys or not isinstance(node, YamlMapping):
        return None
    place = next(key.place for key, _ in node.pairs if key.text == keys[0])
    seen = f"the front matter has keys that only other programs read: {', '.join(keys)}"
    return Problem(Code.FOREIGN_KEY, place, seen, "they have no effect here; leave them, or remove them")


def drafts(node: YamlNode | None, keys: Iterable[str]) -> Iterator[Problem]:
    """Yield the keys that would keep a page unpublished elsewhere but not here; `keys` are the foreign ones."""
    foreign = frozenset(keys)
    for key, value in node.pairs if isinstance(node, YamlMapping) else ():
        said = value.text.lower() if isinstance(value, YamlScalar) else ""
        if key.text in foreign and said in _HELD_BACK.get(key.text, ()):
            seen = f"'{key.text}: {said}' has no effect: the chapter is published"
            yield Problem(Code.NO_EFFECT, key.place, seen, "put '_' before the name of its file to leave it out")
