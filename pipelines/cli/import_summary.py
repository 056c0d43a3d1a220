"""What `accede import` says at its end: what was taken, what was there, what was not taken and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipelines.archive.importer import ImportReport

FORMATS = {
    "akn": "resolutions in XML",
    "word": "resolutions in Word",
    "pdf": "resolutions in PDF",
    "extract": "extracts (votes, dates)",
    "status": "treaty status in XML",
    "status_table": "treaty status tables",
    "text": "resolutions in plain text",
    "word_ole": "originals in Word 97 .doc",
    "wordperfect": "originals in WordPerfect",
    "rtf": "originals in rich text",
}
_NAMES_SHOWN = 3

Groups = dict[str, list[str]]


def summarise(report: ImportReport, archive: Path, verbose: bool) -> None:
    """Print the account of an import; every name with `verbose`, else the first few for each reason."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(_counts(report))
    _print_groups(console, "Not taken", _by_reason(report, is_passed_over=False), verbose)
    if verbose:
        _print_groups(console, "Passed over", _by_reason(report, is_passed_over=True), verbose)
    _print_groups(console, "Taken with a warning", _warnings(report), verbose)
    if report.not_taken and not verbose:
        console.print("(all names: --verbose)")
    console.print(f"\nArchive  {escape(str(archive))}\nNext     accede build --archive {escape(str(archive))}")


def _counts(report: ImportReport) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column("taken", justify="right")
    table.add_column("already there", justify="right")
    for name, (taken, already) in report.formats.items():
        table.add_row(FORMATS.get(name, name), f"{taken:,}", f"{already:,}")
    table.add_row("[bold]all", f"[bold]{len(report.taken):,}", f"[bold]{len(report.already):,}")
    return table


def _by_reason(report: ImportReport, is_passed_over: bool) -> Groups:
    return _grouped((one.reason, one.name) for one in report.not_taken if one.is_passed_over is is_passed_over)


def _warnings(report: ImportReport) -> Groups:
    """Warnings by kind; what follows the colon (a line, a fault) goes with the name."""
    split = ((name, *reason.partition(": ")) for name, reason in report.warnings)
    return _grouped((kind, f"{name} ({detail})" if detail else name) for name, kind, _, detail in split)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Groups:
    groups: Groups = {}
    for reason, name in pairs:
        groups.setdefault(reason, []).append(name)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def _print_groups(console: Console, title: str, groups: Groups, verbose: bool) -> None:
    if not groups:
        return
    console.print(f"\n[bold]{title}[/] ({sum(map(len, groups.values())):,})")
    for reason, names in groups.items():
        console.print(f"  {len(names):>5,}  {escape(reason)}")
        for name in names if verbose else names[:_NAMES_SHOWN]:
            console.print(f"         [dim]{escape(name)}")
        if not verbose and len(names) > _NAMES_SHOWN:
            console.print(f"         [dim]… {len(names) - _NAMES_SHOWN:,} more")
