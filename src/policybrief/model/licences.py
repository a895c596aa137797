"""Licences, with names and addresses."""

import re

_CREATIVE_COMMONS = "https://creativecommons.org"
_LICENCES = {
    **{
        f"CC-{name}-{version}": f"{_CREATIVE_COMMONS}/licenses/{name.lower()}/{version}/"
        for name in ("BY", "BY-SA", "BY-NC", "BY-ND", "BY-NC-SA", "BY-NC-ND")
        for version in ("3.0", "4.0")
    },
    "CC0-1.0": f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    "CC0": f"{_CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    "MIT": "https://opensource.org/license/mit",
}
"""By SPDX identifier in capitals (https://spdx.org/licenses/)."""


def licence_url(licence: str) -> str:
    """Return the address of a licence given by name or address; empty if it is unknown."""
    if re.match("https?://", licence):
        return licence
    return _LICENCES.get("-".join(re.split(r"[\s_-]+", licence.strip().upper())), "")
