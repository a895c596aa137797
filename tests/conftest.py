"""Options of the test run."""

import pytest
from hypothesis import HealthCheck, settings

# Machines are shared: how long an example takes to draw or to run says nothing.
settings.register_profile("policybrief", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("policybrief")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write what happens now into the files under tests/cases; read the difference before you keep it",
    )
    parser.addoption("--preview-steps", type=int, default=8, help="how many changes the preview has to live through")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes very long unless it is asked for: `-m soak`."""
    if "soak" not in (config.getoption("markexpr") or ""):
        long = [item for item in items if item.get_closest_marker("soak")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
