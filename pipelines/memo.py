"""Results kept from one build to the next: a cache folder that can be deleted at any time at no cost but time."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import pickle
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

MISS: Final = object()
"""What `Memo.get` gives for a key that it does not hold."""
_VERSIONS_KEPT = 2
_DIGEST = 32


class Memo:
    """One file a result under FOLDER/<version>/; `version` is a `source_version` of the code that makes the results.

    A damaged file, or one that cannot be written, is a miss and never an error.
    """

    def __init__(self, folder: Path, version: str) -> None:
        self._all = Path(folder)
        self.folder = self._all / version[:16]

    def key(self, function: Callable[..., Any], item: object) -> str:
        """The key of `function(item)`; what a partial function was given beforehand is no part of it.

        Such an argument may say where the archive lies, never what stands in it.
        """
        while isinstance(function, partial):
            function = function.func
        name = f"{function.__module__}.{getattr(function, '__qualname__', type(function).__qualname__)}"
        return hashlib.sha256(f"{name}\0{item!r}".encode("utf-8", "surrogatepass")).hexdigest()

    def get(self, key: str) -> Any:
        """The result kept under a key, or MISS."""
        try:
            kept = self._path(key).read_bytes()
            payload = kept[_DIGEST:]
            if hashlib.sha256(payload).digest() != kept[:_DIGEST]:
                return MISS
            return pickle.loads(payload)
        except Exception:
            # Whatever an old or foreign file holds, the result can be made again.
            return MISS

    def put(self, key: str, payload: bytes) -> None:
        """Keep a pickled result; it appears whole or not at all."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            if not self.folder.is_dir():
                self._begin()
            path.parent.mkdir(exist_ok=True)
            incoming = path.with_suffix(f".{os.getpid()}")
            incoming.write_bytes(hashlib.sha256(payload).digest() + payload)
            incoming.replace(path)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _begin(self) -> None:
        """Make room for a new version of the source code: the newest of the older ones stay, the rest goes."""
        self.folder.mkdir(parents=True)
        others = [path for path in self._all.iterdir() if path.is_dir() and path != self.folder]
        for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[_VERSIONS_KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)


def source_version(*packages: str) -> str:
    """A hash of all Python source files of these packages or modules; it changes when any line of them does."""
    digest = hashlib.sha256()
    for package in sorted(packages):
        for name, path in _sources(package):
            digest.update(f"{package}\0{name}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(package: str) -> list[tuple[str, Path]]:
    spec = importlib.util.find_spec(package)
    if spec is None:
        raise ModuleNotFoundError(package)
    folders = [Path(folder) for folder in spec.submodule_search_locations or ()]
    if not folders:
        return [("", Path(spec.origin))] if spec.origin else []
    return sorted((path.relative_to(folder).as_posix(), path) for folder in folders for path in folder.rglob("*.py"))
