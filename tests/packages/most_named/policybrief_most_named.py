"""A page of the entries that the chapters name most often."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from policybrief.model.brief import Project
from policybrief.model.catalogue import PageBody, PageDeclaration, PageSet
from policybrief.model.publication import Publication

PATH = "most-named/index.md"
TITLE = "Most named"
LINE = Markup('<li><a href="{}">{}</a>, {} times</li>\n')


def declare(project: Project) -> Iterator[PageDeclaration]:
    if project.glossary.entries:
        description = f"Whom and what {project.brief.title} names most often."
        yield PageDeclaration(PATH, TITLE, make, description, rank=450)


def make(publication: Publication) -> PageBody:
    entries = publication.project.glossary.by_id()
    count = Counter(mention.entry for chapter in publication.knowledge.chapters for mention in chapter.mentions)
    lines = Markup("").join(
        LINE.format(publication.entry_link(entry_id, PATH), entries[entry_id].label, times)
        for entry_id, times in count.most_common(20)
    )
    return PageBody(Markup("<h1>{}</h1>\n<ol>\n{}</ol>\n").format(TITLE, lines))


PAGES = PageSet(declare)
