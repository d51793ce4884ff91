"""The templates and assets of pages: everything put into a template is escaped, and a missing value is an error."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

import imsterms
from imsterms.web.pages import ASSETS, asset, environment


def test_what_is_put_into_a_template_is_escaped(require_module: Callable[[str], Any]) -> None:
    jinja2 = require_module("jinja2")
    template = environment().from_string("<p>{{ words }}</p>")
    assert template.render(words="<b>&") == "<p>&lt;b&gt;&amp;</p>"
    with pytest.raises(jinja2.UndefinedError):
        template.render()


def test_an_asset_is_a_file_of_the_package() -> None:
    import os

    names = [name for name in os.listdir(ASSETS) if os.path.isfile(os.path.join(ASSETS, name))]
    assert names and all(asset(name) for name in names)


def test_without_jinja_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(imsterms.MissingExtraError, match=r"pip install 'imsterms\[site\]'"):
        environment.__wrapped__()
