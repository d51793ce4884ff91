"""Norwegian: what is more than a list of endings, in Bokmål and Nynorsk."""

import re
from collections.abc import Collection, Iterator

from .endings import BASE, PLURAL, THE, THE_PLURAL, Forms, Inflection

_VARIANT_ENDINGS = {
    "nb": ((THE_PLURAL, r"(?:ene|ne)$"), (PLURAL, r"(?:er|re)$"), (THE, r"(?:en|et|a)$")),
    "nn": ((THE_PLURAL, r"(?:ane|ene)$"), (PLURAL, r"(?:ar|er)$"), (THE, r"(?:en|et|a)$")),
}
"""How variants of each form end."""

_WITH_A = re.compile(r"(?:ing|het|nål|rot|hud|økt|bøtte|e)$")
_WITHOUT_ENDING = re.compile(r"(?:punkt|tegn|merke|bånd|mål|grep)$")
_PARTICIPLES = (
    (re.compile(r"..[^aeiouyæøå]ede$"), 3, ("ete", "a")),
    (re.compile(r"..[^aeiouyæøå]et$"), 2, ("a",)),
)
"""How participles end, how many letters go, and what comes in their place."""


class Norwegian(Inflection):
    """The regular forms of Bokmål or Nynorsk."""

    shortest = 4

    def other_forms(self, form: str, name: str, base: str, definite: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield other official endings of a form: -a beside -en, -a beside -ene, no ending beside -er."""
        if self.profile.tag != "nb":
            return
        if name == THE and form.endswith("en") and _WITH_A.search(base):
            yield f"{form[:-2]}a", name
        elif name == THE_PLURAL and form == f"{base}ene" and any(the.endswith("et") for the in definite):
            yield f"{base}a", name
        elif name == PLURAL and form == f"{base}er" and _WITHOUT_ENDING.search(base):
            yield base, name

    def adjective_forms(self, adjective: str) -> Iterator[str]:
        """Yield other official forms of a participle: forkortede, forkortete, forkorta."""
        for ending, letters, others in _PARTICIPLES:
            if ending.search(adjective):
                yield from (adjective[:-letters] + other for other in others)
                return

    def variant_form(self, text: str, forms: Forms) -> str:
        """Return the name of the form that a listed variant stands for: the listed form that shares its ending."""
        if text.endswith("a") and re.search(r"(?:t|um|ed)$", forms.get(THE) or ""):
            return THE_PLURAL
        for name, ending in _VARIANT_ENDINGS[self.profile.tag]:
            if re.search(ending, text) and forms.get(name):
                return name
        return BASE
