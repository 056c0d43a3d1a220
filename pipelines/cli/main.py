"""`accede`: the commands, and how errors leave the program.

Exit codes: 0 done, 1 refused, 2 wrong use, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from rich.console import Console

from pipelines.cli.build import build
from pipelines.cli.diff import diff
from pipelines.cli.evaluate import evaluate
from pipelines.cli.facts import facts
from pipelines.cli.fetch import fetch
from pipelines.cli.import_ import import_
from pipelines.cli.prove import prove
from pipelines.cli.publish import publish
from pipelines.cli.refresh import refresh
from pipelines.cli.rehydrate import rehydrate
from pipelines.cli.releases import releases
from pipelines.cli.show import show
from pipelines.cli.sql import sql
from pipelines.cli.state import state
from pipelines.cli.treaty import treaty

INTERRUPTED = 130

app = typer.Typer(
    help="Which clause of which UN resolution calls on States to join which treaty, who had not joined on that day, "
    "and who did afterwards.",
    no_args_is_help=True,
    suggest_commands=False,  # click does so itself
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("fetch")(fetch)
app.command("import")(import_)
app.command("refresh")(refresh)
app.command("build")(build)
app.command("publish")(publish)
app.command("releases")(releases)
app.command("diff")(diff)
app.command("evaluate")(evaluate)
app.command("show")(show)
app.command("prove")(prove)
app.command("rehydrate")(rehydrate)
app.command("facts")(facts)
app.command("treaty")(treaty)
app.command("state")(state)
app.command("sql")(sql)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accede {version('accede')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; what goes wrong leaves as one line on standard error."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (accede sql … | head); nothing is left to say to anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if os.environ.get("ACCEDE_DEBUG"):
            raise
        Console(stderr=True, soft_wrap=True).print(
            f"accede: unexpected {type(error).__name__}: {error} (set ACCEDE_DEBUG=1 for the whole trace)",
            style="red",
            markup=False,
            highlight=False,
        )
        sys.exit(1)
