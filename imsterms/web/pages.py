"""The templates and assets that pages are made of."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from ..errors import MissingExtraError

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = os.path.dirname(os.path.abspath(__file__))
ASSETS = os.path.join(_HERE, "assets")


@cache
def environment() -> Environment:
    """Return the templates. Raises MissingExtraError without Jinja2."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError("the site and leaflets need Jinja2: pip install 'imsterms[site]'") from None
    return Environment(
        loader=FileSystemLoader(os.path.join(_HERE, "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def asset(name: str) -> bytes:
    """Return the content of an asset."""
    with open(os.path.join(ASSETS, name), "rb") as file:
        return file.read()
