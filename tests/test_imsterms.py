"""What the package offers."""

from __future__ import annotations

import pytest

import imsterms


def test_what_the_package_offers() -> None:
    for name in imsterms.__all__:
        assert getattr(imsterms, name) is not None
        assert name in dir(imsterms)
    with pytest.raises(AttributeError, match="module 'imsterms' has no attribute 'glosary'"):
        imsterms.glosary  # type: ignore[attr-defined]  # noqa: B018
