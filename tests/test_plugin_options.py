"""The options of the plugin, as the host knows them."""

from policybrief.hosts.mkdocs.plugin_options import PolicybriefConfig
from policybrief.reading.settings import OPTIONS


def test_the_host_lets_every_option_pass() -> None:
    assert {name for name, _ in PolicybriefConfig()._schema} == set(OPTIONS)
