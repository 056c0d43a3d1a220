"""Progress bars for the stages of a job; silent when the output is not a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from pipelines.assets.resources import Report

LABELS = {
    "fetch": "Documents fetched",
    "treaties": "Treaty status files",
    "clauses": "Documents to clauses",
    "links": "Clauses to treaties",
    "evaluation": "Documents held twice",
    "joins": "Calls and States",
    "release": "Release",
}


@contextmanager
def bars() -> Iterator[Report]:
    """A listener that draws one bar a stage on standard error."""
    tasks: dict[str, TaskID] = {}
    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:

        def report(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(LABELS.get(stage, stage), total=of)
            progress.update(tasks[stage], completed=done, total=of)

        yield report
