"""A finished site takes the place of the old one; what a build leaves when it is killed on the way can be told and put
right.

A build has a room of its own, beside the site or hidden in it. The room holds

    new      the site while it is made
    ready    the finished site; after an exchange, the old one
    coming   the finished site while it is put into the old folder, entry by entry
    aside    the old site while it is taken out of its folder
    former   the old site, whole

and these names, with the site's own folder there or not, say how far the build had come.
"""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .manifest import built_files
from .moving import exchange, move, remove, remove_unfinished


@dataclass(frozen=True, slots=True)
class Room:
    """The working folder of one build."""

    folder: Path

    @property
    def new(self) -> Path:
        return self.folder / "new"

    @property
    def ready(self) -> Path:
        return self.folder / "ready"

    @property
    def coming(self) -> Path:
        return self.folder / "coming"

    @property
    def aside(self) -> Path:
        return self.folder / "aside"

    @property
    def former(self) -> Path:
        return self.folder / "former"

    @property
    def holds_the_old(self) -> bool:
        """Whether the old site, or a part of it, is here and not in its place."""
        return self.aside.exists() or self.former.exists()


def swap(target: Path, room: Room, *, whole: bool = True) -> bool:
    """Put `room.new` in the place of `target`, and the previous content into the room.

    Return whether the folders were swapped as a whole; if not, their entries were, one after the other. With `whole`
    false, only the latter is tried. Raises OSError; the old site is in its place again then, or `recover` will put it
    there.
    """
    if target.exists() and not whole:
        room.new.rename(room.coming)
    else:
        room.new.rename(room.ready)
        if not target.exists():
            room.ready.rename(target)
            return True
        _like(target, room.ready)
        if exchange(target, room.ready) or _renamed(target, room):
            return True
        room.ready.rename(room.coming)
    _entry_by_entry(target, room)
    return False


def recover(target: Path, room: Room) -> bool:
    """Repair what a killed build left: afterwards either the old or the new site is complete.

    Return whether the new one was put in place now. Raises OSError.
    """
    finished = False
    for folder in (target, room.folder):
        remove_unfinished(folder)
    if room.aside.is_dir():
        _put_back(target, room)
    elif room.former.is_dir() and room.coming.is_dir():
        # The old site had been moved out completely: move in the rest of the new one.
        for entry in _entries(room.coming):
            if os.path.lexists(target / entry.name):
                remove(entry)  # the rest of an entry that is there as a copy
            else:
                move(entry, target / entry.name)
        finished = True
    for site in (room.former, room.ready):
        if site.is_dir() and not target.exists():
            site.rename(target)
            finished = site == room.ready
    return finished


def carry_over(target: Path, room: Room) -> None:
    """Carry over the hidden files of the old site, such as `.git`, to the one that replaced it. Raises OSError.

    Files that a build made are left behind, and existing files in the new site stay.
    """
    for former in (room.former, room.ready):
        if former.is_dir() and target.is_dir():
            made = built_files(former)
            for entry in _entries(former):
                if entry.name.startswith("."):
                    _merge(former, entry.name, target, made)


def _merge(former: Path, path: str, target: Path, made: frozenset[str]) -> None:
    old, new = former / path, target / path
    if path in made:
        return
    is_folder = old.is_dir() and not old.is_symlink()
    if is_folder and (new.is_dir() or any(one.startswith(f"{path}/") for one in made)):
        for entry in _entries(old):
            _merge(former, f"{path}/{entry.name}", target, made)
    elif not os.path.lexists(new):
        new.parent.mkdir(parents=True, exist_ok=True)
        move(old, new)


def _like(old: Path, new: Path) -> None:
    """Give the new folder the permissions of the old one, and its group if allowed."""
    shutil.copymode(old, new)
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(new, -1, old.stat().st_gid)


def _renamed(target: Path, room: Room) -> bool:
    """Rename the old site away and the new one in; return False, with nothing changed, if it cannot be renamed."""
    try:
        target.rename(room.former)
    except OSError:
        return False
    try:
        room.ready.rename(target)
    except BaseException:
        room.former.rename(target)
        raise
    return True


def _entry_by_entry(target: Path, room: Room) -> None:
    coming = [entry.name for entry in _entries(room.coming)]
    room.aside.mkdir()
    try:
        _move_all(_entries_to_replace(target, room, coming), room.aside)
        room.aside.rename(room.former)
        _move_all(_entries(room.coming), target)
    except BaseException:
        _undo(target, room, coming)
        raise


def _undo(target: Path, room: Room, coming: Iterable[str]) -> None:
    if room.former.is_dir():
        left = {entry.name for entry in _entries(room.coming)}
        _move_all(
            (target / name for name in coming if name not in left and os.path.lexists(target / name)), room.coming
        )
        room.former.rename(room.aside)
    _put_back(target, room)


def _put_back(target: Path, room: Room) -> None:
    target.mkdir(exist_ok=True)
    for entry in _entries(room.aside):
        if remove(target / entry.name):  # the rest of an entry that is aside as a copy
            move(entry, target / entry.name)
    room.aside.rmdir()


def _entries_to_replace(target: Path, room: Room, coming: Iterable[str]) -> list[Path]:
    """Return the entries of the old site: all except hidden ones, unless the new site has one with the same name."""
    new = frozenset(coming)
    return [
        entry
        for entry in _entries(target)
        if (entry.name in new or not entry.name.startswith(".")) and entry not in room.folder.parents
    ]


def _move_all(entries: Iterable[Path], folder: Path) -> None:
    for entry in entries:
        move(entry, folder / entry.name)


def _entries(folder: Path) -> list[Path]:
    """Return the entries of a folder; pages come after what they load, and the front page is last."""
    return sorted(folder.iterdir(), key=lambda entry: (entry.name == "index.html", entry.suffix == ".html", entry.name))
