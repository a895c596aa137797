"""The menus of the site, handed to the templates of the theme."""

from jinja2 import Environment
from mkdocs.structure.files import Files

from ...model.addresses import Addresses
from ...model.brief import Project
from ...model.catalogue import Catalogue
from ...pages.menus import menus_of
from .finished_page import FinishedPage


def offer_menus(env: Environment, files: Files, project: Project, catalogue: Catalogue, addresses: Addresses) -> None:
    """Give the templates the menus and messages of the site, and each page of the brief its place in the menus."""
    menus = menus_of(project, catalogue, addresses)
    env.globals["policybrief_menus"] = menus
    env.globals["policybrief_say"] = project.words.say
    for file in files.documentation_pages():
        if isinstance(file.page, FinishedPage) and file.src_uri in menus.here:
            file.page.meta = {**file.page.meta, "policybrief_here": menus.here[file.src_uri]}
