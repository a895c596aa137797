"""The theme's templates as they were compiled, kept from one build of a preview to the next."""

from jinja2.bccache import Bucket, BytecodeCache


class KeptBytecode(BytecodeCache):
    """Keeps what was compiled, by template and text: one that was changed is compiled again."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, unless it was compiled from another text, which the engine sees in what is kept."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()
