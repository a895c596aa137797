"""The compiled templates of the theme, kept from one build to the next: compiling costs more than rendering.

Between processes they are in Jinja's folder among the temporary files, which belongs to the user and which nobody else
can write to. They are code, so they never go into the cache of a project, which may come from others.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache

_SETTINGS = (
    *("block_start_string", "block_end_string", "variable_start_string", "variable_end_string"),
    *("comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix"),
    *("trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized"),
    *("autoescape", "finalize", "undefined", "is_async", "newstyle_gettext"),
)
"""What the code of a template depends on, besides its text."""


class KeptBytecode(BytecodeCache):
    """Caches compiled code by template, text and settings: a changed template is compiled again."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._files = _files()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the bytecode of a template, empty if the template must be compiled."""
        key = sha256("\0".join((*_settings_of(environment), name, filename or "")).encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the code of a template, unless it was compiled from another text, which Jinja detects itself."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])
        elif self._files is not None:
            with suppress(OSError):
                self._files.load_bytecode(bucket)
            if bucket.code is not None:
                self._kept[bucket.key] = bucket.bytecode_to_string()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
        if self._files is not None:
            with suppress(OSError):  # a full disk: it is compiled again
                self._files.dump_bytecode(bucket)


def _files() -> FileSystemBytecodeCache | None:
    """Return the folder for code between processes, or None if no folder is safe."""
    try:
        return FileSystemBytecodeCache()
    except (OSError, RuntimeError):
        return None


def _settings_of(env: Environment) -> Iterator[str]:
    """Yield what else the code of a template depends on: filters of constants are applied at compile time."""
    yield from _versions()
    yield from (f"{name}={getattr(env, name, None)!r}" for name in _SETTINGS)
    yield from sorted(env.extensions)
    for functions in (env.filters, env.tests):
        yield from (f"{name}={_name_of(function)}" for name, function in sorted(functions.items()))


@cache
def _versions() -> tuple[str, ...]:
    return tuple(map(version, ("jinja2", "policybrief")))


def _name_of(function: object) -> str:
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', type(function).__qualname__)}"
