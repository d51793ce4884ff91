"""Word's custom dictionaries: every word of every form, so that Word stops underlining them.

A ZIP archive with ``imsterms_nb.dic`` and so on, in the encoding that Word wants (UTF-16); add a file in Word under
File, Options, Proofing, Custom Dictionaries. The words are those of the format hunspell.
"""

import codecs

from ...facade import Glossary
from ..package import Package, archived
from .hunspell import WHAT_IS_LOST, words_by_language

__all__ = ["WHAT_IS_LOST", "files", "write"]


def files(glossary: Glossary) -> Package:
    """Return a file for each language."""
    package = Package()
    for language, words in words_by_language(glossary, package.left_out).items():
        text = "".join(f"{word}\r\n" for word in words)
        content = codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        package.files[f"imsterms_{language.replace('-', '_')}.dic"] = content
    return package


write = archived(files)
