"""Are the signatories that `accede treaty` counts those that the depositary counts?

    python -m tests.figures.signatories --release DIR

For every treaty whose newest status file has both a table and a stated count.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipelines.cli.terminal import open_release, rows
from pipelines.publish import sql


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--release", type=Path, required=True)
    with open_release(parser.parse_args().release) as connection:
        treaties = rows(connection, sql.text("cli/treaties_counted.sql"))
        counted = [
            (row, rows(connection, sql.text("cli/treaty_counts.sql"), treaty=row["treaty_id"], day=row["as_at"])[0])
            for row in treaties
        ]
    others = [(row["treaty_id"], row["signatories_stated"], found["signatories"]) for row, found in counted]
    others = [(treaty, stated, found) for treaty, stated, found in others if stated != found]
    print(f"signatories: {len(counted) - len(others)} of {len(counted)} treaties as the depositary counts")
    for treaty, stated, found in others:
        print(f"  {treaty}: states {stated}, counted {found}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
