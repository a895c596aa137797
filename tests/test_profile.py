"""The profile of the property tests: a busy machine fails none of them."""

from hypothesis import HealthCheck, settings


def test_time_fails_no_property() -> None:
    profile = settings()
    assert profile.deadline is None
    assert HealthCheck.too_slow in profile.suppress_health_check
