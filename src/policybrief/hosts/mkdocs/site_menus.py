"""The menus of the site, handed to the templates of the theme."""

from jinja2 import Environment
from mkdocs.structure.files import Files

from ...model.addresses import Addresses
from ...model.brief import Project
from ...model.catalogue import Catalogue
from ...pages.menus import menus_of
from .finished_page import FinishedPage


def offer_menus(env: Environment, files: Files, project: Project, catalogue: Catalogue, addresses: Addresses) -> None:
    """Give the templates the links of the header and the footer, and each page of the brief its place among them."""
    menus = menus_of(project, catalogue, addresses)
    env.globals["policybrief_menus"] = menus
    for file in files.documentation_pages():
        if isinstance(file.page, FinishedPage) and file.src_uri in menus.here:
            file.page.meta = {**file.page.meta, "policybrief_here": menus.here[file.src_uri]}
