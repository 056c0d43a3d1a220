"""Processes for work that may hang, crash or eat all memory: when one dies, what it was given fails, and nothing else.

A pool of the standard library is broken as a whole when one of its processes dies. Here every thread of a pool has a
process of its own at the other end of a pipe; one that died is replaced. Limits hold for each document and are kept by
the system's own timers, which stop native code too.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import resource
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Self, TypeVar

R = TypeVar("R")

_WAITS = 10
"""Times as long by the clock as by the processor: for what waits without working, on a machine that is busy."""
_OUT_OF_MEMORY = 71
_START: Any = multiprocessing.get_context("forkserver")


class WrongLimit(ValueError):
    """A limit in the environment is no number above 0."""


class Died(Exception):
    """The process at work on it is gone; the message says why in words for a user."""


@dataclass(frozen=True, slots=True)
class Limits:
    """For one document: `seconds` of processor time (ten times that by the clock), `memory` of its process in MB.

    The largest official document takes 0.3 seconds (S/RES/2231(2015)), a process that has read hundreds 100 MB.
    """

    seconds: float = 60.0
    memory: int = 1024

    @classmethod
    def from_environment(cls) -> Self:
        """ACCEDE_DOCUMENT_SECONDS, ACCEDE_DOCUMENT_MB. Raises WrongLimit."""
        usual = cls()
        seconds = _number("ACCEDE_DOCUMENT_SECONDS", usual.seconds)
        return cls(seconds, int(_number("ACCEDE_DOCUMENT_MB", usual.memory)))

    def reason(self, status: int | None) -> str:
        """Why a process ended with this exit status."""
        if status == -signal.SIGPROF:
            return f"it takes more than {self.seconds:g} seconds of processor time"
        if status == -signal.SIGALRM:
            return f"it takes more than {self.seconds * _WAITS:g} seconds"
        if status == _OUT_OF_MEMORY:
            return f"it takes more than {self.memory:,} MB of memory"
        if status in (-signal.SIGABRT, -signal.SIGKILL):
            return f"its reader was stopped by the system, most likely for more than {self.memory:,} MB of memory"
        name = signal.Signals(-status).name if status and status < 0 else f"status {status}"
        return f"its reader crashed ({name})"


class Pool(Executor):
    """Up to `workers` processes, started when there is work and afresh: not forked from one that runs threads."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._limits = limits
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="pool")
        self._idle: deque[_Worker] = deque()
        self._all: set[_Worker] = set()

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Run `fn` in a process; the future raises Died when that process does not live to give the result."""
        return self._threads.submit(self._run, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let the processes end; what is under way is waited for."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        while self._all:
            self._all.pop().close()

    def kill(self) -> None:
        """End the processes at once."""
        for worker in tuple(self._all):
            worker.kill()

    def _run(self, function: Callable[..., R], args: tuple[Any, ...], kwargs: dict[str, Any]) -> R:
        payload = pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        try:
            worker = self._idle.pop()
        except IndexError:
            worker = _Worker(self._limits)
            self._all.add(worker)
        try:
            is_done, result = pickle.loads(worker.ask(payload))
        except Died:
            self._all.discard(worker)
            raise
        self._idle.append(worker)
        if is_done:
            done: R = result
            return done
        raise result


@contextmanager
def pool(workers: int, limits: Limits | None = None) -> Iterator[Pool]:
    """A pool that goes with the block; at once when the block is left by an error or an interrupt."""
    made = Pool(workers, limits or Limits.from_environment())
    try:
        yield made
    except BaseException:
        made.kill()
        raise
    finally:
        made.shutdown(cancel_futures=True)


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pipe, other = _START.Pipe()
        self._process = _START.Process(target=_serve, args=(other, limits), daemon=True)
        self._process.start()
        other.close()

    def ask(self, payload: bytes) -> bytes:
        try:
            self._pipe.send_bytes(payload)
            answer: bytes = self._pipe.recv_bytes()
            return answer
        except (EOFError, OSError):
            self.close()
            raise Died(self._limits.reason(self._process.exitcode)) from None

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        self._pipe.close()
        self._process.join()


@contextmanager
def watched() -> Iterator[None]:
    """One document: in a process of a pool, the timers that end the process when it takes too long."""
    if _watch is None:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, _watch.seconds)
    signal.setitimer(signal.ITIMER_REAL, _watch.seconds * _WAITS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


_watch: Limits | None = None
"""The limits of this process, where it belongs to a pool."""


def _serve(pipe: Connection, limits: Limits) -> None:
    """The life of a process: one call after the other, until nobody is at the other end."""
    _settle(limits)
    while True:
        try:
            payload = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        answer = _answer(payload)
        with contextlib.suppress(BrokenPipeError):
            pipe.send_bytes(answer)


def _settle(limits: Limits) -> None:
    """Leave interrupts to the parent, be silent (native code reports its panics on stderr), and keep to the limits."""
    global _watch  # noqa: PLW0603
    _watch = limits
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    ceiling = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = limits.memory * 2**20
    if ceiling == resource.RLIM_INFINITY or wanted < ceiling:
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, ceiling))


def _answer(payload: bytes) -> bytes:
    try:
        function, args, kwargs = pickle.loads(payload)
        return pickle.dumps((True, function(*args, **kwargs)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except BaseException as error:
        return _failure(error)


def _failure(error: BaseException) -> bytes:
    """The exception as it is, with a note of where it was raised; in words where it is none that can travel."""
    error.add_note("".join(traceback.format_exception(error)))
    if isinstance(error, Exception):
        with contextlib.suppress(Exception):
            payload = pickle.dumps((False, error))
            pickle.loads(payload)
            return payload
    return pickle.dumps((False, RuntimeError(f"{type(error).__name__}: {error}")))


def _number(variable: str, default: float) -> float:
    printed = os.environ.get(variable)
    if not printed:
        return default
    try:
        number = float(printed)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise WrongLimit(f"{variable} is {printed!r}: give a number above 0")
    return number
