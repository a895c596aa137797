"""What pandoc printed, kept in a folder under the fingerprint of all that went into it.

The names of the files say what is in them, so that the folder can be committed: files of two branches never conflict,
and a clone of an unchanged brief builds on a machine without pandoc.
"""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ...model.citing import Piece, Printed, PrintedCluster, PrintedReference

_USUAL = Piece("")


@dataclass(frozen=True, slots=True)
class PrintedCache:
    """The folder, and which of its files have been asked for."""

    folder: Path
    """Made when needed."""
    asked: set[str] = field(default_factory=set)
    """The fingerprints of this build."""

    def get(self, fingerprint: str) -> Printed | None:
        """Return what was printed under a fingerprint; None when nothing is kept, or nothing that can be read."""
        self.asked.add(fingerprint)
        try:
            return _printed(json.loads(self._file(fingerprint).read_bytes()))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def keep(self, fingerprint: str, printed: Printed) -> None:
        """Keep what was printed, where the folder can be written."""
        content = json.dumps(_data(printed), ensure_ascii=False, separators=(",", ":")) + "\n"
        # Written beside and moved, so that two builds at once never read half a file.
        partial = self.folder / f"{fingerprint}.{os.getpid()}.partial"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(content.encode())
            partial.replace(self._file(fingerprint))
        except OSError:
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def forget_the_rest(self) -> None:
        """Delete what this build did not ask for."""
        for file in sorted(self.folder.glob("*.json")):
            if file.stem not in self.asked:
                with suppress(OSError):  # it costs room, and no more
                    file.unlink(missing_ok=True)

    def _file(self, fingerprint: str) -> Path:
        return self.folder / f"{fingerprint}.json"


def _data(printed: Printed) -> Mapping[str, object]:
    return {
        "texts": [
            [{"text": _pieces_data(cluster.text), "note": _pieces_data(cluster.note)} for cluster in text]
            for text in printed.texts
        ],
        "references": [{"reference": item.reference, "text": _pieces_data(item.text)} for item in printed.references],
    }


def _pieces_data(pieces: Iterable[Piece]) -> list[Mapping[str, object]]:
    """Return the pieces, of each what is not as usual."""
    names = [each.name for each in fields(Piece)]
    return [
        {name: value for name in names if (value := getattr(piece, name)) != getattr(_USUAL, name)} for piece in pieces
    ]


def _printed(data: Mapping[str, Any]) -> Printed:
    return Printed(
        tuple(
            tuple(PrintedCluster(_pieces(cluster["text"]), _pieces(cluster["note"])) for cluster in text)
            for text in data["texts"]
        ),
        tuple(PrintedReference(item["reference"], _pieces(item["text"])) for item in data["references"]),
    )


def _pieces(data: Iterable[Mapping[str, Any]]) -> tuple[Piece, ...]:
    return tuple(Piece(**{"text": "", **piece}) for piece in data)
