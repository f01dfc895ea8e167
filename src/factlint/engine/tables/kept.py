"""What all tasks of a run need to know: at hand in this process, a file for the others, and read there once."""

from __future__ import annotations

import pickle
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """A value that pickles as the name of a file in a folder, written when it first goes to another process.

    Where the value speaks of what `beside` keeps (the registry, which is large), there too it is that one object.
    """

    def __init__(self, folder: Path, value: Value, beside: Kept[Any] | None = None) -> None:
        self.value = value
        self._folder = folder
        self._beside = beside
        self._path = ""

    def __reduce__(self) -> tuple[Callable[[str], Kept[Any]], tuple[str]]:
        return _read, (self._written(),)

    def _written(self) -> str:
        if not self._path:
            with NamedTemporaryFile(dir=self._folder, prefix="kept-", delete=False) as file:
                _Pickler(file, self._beside).dump(self.value)
            self._path = file.name
        return self._path


class _Pickler(pickle.Pickler):
    def __init__(self, file: IO[bytes], beside: Kept[Any] | None) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        if beside is not None:
            self.persistent_id = lambda part: beside if part is beside.value else None  # type: ignore[method-assign]


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, beside: Kept[Any]) -> object:
        """What is kept beside."""
        return beside.value


@lru_cache(2)
def _read(path: str) -> Kept[Any]:
    """The value and what is beside it; the one before is forgotten."""
    with Path(path).open("rb") as file:
        return Kept(Path(path).parent, _Unpickler(file).load())
