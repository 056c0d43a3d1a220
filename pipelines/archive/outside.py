"""Programs of the machine at work on a file that nobody vouches for: limits, no network, and all they started is ended.

The system's `unshare` takes the network away where it is there and allowed; elsewhere the program's own settings and a
proxy that leads nowhere have to do.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

MEMORY = 4096
"""MB of address space; LibreOffice asks for 2 GB of it before it opens anything."""
_LIMITED = 'ulimit -v {} 2>/dev/null; ulimit -t {} 2>/dev/null; exec "$@"'
_NOWHERE = "http://127.0.0.1:9"


def run(command: Sequence[str], folder: Path, seconds: int) -> bytes | None:
    """What the program printed; None when it is not there, failed, or took longer. `folder` is its home and its cwd."""
    limited = ["sh", "-c", _LIMITED.format(MEMORY * 1024, seconds), "sh", *_without_network(), *command]
    try:
        process = subprocess.Popen(
            limited,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
    try:
        printed, _ = process.communicate(timeout=seconds)
        return printed if process.returncode == 0 else None
    except subprocess.TimeoutExpired:
        return None
    finally:
        # LibreOffice is a script that starts another program; both belong to the session begun for them.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(folder: Path) -> dict[str, str]:
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), _NOWHERE)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
        **proxies,
    }


@cache
def _without_network() -> tuple[str, ...]:
    """The command before a command that leaves it without network, where the machine allows it."""
    if not (program := shutil.which("unshare")):
        return ()
    command = (program, "--map-root-user", "--net")
    try:
        tried = subprocess.run([*command, "true"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return command if tried.returncode == 0 else ()
