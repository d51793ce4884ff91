"""Reading and writing files: errors that a person can act on, and writes that are whole or not at all."""

from __future__ import annotations

import os
import stat

from . import limits
from .errors import FileError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO, Any
    from zipfile import ZipFile


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the content of a file. Raises FileError, which names the file and says why it cannot be read."""
    name = os.fspath(path)
    try:
        if is_special(name):
            raise FileError(f"{name} is a pipe or a device, which may never end; a file is needed here")
        with open(name, "rb") as file:
            return read_stream(file, name)
    except FileError:
        raise
    except IsADirectoryError:
        raise FileError(f"{name} is a folder; a file is needed here") from None
    except FileNotFoundError:
        raise FileError(f"{name} does not exist") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise FileError(f"{name} cannot be read: {_reason(error)}") from None


def is_special(path: str) -> bool:
    """Return whether a path leads to a pipe or a device; /dev/stdin and what a shell passes as /dev/fd/63 do not."""
    mode = os.stat(path).st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or os.path.abspath(path).startswith("/dev/"))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def read_stream(stream: IO[bytes], name: str) -> bytes:
    """Return what a stream has, such as standard input. Raises FileError, with ``name``, where it is too much."""
    content = stream.read(limits.FILE_BYTES + 1)
    if len(content) > limits.FILE_BYTES:
        raise FileError(f"{name} has more than {limits.FILE_BYTES} bytes; {limits.advice('FILE_BYTES')}")
    return content


def read_text(path: str | os.PathLike[str]) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark. Raises FileError."""
    return decode(read_bytes(path), os.fspath(path))


def starts_with_mark(path: str) -> bool:
    """Return whether a file begins with a byte order mark, which ``read_text`` leaves out; no for standard input."""
    if path == "-":
        return False
    with open(path, "rb") as file:
        return file.read(3) == b"\xef\xbb\xbf"


def decode(content: bytes, path: str) -> str:
    """Return ``content`` as text. Raises FileError with the line of the first byte that is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = "the file is not UTF-8; save it as UTF-8 and try again"
        raise FileError(f"{path}:{line}: {reason}", reason, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        reason = "this is not a text file (it holds a NUL character)"
        raise FileError(f"{path}:{line}: {reason}", reason, line)
    return text


def check_growth(characters: int, size: int, name: str) -> None:
    """Raise FileError, which begins with ``name``, where a file of ``size`` bytes says much more text than it has."""
    if characters > limits.TEXT_FROM + limits.TEXT_PER_BYTE * size:
        raise FileError(
            f"{name} has {size} bytes, and says more than {limits.TEXT_PER_BYTE} characters for each; "
            f"{limits.advice('TEXT_PER_BYTE')}"
        )


def check_archive(content: bytes, name: str, limit: str) -> None:
    """Refuse a ZIP archive of XML parts, as office programs write, that a parser should not be given.

    ``limit`` is the name of that of the bytes it may unpack to. Raises FileError, which begins with ``name``, for a
    damaged or encrypted archive, one that unpacks to more, and one with a document type declaration in any part but
    pictures and embedded web pages, which no reader of ours parses and which usually have one.
    """
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile
    from zlib import error

    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 1 for member in members):
                raise FileError(f"{name} is encrypted; save it without a password")
            if (size := sum(member.file_size for member in members)) > getattr(limits, limit):
                raise FileError(f"{name} unpacks to {size} bytes; {limits.advice(limit)}")
            typed = []
            for member in members:
                with archive.open(member) as part:
                    if _declares_a_type(part):
                        typed.append(member.filename)
            if typed and not _shown_only(archive, typed):
                raise FileError(f"{name} has a document type declaration, which no office program writes")
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, SyntaxError, error) as problem:
        if isinstance(problem, FileError):
            raise
        raise FileError(f"{name} is not a whole document: {problem}") from None


_MAY_DECLARE_A_TYPE = (".svg", ".htm", ".html", ".xhtml", ".mht", ".mhtml")
_SHOWN = ("image", "aFChunk", "hyperlink")
"""How the types of relationships end whose parts are shown as they are."""


def _shown_only(archive: ZipFile, typed: list[str]) -> bool:
    """Return whether all these parts are pictures and web pages that nothing in the archive reads as something else."""
    from xml.etree.ElementTree import fromstring

    if not all(name.lower().endswith(_MAY_DECLARE_A_TYPE) for name in typed):
        return False
    read = set()
    for name in archive.namelist():
        if name.endswith((".rels", "[Content_Types].xml")):
            for part in fromstring(archive.read(name)):
                kind = part.get("Type", "").endswith(_SHOWN) or part.get("ContentType", "").startswith(
                    ("image", "text")
                )
                path: str = part.get("Target") or part.get("PartName") or ""
                if not kind:
                    read.add(path.rpartition("/")[2])
    return not any(name.rpartition("/")[2] in read for name in typed)


def _declares_a_type(part: IO[bytes]) -> bool:
    """Return whether an XML part has a DOCTYPE, in UTF-8 or UTF-16; parts that are not XML have none."""
    last = b""
    while chunk := part.read(1 << 20):
        text = last + chunk.replace(b"\0", b"")
        if not last and not text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<"):
            return False
        if b"<!DOCTYPE" in text:
            return True
        last = text[-9:]
    return False


def write_atomically(path: str | os.PathLike[str], content: bytes | str) -> None:
    """Write a file so that at any moment either the old or the new one is there, whole. Raises FileError."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    stream_atomically(path, lambda stream: stream.write(data))


