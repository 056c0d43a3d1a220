"""The bar of a fetch: documents done, rate, time left; silent when the output is not a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from pipelines.sources.report import Report


class _Rate(ProgressColumn):
    """Documents a minute; a polite fetch has well under one a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed * 60:.0f}/min" if task.speed else "-/min", style="dim")


@contextmanager
def bar() -> Iterator[tuple[Callable[[int, int, Report], None], Callable[[str], None]]]:
    """What to call as documents are done, and what to call with a sentence for the user."""
    console = Console(stderr=True, highlight=False)
    columns = (
        TextColumn("{task.description:<12}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("[dim]{task.fields[counts]}"),
    )
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("Listings", total=None, counts="")

        def tell(done: int, of: int, report: Report) -> None:
            counts = f"{report.saved:,} saved, {report.absent.total():,} absent, {len(report.errors):,} in error"
            progress.update(task, description="Documents", completed=done, total=of, counts=counts)

        yield tell, lambda text: console.print(f"accede: {text}", style="yellow", markup=False)
