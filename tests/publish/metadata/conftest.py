"""The small release of tests/publish, for the tests of this folder."""

from tests.publish.fixtures import small_release, small_tables

__all__ = ["small_release", "small_tables"]
