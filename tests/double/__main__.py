"""Run the double: python -m tests.double [--port 8765] [--faults SEED] [--originals N] [--shared DIR]."""

from __future__ import annotations

import argparse
import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tests.double.faults import Faults
from tests.double.hosts import answers
from tests.double.reality import with_real_names
from tests.double.server import Double
from tests.double.specimens import with_shared, world


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.double", description=__doc__)
    parser.add_argument("--port", type=int, default=8765)
    parser.add_argument("--faults", type=int, metavar="SEED", help="let a quarter of all asks go wrong")
    parser.add_argument("--originals", type=int, default=20, help="A/RES/0/1 to A/RES/0/N, on ODS only")
    parser.add_argument("--shared", type=Path, help="folder with the real material, to be served as well")
    return parser.parse_args()


async def _serve(given: argparse.Namespace) -> None:
    held = with_real_names(world(given.originals), datetime.now(UTC).date())
    if given.shared:
        held = with_shared(held, given.shared)
    faults = Faults(given.faults) if given.faults is not None else None
    async with Double(answers(held, faults), port=given.port) as double:
        print(f"Double of all hosts at {double.url}; stop it with Ctrl-C. Try, in another terminal:")
        print(
            f"  accede fetch ga/0 sc/0 --treaties XVIII-12-a,IV-11 --archive /tmp/un --contact you@your.org "
            f"--base-url {double.url}"
        )
        print(f"  pytest tests/live -m live --base-url {double.url}", flush=True)
        with suppress(asyncio.CancelledError):
            await double.serve_forever()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(_arguments()))
