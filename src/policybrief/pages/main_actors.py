"""The actors that the brief names most, each with the strip of its mentions."""

from dataclasses import dataclass

from ..model.sorting import sort_key
from .events import ACTOR_KINDS
from .ruler import Ruler
from .site_index import EntryLink, SiteView, short_link
from .strips import Strip, strip_of


@dataclass(frozen=True, slots=True)
class ActorStrip:
    """An actor, and where it is named."""

    link: EntryLink
    strip: Strip


def main_actors(site: SiteView, most: int) -> tuple[str, ...]:
    """Return the ids of the people, states and organisations that the chapters name most, in descending order."""
    named = (site.entries[id_] for id_ in site.mentions if id_ in site.entries)
    actors = (entry for entry in named if entry.kind in ACTOR_KINDS)
    ordered = sorted(actors, key=lambda entry: (-len(site.mentions[entry.id]), sort_key(entry.name, site.language)))
    return tuple(entry.id for entry in ordered[:most])


def actor_strips(site: SiteView, ruler: Ruler, start: str, most: int) -> tuple[ActorStrip, ...]:
    """Return the main actors with their strips, linked from the page at path `start`."""
    return tuple(
        ActorStrip(short_link(site.entries[id_], site, start), strip_of(id_, ruler, site, start))
        for id_ in main_actors(site, most)
    )