def stream_atomically(path: str | os.PathLike[str], write: Callable[[IO[bytes]], object]) -> None:
    """Let ``write`` write a file so that at any moment either the old or the new one is there, whole.

    The content goes to a temporary file in the same folder, is flushed to disk, takes the name over, and the
    folder is flushed too. Symbolic links are followed and the file's mode is kept; a file that is read-only or has
    hard links is left as it is. Raises FileError; one that ``write`` raises is passed on.
    """
    name = os.fspath(path)
    try:
        target = os.path.realpath(path)
        there = os.stat(target) if os.path.exists(target) else None
        mode = there.st_mode if there else None
        if mode is not None and not stat.S_ISREG(mode):
            # a device or a pipe (/dev/stdout) takes the bytes as they come; a folder is refused by open()
            with open(target, "wb") as stream:
                write(stream)
            return
        if mode is not None and not mode & 0o222:
            raise FileError(f"{name} is read-only; it is left as it is")
        if there and there.st_nlink > 1:
            # the other names would keep the old content, and a write in place can be cut short
            raise FileError(f"{name} has another name (a hard link) elsewhere; replace it by a copy and try again")
        temporary = os.path.join(os.path.dirname(target), f"{_prefix(target)}{os.urandom(8).hex()}.tmp")
        created = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(temporary, created, 0o666 if mode is None else 0o600)
        lock = _locked(descriptor)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                write(stream)
                stream.flush()
                if mode is not None:
                    os.chmod(temporary, stat.S_IMODE(mode))
                os.fsync(stream.fileno())
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
        finally:
            if lock is not None:
                os.close(lock)
        _flush_folder(os.path.dirname(target))
    except FileError:
        raise
    except (OSError, ValueError) as error:
        raise FileError(f"{name} cannot be written: {_reason(error)}") from None


def _prefix(path: str) -> str:
    """Return how the names of temporary files for ``path`` begin; they are short enough for any file system."""
    return f".{os.path.basename(path)[:50]}."


def make_folder(path: str) -> None:
    """Make a folder, with those above it, where it does not exist. Raises FileError."""
    try:
        os.makedirs(path or ".", exist_ok=True)
    except OSError as error:
        raise FileError(f"the folder {path} cannot be made: {_reason(error)}") from None


def clear_leftovers(paths: Iterable[str]) -> None:
    """Remove the temporary files that killed runs of ``write_atomically`` left beside the files at ``paths``."""
    for path in paths:
        folder = os.path.dirname(os.path.abspath(path))
        for other in os.listdir(folder) if os.path.isdir(folder) else ():
            leftover = os.path.join(folder, other)
            if other.startswith(_prefix(path)) and other.endswith(".tmp") and not _is_being_written(leftover):
                os.unlink(leftover)


def _is_being_written(path: str) -> bool:
    """Return whether a process holds the lock of a temporary file; where there are no locks, whether it is new."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        with open(path, "rb") as stream:
            flock(stream, LOCK_EX | LOCK_NB)
    except ImportError:
        from time import time

        return os.path.getmtime(path) > time() - 3600
    except OSError:
        return True
    return False


def _locked(descriptor: int) -> int | None:
    """Mark a temporary file as being written until what is returned is closed; None where there are no locks."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        return None
    flock(descriptor, LOCK_EX)
    return os.dup(descriptor)


def _flush_folder(folder: str) -> None:
    """Flush a folder's entries to disk, where the system has that (Windows has not)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unreadable(error: OSError) -> None:
    raise FileError(f"the folder {error.filename} cannot be read: {_reason(error)}") from None


def files_below(folder: str, suffix: str, refuse: Callable[[OSError], None] = _unreadable) -> Iterator[str]:
    """Yield the paths of all files below ``folder`` whose names end in ``suffix``, in sorted order.

    Raises FileError for a folder that cannot be read, or calls ``refuse`` with the error and goes on.
    """
    for parent, folders, names in os.walk(folder, onerror=refuse if os.path.isdir(folder) else None):
        folders.sort()
        for name in sorted(names):
            if name.endswith(suffix) and not name.startswith("."):
                yield os.path.join(parent, name)


def shown_path(path: str, root: str | None) -> str:
    """Return a path as findings name it: relative to ``root`` where it is below it, with ``/``."""
    relative = os.path.relpath(path, root) if root else path
    return path if relative.startswith("..") else relative.replace(os.sep, "/")


def relative_files(folder: str) -> list[str]:
    """Return the paths of all files below ``folder``, hidden ones too, relative to it and with ``/``, in order.

    Raises FileError for a folder that cannot be read.
    """
    return sorted(
        os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
        for parent, _, names in os.walk(folder, onerror=_unreadable if os.path.isdir(folder) else None)
        for name in names
    )


def read_json(path: str) -> Any:
    """Return what a JSON file of ours says."""
    with open(path, encoding="utf-8") as file:
        return parse_json(file.read())


def parse_json(text: str) -> Any:
    """Return what a JSON text of ours says.

    ``import json`` costs as much as everything else on a cold start (it compiles regular expressions), so the
    scanner in C is used as it is; where an interpreter has none, ``json`` does the work.
    """
    try:
        from _json import make_scanner

        return make_scanner(_Context)(text, 0)[0]  # type: ignore[arg-type]
    except (ImportError, AttributeError, TypeError):
        import json

        return json.loads(text)


class _Context:
    """What the scanner asks of a decoder."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    array_hook = None
    parse_float = float
    parse_int = int
    parse_constant = float
