"""Sources as the text of a references file."""

from collections.abc import Iterable, Mapping

import yaml

from .records import Value

try:
    from yaml import CSafeDumper as _Dumper
except ImportError:  # PyYAML without libyaml: slower, the same text
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]


def as_yaml(sources: Iterable[Mapping[str, Value]]) -> str:
    """Return the sources as a references file."""
    plain = [
        {name: value if isinstance(value, str) else list(map(dict, value)) for name, value in source.items()}
        for source in sources
    ]
    return str(yaml.dump({"references": plain}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))
