"""Which regular forms a language has: those of its profile, or what its family's module makes of them."""

from functools import cache

from .endings import Inflection
from .english import English
from .norwegian import Norwegian
from .profile import profile

_FAMILIES: dict[str, type[Inflection]] = {"nb": Norwegian, "nn": Norwegian, "en": English}


@cache
def inflection(language: str) -> Inflection:
    """Return the regular forms of a language; one without a profile has none."""
    own = profile(language)
    return _FAMILIES.get(own.tag, Inflection)(own)
