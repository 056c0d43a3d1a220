"""Running a Dagster job inside this process, quietly: no log lines, errors as the exception that caused them."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from types import FrameType

import dagster as dg

from pipelines.assets.resources import Folders, Progress, Report
from pipelines.assets.sources import Sources
from pipelines.assets.staging import Staging
from pipelines.definitions import definitions

# CRITICAL leaves Dagster's own log silent; progress comes from our resource, faults from the exception.
QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def run(name: str, folders: Folders, listener: Report, sources: Sources | None = None) -> dg.ExecuteInProcessResult:
    """Run one job to its end; raises the innermost cause of a failure, KeyboardInterrupt after Ctrl-C."""
    with TemporaryDirectory(prefix="accede-") as folder, dg.DagsterInstance.ephemeral() as instance:
        bound = definitions(folders, Staging(folder=folder), Progress(listener), sources)
        job = bound.resolve_job_def(name)
        with _interruptible() as was_interrupted, _seldom_collected():
            try:
                result = job.execute_in_process(run_config=QUIET, instance=instance, raise_on_error=True)
            except dg.DagsterExecutionInterruptedError:
                raise KeyboardInterrupt from None
            except Exception as error:
                if was_interrupted():
                    raise KeyboardInterrupt from None
                raise innermost(error) from error
        if was_interrupted():
            raise KeyboardInterrupt
        return result


def innermost(error: BaseException) -> BaseException:
    """The exception at the bottom of a chain of causes."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Hundreds of thousands of rows that refer to nothing are looked through for cycles again and again: a tenth of
    the time of a build."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Dagster turns Ctrl-C inside an asset into a failed step; this remembers that it was pressed."""
    pressed = False
    earlier = signal.getsignal(signal.SIGINT)

    def press(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, press)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, earlier)
