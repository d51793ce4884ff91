"""A folder of generated files that is replaced as a whole, without taking along anything that is not ours."""

import os
import shutil
from collections.abc import Mapping
from hashlib import sha256

from ..errors import FileError
from ..files import read_bytes, read_text, relative_files

MANIFEST = ".imsterms-site"
"""Names the files of a build, each with its digest, so that the next build knows which are its own."""


def replace_folder(folder: str, files: Mapping[str, bytes]) -> None:
    """Put ``files`` in the place of those that an earlier call wrote into ``folder``.

    Files of others in the folder are kept. Raises FileError where the folder has files and no manifest, where a
    generated file was changed by hand, or a file of others has the name of a new one; nothing is changed then.
    """
    folder = os.path.abspath(folder)
    try:
        parent = os.path.dirname(folder)
        os.makedirs(parent, exist_ok=True)
        new, old = (os.path.join(parent, f".{os.path.basename(folder)}.imsterms-{name}") for name in ("new", "old"))
        if os.path.isdir(old) and not os.path.lexists(folder):
            os.rename(old, folder)  # an earlier build was stopped between the two steps below
        kept = _others(folder, files)
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        os.mkdir(new)
        try:
            for path, content in files.items():
                _write(os.path.join(new, path), content)
            _write(os.path.join(new, MANIFEST), _manifest(files))
            for path in kept:
                os.makedirs(os.path.dirname(os.path.join(new, path)), exist_ok=True)
                shutil.copy2(os.path.join(folder, path), os.path.join(new, path))
            if os.path.isdir(folder):
                os.rename(folder, old)
            os.rename(new, folder)
            shutil.rmtree(old, ignore_errors=True)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise FileError(f"the folder {folder} cannot be written: {error.strerror or error}") from error


def _others(folder: str, files: Mapping[str, bytes]) -> list[str]:
    """Return the files in the folder that no earlier build wrote. Raises FileError where one would be lost."""
    if not os.path.lexists(folder):
        return []
    if not os.path.isdir(folder) or os.path.islink(folder):
        raise FileError(f"{folder} is not a folder; name a folder for the site with -o")
    present = [path for path in relative_files(folder) if path != MANIFEST]
    manifest = os.path.join(folder, MANIFEST)
    if present and not os.path.exists(manifest):
        raise FileError(f"{folder} has files that are not of a site of ours; name an empty or a new folder with -o")
    lines = read_text(manifest).splitlines() if present else []
    written = {path: digest for digest, _, path in (line.partition(" ") for line in lines)}
    others = [path for path in present if path not in written]
    for path in present:
        if path not in written and path in files:
            raise FileError(f"{folder}/{path} was not written by this command and would be lost; move it away")
        if path in written and sha256(read_bytes(os.path.join(folder, path))).hexdigest() != written[path]:
            raise FileError(f"{folder}/{path} was changed by hand and would be lost; move it away, or undo the change")
    return others


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(content).hexdigest()} {path}\n" for path, content in sorted(files.items())).encode()


def _write(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)
