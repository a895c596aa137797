"""The options of the plugin, as the host knows them."""

import re
from pathlib import Path

from policybrief.hosts.mkdocs.plugin_options import PolicybriefConfig
from policybrief.reading.settings import OPTIONS


def test_the_host_lets_every_option_pass() -> None:
    assert {name for name, _ in PolicybriefConfig()._schema} == set(OPTIONS)


def test_the_manual_lists_every_option() -> None:
    text = (Path(__file__).parent.parent / "manual/docs/start.md").read_text("utf-8")
    table = text.partition("| Option | Default | Meaning |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(OPTIONS)
