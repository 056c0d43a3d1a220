"""The marker of the tests that leave this machine."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "live: asks the UN's real servers; needs ACCEDE_CONTACT and a network")
