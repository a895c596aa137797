"""The files that chapters include, read once each from the project folder."""

from .folder import Folder
from .includes import included_paths


class IncludedFiles:
    """Reads included files, and remembers them."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.texts: dict[str, str | None] = {}
        """By path; None if the file is missing or cannot be read."""

    def files_for(self, text: str, path: str) -> dict[str, str]:
        """Return the texts of the files that a text at `path` includes, directly or not, by their paths."""
        found: dict[str, str] = {}
        waiting = [(text, path)]
        while waiting:
            for paths in included_paths(*waiting.pop()):
                for each in paths:
                    asked = self._read(each) if each not in found else None
                    if asked is not None:
                        found[each] = asked
                        waiting.append((asked, each))
        return found

    def _read(self, path: str) -> str | None:
        if path not in self.texts:
            # An example in code may name a folder, which is not a fault.
            is_folder = (self.folder.root / path).is_dir()
            self.texts[path] = None if is_folder else self.folder.read(path)
        return self.texts[path]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that were read, in order."""
        return tuple(sorted(path for path, text in self.texts.items() if text is not None))
