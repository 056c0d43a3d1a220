"""What `accede fetch` says at its end, and what `--dry-run` says instead."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipelines.sources.errors import LABELS
from pipelines.sources.fetch import Prepared
from pipelines.sources.hosts import HOSTS
from pipelines.sources.planner import Wishes
from pipelines.sources.report import Report

_SHOWN = 3
_RESTING = "{} failed before in a way that does not pass by itself: asked again later and later, or now when named."


def summarise(report: Report, archive: Path, verbose: bool) -> None:
    """Print the account of a fetch: saved, unchanged, absent, errors by reason, and what to do about them."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(_counts(report))
    for kind, count in report.by_reason.most_common():
        console.print(f"\n[bold]{count:,}[/] in error: {LABELS[kind]}")  # type: ignore[index]
        failed = sorted((key, error) for key, error in report.errors.items() if error.kind == kind)
        for key, error in failed if verbose else failed[:_SHOWN]:
            console.print(f"  [dim]{escape(' '.join(key))}: {escape(error.detail)}")
        if len(failed) > _SHOWN and not verbose:
            console.print(f"  [dim]… {len(failed) - _SHOWN:,} more (--verbose)")
    for host, reason in report.stopped.items():
        console.print(f"\n[yellow]{host} was not asked any more:[/] {escape(reason)}")
    if report.resting:
        console.print(f"\n{_RESTING.format(_documents(report.resting))}")
    if report.is_budget_spent:
        console.print("\n[yellow]Stopped[/] at --max-requests; the same command goes on from here.")
    console.print(f"\nArchive  {escape(str(archive))}")
    if report.is_complete:
        console.print(f"Next     accede build --archive {escape(str(archive))}")


def _counts(report: Report) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column()
    table.add_column(justify="right")
    rows = {
        "saved": report.saved,
        "unchanged": report.unchanged,
        "absent": report.absent.total(),
        "in error": len(report.errors),
        "not asked": report.not_asked,
        "had before": report.settled,
        "known absent": report.known_absent,
        "left to rest": report.resting,
        "requests": report.requests,
    }
    for name, count in rows.items():
        table.add_row(name, f"{count:,}")
    return table


def show_plan(prepared: Prepared, wishes: Wishes) -> None:
    """Print what would be asked of whom, and how long it takes at the polite rate."""
    console = Console(highlight=False, soft_wrap=True)
    plan = prepared.plan
    table = Table(box=None, pad_edge=False)
    for name in ("host", "requests", "at most", "one every"):
        table.add_column(name, justify="left" if name == "host" else "right")
    for host, count in sorted(plan.requests.items()):
        limits = HOSTS[host]
        table.add_row(host, f"{count:,}", f"{limits.in_flight} at once", f"{limits.spacing:g} s")
    if prepared.unlisted:
        console.print(f"Never listed yet, so the figures are rough: {', '.join(prepared.unlisted)}.")
    console.print(table)
    console.print(
        f"\n{_documents(len(plan.wants))} to ask for; {plan.settled:,} had before, {plan.known_absent:,} known absent, "
        f"{plan.resting:,} left to rest after errors. "
        f"About {_time(plan.seconds)} at the polite rate. Nothing was asked."
    )
    for want in plan.wants[:_SHOWN]:
        formats = ", ".join(dict.fromkeys(ask.key.format for ask in want.asks))
        console.print(f"  [dim]{escape(want.asks[0].key.symbol)} {want.asks[0].key.language}: {formats}")
    if len(plan.wants) > _SHOWN:
        console.print(f"  [dim]… {len(plan.wants) - _SHOWN:,} more")


def _documents(count: int) -> str:
    return f"{count:,} document{'s' * (count != 1)}"


def _time(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
