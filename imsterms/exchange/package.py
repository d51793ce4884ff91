"""A document that is several files: written into a folder, or as one ZIP archive."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from io import BytesIO
from typing import IO, Any

from ..facade import Glossary

# the oldest time that a ZIP archive can state: the same content is to give the same bytes
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Package:
    """Files by their paths (with slashes, relative), and what was left out of them."""

    files: dict[str, bytes] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    """A sentence for each."""

    def write_zip(self, stream: IO[bytes]) -> None:
        """Write the files as a ZIP archive."""
        from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for path, content in self.files.items():
                archive.writestr(ZipInfo(path, _EPOCH), content, ZIP_DEFLATED)


def archived(files: Callable[..., Package]) -> Callable[..., list[str]]:
    """Return the ``write`` of a format that is made of files: one ZIP archive of them all."""

    @wraps(files)
    def write(glossary: Glossary, stream: IO[bytes], **options: Any) -> list[str]:
        package = files(glossary, **options)
        package.write_zip(stream)
        return package.left_out

    return write


def for_each_language(
    write: Callable[..., list[str]], glossary: Glossary, target: str | None, ending: str, **options: Any
) -> Package:
    """Return one bilingual file for each language besides the glossary's own, or for ``target`` only."""
    package = Package()
    for tag in (target,) if target else (tag for tag in glossary.languages if tag != glossary.language):
        stream = BytesIO()
        package.left_out += write(glossary, stream, target=tag, **options)
        package.files[f"{glossary.language}-{tag}.{ending}"] = stream.getvalue()
    return package
