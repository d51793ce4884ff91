"""Exchange: one module for each format, all with the same two functions.

``write(glossary, stream, **options)`` writes the whole termbase, in every language, to a binary stream;
``read(stream)``, where a format is read too, returns a termbase.
"""

from __future__ import annotations

from importlib import import_module
from typing import IO, Any, Protocol, cast

from ..errors import ImstermsError, nearest
from ..glossary import Glossary

FORMATS = {"json": "imsterms.exchange.native"}
"""Name of each built-in format, and the module that knows it."""


class Format(Protocol):
    """What a format's module has."""

    def write(self, glossary: Glossary, stream: IO[bytes], **options: Any) -> None:
        """Write the termbase of ``glossary``, in every language, to ``stream``."""


class UnknownFormatError(ImstermsError, LookupError):
    """A format that nobody wrote."""


def load_format(name: str) -> Format:
    """Return the module of a format. Raises UnknownFormatError."""
    if name not in FORMATS:
        raise UnknownFormatError(
            f"there is no format '{name}' (there are: {', '.join(FORMATS)}){nearest(name, FORMATS)}"
        )
    module: Any = import_module(FORMATS[name])
    return cast(Format, module)
