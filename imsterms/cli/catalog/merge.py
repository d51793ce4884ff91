"""Merge two versions of a catalog, message by message.

With three files this is git's merge driver: changes of OURS and THEIRS since BASE are written to OURS. Where both sides
translated one message differently, ours is kept and marked fuzzy, theirs is in a comment above it, the message is named
and the exit status is 1. With a FILE alone, a conflict that git has left in it is resolved in the same way.
"""

import argparse
import os
import subprocess

from ...catalogs.files import catalog_bytes
from ...catalogs.parser import parse_catalog
from ...catalogs.proof import lost
from ...catalogs.three_way import three_way
from ...errors import FileError
from ...files import read_bytes, write_atomically
from ..output import print_note


def add_arguments(parser: argparse.ArgumentParser) -> None:
    told = "BASE OURS THEIRS and the name to show for it, or one file with a conflict of git"
    parser.add_argument("files", nargs="+", metavar="FILE", help=told)


def run(arguments: argparse.Namespace) -> int:
    if len(arguments.files) not in (1, 3, 4):
        raise FileError("name three files, BASE OURS THEIRS, or the one that has a conflict")
    shown = arguments.files[-1]
    if len(arguments.files) == 1:
        [path] = arguments.files
        contents = [_stage(path, number) for number in (1, 2, 3)]
    else:
        path = arguments.files[1]
        contents = [read_bytes(name) for name in arguments.files[:3]]
        shown = path if len(arguments.files) == 3 else shown  # git's own name for it says nothing
    names = ("the common version", shown, "the other version")
    merged, conflicts = three_way(
        *(parse_catalog(content, name) for content, name in zip(contents, names, strict=True))
    )
    content = catalog_bytes(merged, contents[1])
    before = read_bytes(path)
    missing = lost(before, content)
    for side in contents if missing else ():
        left = set(lost(before, side))
        missing = [text for text in missing if text in left]
    if missing:  # by hand: no side has it
        said = "; ".join(repr(text[:60]) for text in missing[:5])
        raise FileError(f"{shown}: nothing is written, because the file has more than both sides: {said}")
    write_atomically(path, content)
    if conflicts:
        named = ", ".join(conflicts)
        message = f"{shown}: both sides translated {named}; ours is kept and marked fuzzy, theirs is in a comment"
        print_note(message)
    return 1 if conflicts else 0


def _stage(path: str, number: int) -> bytes:
    """Return one of the three versions that git keeps of a file with a conflict; the first may be missing."""
    folder, name = os.path.split(os.path.abspath(path))
    try:
        done = subprocess.run(["git", "show", f":{number}:./{name}"], cwd=folder, capture_output=True)
    except OSError:
        raise FileError(f"{path}: git is not installed, so its versions of the file cannot be read") from None
    if done.returncode and number > 1:
        raise FileError(f"{path}: git knows of no conflict in this file; name the three versions: BASE OURS THEIRS")
    return b"" if done.returncode else done.stdout
