"""What HTML says of the language of an element."""

from __future__ import annotations

from html import escape

from .profile import profile


def lang_attributes(language: str, around: str = "") -> str:
    """Return the attributes of an element in ``language``, inside one in the language ``around``.

    The direction is stated where it differs from the one around, which is left to right for a whole page.

    >>> lang_attributes("ar"), lang_attributes("en", "ar"), lang_attributes("nn", "nb")
    (' lang="ar" dir="rtl"', ' lang="en" dir="ltr"', ' lang="nn"')
    """
    direction = profile(language).direction
    differs = direction != (profile(around).direction if around else "ltr")
    return f' lang="{escape(language)}"' + (f' dir="{direction}"' if differs else "")
