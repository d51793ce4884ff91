"""Put an import into a folder that holds an earlier one, without losing what people wrote there since.

An import keeps a list of the files it wrote, with what they looked like. Files that are on the list and unchanged may
be replaced or removed; every other file is the work of people, and stays.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from ...errors import FileError
from ...files import read_bytes, relative_files, write_atomically

LIST_NAME = "import-files.json"
"""The list of the files that an import wrote: path below the folder, SHA-256 of the content, or of old and new."""


@contextmanager
def locked_folder(folder: str) -> Iterator[bool]:
    """Wait until no other import has the folder locked, and lock it; False where the system cannot lock folders."""
    descriptor = -1
    try:
        from fcntl import LOCK_EX, flock

        descriptor = os.open(folder, os.O_RDONLY)
        flock(descriptor, LOCK_EX)
        alone = True
    except (ImportError, OSError):  # Windows, a network drive
        alone = False
    try:
        yield alone
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def write_list(folder: str) -> None:
    """Write the list of what is in a folder that an import has just made."""
    written = {path: _digest(os.path.join(folder, path)) for path in relative_files(folder)}
    write_atomically(os.path.join(folder, LIST_NAME), f"{json.dumps(written, indent=1)}\n")


def unchanged(folder: str, path: str) -> bool:
    """Return whether a file is as an import wrote it."""
    return _digest(os.path.join(folder, path)) in _listed(folder).get(path, ())


def add_others(made: str, target: str) -> None:
    """Copy the YAML that people added to ``target`` beside what will be put there, to see whether they go together."""
    listed, new = _listed(target), relative_files(made)
    for path in relative_files(target):
        if path.endswith(".yaml") and path not in listed and path not in new:
            os.makedirs(os.path.dirname(os.path.join(made, path)), exist_ok=True)
            shutil.copyfile(os.path.join(target, path), os.path.join(made, path))


def replace(made: str, target: str, merged: Collection[str]) -> None:
    """Put the files of ``made`` into ``target``, and remove what an earlier import wrote and this one does not.

    Each file is whole at any moment; a run that was interrupted is finished by the next. What is in ``merged`` holds
    everything that was in the file before, or is a report. Raises FileError, and changes nothing, where a file that
    would go was edited or is not an import's.
    """
    listed = _listed(target)
    new = _listed(made)
    there = {path: _digest(os.path.join(target, path)) for path in relative_files(target)}
    free = {LIST_NAME, *merged}
    both = {path: [*listed.get(path, ()), *new.get(path, ())] for path in {**listed, **new}}
    lost = [path for path, digest in there.items() if path not in free and path in both and digest not in both[path]]
    if lost:
        shown = ", ".join(lost[:5]) + (f" and {len(lost) - 5} more" if len(lost) > 5 else "")
        raise FileError(
            f"{os.path.join(target, '')}: {shown}: edited since the import, or not written by one; nothing is changed. "
            f"Import into a new folder and take over what you need, or use --onto"
        )
    # first what may be there from now on, so that a run with another file finishes an interrupted one too
    write_atomically(os.path.join(target, LIST_NAME), f"{json.dumps(both, indent=1)}\n")
    for path in new:
        os.makedirs(os.path.dirname(os.path.join(target, path)), exist_ok=True)
        write_atomically(os.path.join(target, path), read_bytes(os.path.join(made, path)))
    for path in there:
        if path in listed and path not in new and path not in free:
            os.unlink(os.path.join(target, path))
    write_atomically(os.path.join(target, LIST_NAME), read_bytes(os.path.join(made, LIST_NAME)))


def _listed(folder: str) -> dict[str, list[str]]:
    """Return the digests that each file of an import may have: two while a run is replacing it."""
    path = os.path.join(folder, LIST_NAME)
    if not os.path.isfile(path):
        return {}
    try:
        listed = json.loads(read_bytes(path))
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, dict):
        raise FileError(f"{path} is not the list that an import writes; nothing is changed")
    return {name: digests if isinstance(digests, list) else [str(digests)] for name, digests in listed.items()}


def _digest(path: str) -> str:
    return hashlib.sha256(read_bytes(path)).hexdigest()
