"""Word's custom dictionaries: every word of every form, so that Word stops underlining them.

A ZIP archive with ``imsterms_nb.dic`` and so on, in the encoding that Word wants (UTF-16); add a file in Word under
File, Options, Proofing, Custom Dictionaries. The words are those of the format hunspell.
"""

from __future__ import annotations

import codecs
from typing import IO, Any

from ...facade import Glossary
from ..package import Package
from ..progress import Progress, silent
from .hunspell import WHAT_IS_LOST, words_by_language

__all__ = ["WHAT_IS_LOST", "files", "write"]


def write(glossary: Glossary, stream: IO[bytes], *, progress: Progress[Any] = silent) -> list[str]:
    """Write the dictionaries of all languages as a ZIP archive; return what was left out, a sentence each."""
    package = files(glossary, progress=progress)
    package.write_zip(stream)
    return package.left_out


def files(glossary: Glossary, *, progress: Progress[Any] = silent) -> Package:
    """Return a file for each language."""
    package = Package()
    for language, words in words_by_language(glossary, progress, package.left_out).items():
        text = "".join(f"{word}\r\n" for word in words)
        content = codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        package.files[f"imsterms_{language.replace('-', '_')}.dic"] = content
    return package
