"""The live tests themselves, at a double: so that they are known to work where there is a network."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from pipelines.paths import ROOT
from tests.double.hosts import answers
from tests.double.reality import with_real_names
from tests.double.server import Double
from tests.double.specimens import world


def test_the_live_tests_pass_at_a_double() -> None:
    async def run() -> tuple[int | None, str]:
        async with Double(answers(with_real_names(world(), datetime.now(UTC).date()))) as double:
            child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "pytest", "-m", "live", "--base-url", double.url, str(Path(__file__).parent),
                "-p", "no:cacheprovider", cwd=ROOT, stdout=asyncio.subprocess.PIPE,
            )  # fmt: skip
            said, _ = await child.communicate()
            return child.returncode, said.decode()

    code, said = asyncio.run(run())
    assert code == 0 and "10 passed" in said, said
