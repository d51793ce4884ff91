"""Language profiles: what is true of one language, as typed data that every room asks.

A profile is ``profiles/<tag>.yaml``; adding a language means adding one. ``README.md`` says what each key means.
"""

from __future__ import annotations

from .. import limits
from .data import read_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .data import Entries


class Profile:
    """What is true of one language; without a profile (``exists`` is false) everything is a default.

    >>> swedish = profile("sv")
    >>> swedish.gender("ett stick"), swedish.genitive("TrP", abbreviation=True), swedish.direction
    ('neuter', 'TrP:s', 'ltr')
    """

    tag: str
    exists: bool
    name: str
    own_name: str
    aliases: tuple[str, ...]
    macrolanguage: str
    fallback: tuple[str, ...]
    script: str
    direction: str

    definite: str
    indefinite_articles: dict[str, tuple[str, ...]]
    definite_articles: dict[str, tuple[str, ...]]
    common_genders: frozenset[str]
    definite_endings: dict[str, str]
    agreeing_words: frozenset[str]
    adjective_endings: tuple[str, ...]

    plurals: str
    slots: tuple[str, ...]
    bare_plural: str
    numberless: frozenset[int]
    cases: tuple[str, ...]

    compound: str
    abbreviation_joint: str
    prepositions: frozenset[str]
    definition_head: str

    vowels: str
    alphabet: str
    sort_after: dict[str, tuple[str, ...]]
    sort_equal: dict[str, str]
    brackets: tuple[str, str]
    comma: str
    closing: str
    quotes: tuple[tuple[str, str], ...]

    endings: dict[str, tuple[str, ...]]
    nouns: tuple[tuple[str, str, dict[str, tuple[str, ...]]], ...]
    productive: tuple[str, ...]
    abbreviation_endings: dict[str, tuple[str, ...]]
    prefixes: tuple[str, ...]
    spellings: tuple[str, ...]
    plain_letters: dict[str, tuple[str, ...]]
    readability: str
    readability_limit: float
    other_form: str
    help_words: frozenset[str]

    def __init__(self, tag: str, entries: Entries, *, exists: bool = True) -> None:
        self.tag = tag
        self.exists = exists
        self.name = entries.get("name", tag)
        self.own_name = entries.get("own_name", self.name)
        for name, default in _TEXTS.items():
            setattr(self, name, entries.get(name, default))
        for name in _TUPLES:
            setattr(self, name, _words(entries.get(name)))
        for name in _SETS:
            setattr(self, name, frozenset(_words(entries.get(name))))
        for name in _LISTS:
            setattr(self, name, _lists(entries.get(name)))
        self.definite_endings = dict(entries.get("definite_endings") or {})
        self.slots = _words(entries.get("slots", "one other"))
        self.numberless = frozenset(self.slots.index(slot) for slot in _words(entries.get("numberless")))
        self._genitive: Mapping[str, str] | None = entries.get("genitive")
        self.alphabet = "".join(_words(entries.get("alphabet")))
        sort = entries.get("sort") or {}
        self.sort_after = _lists(sort.get("after"))
        self.sort_equal = dict(sort.get("equal") or {})
        opening, closing = entries.get("brackets", (" (", ")"))
        self.brackets = (opening, closing)
        self.closing = "".join(_words(entries.get("closing", ". ? ! …")))
        self.quotes = tuple((pair[:1], pair[-1:]) for pair in entries.get("quotes", ()))
        self.nouns = tuple(_noun(rule) for rule in entries.get("nouns", ()))
        readability = entries.get("readability") or {}
        self.readability = readability.get("measure", "")
        self.readability_limit = float(readability.get("limit", 0))

    def __repr__(self) -> str:
        return f"<Profile {self.tag}>"

    # --- articles and gender ---

    @property
    def articles(self) -> tuple[str, ...]:
        """The words that a form may begin with, indefinite first."""
        return tuple(dict.fromkeys((*self.indefinite_articles, *self.definite_articles)))

    def without_article(self, text: str) -> str:
        """Return a form without the article that it begins with.

        >>> profile("nb").without_article("den intramuskulære stimuleringen")
        'intramuskulære stimuleringen'
        """
        first, _, rest = text.partition(" ")
        return rest if rest and first.lower() in self.articles else text

    def gender(self, a: str | None, the: str | None = None) -> str | None:
        """Return the gender that a noun's articles show, or None where the language or the noun has none.

        ``a`` and ``the`` are the forms with the articles; the definite one is asked where the indefinite leaves it
        open.

        >>> profile("nn").gender("eit triggerpunkt"), profile("de").gender("ein Triggerpunkt", "der Triggerpunkt")
        ('neuter', 'masculine')
        """
        genders = self.indefinite_articles.get((a or "").split(" ", 1)[0], ())
        if len(genders) > 1:
            shown = self.definite_articles.get((the or "").split(" ", 1)[0], ())
            genders = tuple(gender for gender in genders if gender in shown)
        return genders[0] if len(genders) == 1 else None

    # --- forms ---

    @property
    def has_genitive(self) -> bool:
        """Whether the genitive follows from the other forms by a rule without exceptions."""
        return self._genitive is not None

    def genitive(self, text: str, *, abbreviation: bool = False) -> str | None:
        """Return the regular genitive of a form, or None in a language whose genitive is stored or does not exist.

        Norwegian and Danish: -s, after s, x and z an apostrophe alone (Språkrådet, «Genitiv»).

        >>> [profile("nb").genitive(word) for word in ("triggerpunktet", "IMS")], profile("en").genitive("muscles")
        (['triggerpunktets', "IMS'"], "muscles'")
        """
        rule = self._genitive
        if rule is None:
            return None
        if abbreviation and "abbreviation" in rule:
            return text + rule["abbreviation"]
        if text[-1:] and text[-1] in rule.get("after", "").split():
            return text + rule.get("then", "")
        return text + rule["ending"]

    def head(self, words: list[str]) -> int:
        """Return which word of a phrase is its head: the last one before a preposition.

        >>> profile("nb").head(["slitasjeforandring", "i", "ryggsøylen"]), profile("nb").head(["referert", "smerte"])
        (0, 1)
        """
        for index in range(1, len(words)):
            if words[index].lower() in self.prepositions and not words[index - 1].endswith("-"):
                return index - 1
        return len(words) - 1

    @property
    def stored_forms(self) -> tuple[str, ...]:
        """The forms that a noun of the language states, besides its base form; all there are without a profile."""
        the = ("the", "the plural") if self.definite or not self.exists else ()
        return ("plural", *the, *(("a",) if self.indefinite_articles or not self.exists else ()))

    @property
    def bare_plural_slot(self) -> int | None:
        """The number of the slot that is the plural without a number; None where no slot is."""
        return self.slots.index(self.bare_plural) if self.bare_plural in self.slots else None

    @property
    def case_forms(self) -> tuple[str, ...]:
        """The names of the forms that the cases give: each in the singular and the plural, definite where there is one.

        >>> profile("de").case_forms[:4]
        ('genitive', 'plural genitive', 'the genitive', 'the plural genitive')
        """
        numbers = ("", "plural", "the", "the plural") if self.definite else ("", "plural")
        return tuple(f"{number} {case}".strip() for case in self.cases for number in numbers)

    @property
    def listed_forms(self) -> tuple[str, ...]:
        """The names of the forms of a listed designation (``word | form | form``), in the order they are written.

        Definite forms are listed where they are other words; counted forms where there are more than two.

        >>> profile("nb").listed_forms, profile("pl").listed_forms
        (('', 'the', 'plural', 'the plural'), ('', 'plural', 'many'))
        >>> profile("ja").listed_forms
        ('',)
        """
        definite = self.definite in ("ending", "prefix") or not self.exists
        names = ["", "the", "plural", "the plural"] if definite else ["", "plural"]
        one = "one" if "one" in self.slots else self.slots[0]
        if one == self.bare_plural:
            return ("",)
        return (*names, *(slot for slot in self.slots if slot not in (one, self.bare_plural)))


_EMPTY = ("macrolanguage", "script", "definite", "plurals", "compound", "abbreviation_joint", "vowels", "other_form")
_TEXTS = dict.fromkeys(_EMPTY, "")
_TEXTS |= {"direction": "ltr", "bare_plural": "other", "definition_head": "first", "comma": ", "}
"""The entries that are taken as they are, with what they are where a profile does not say."""
_TUPLES = ("aliases", "fallback", "adjective_endings", "cases", "prefixes", "productive", "spellings")
_SETS = ("common_genders", "agreeing_words", "prepositions", "help_words")
"""The entries that are words, in their order or not."""
_LISTS = ("indefinite_articles", "definite_articles", "endings", "abbreviation_endings", "plain_letters")
"""The entries that have words under names."""


def _words(entry: Any) -> tuple[str, ...]:
    """Return a list that is written as YAML's list or as words with spaces between them."""
    return tuple(entry.split() if isinstance(entry, str) else entry or ())


def _lists(entry: Entries | None) -> dict[str, tuple[str, ...]]:
    return {key: _words(value) for key, value in (entry or {}).items()}


def _noun(rule: Mapping[str, str]) -> tuple[str, str, dict[str, tuple[str, ...]]]:
    """Return a rule for nouns as the profile has it; ``-`` is the noun as it is."""
    endings = {
        name: tuple(ending.strip("-") for ending in words.split())
        for name, words in rule.items()
        if name not in ("ends", "without")
    }
    return f"(?:{rule.get('ends', '')})$", rule.get("without", ""), endings


_made: dict[str, Profile] = {}


def profile(tag: str) -> Profile:
    """Return the profile of a language, or an empty one (``exists`` is false) where there is none.

    A region is dropped (``nb-NO``), a script is not unless it is the usual one: Kurdish in Arabic script (``ku-Arab``)
    is not what a profile of ``ku`` describes.

    >>> profile("nb-NO").name, profile("sv").slots, profile("fkv").exists
    ('Bokmål', ('one', 'other'), False)
    """
    made = _made.get(tag)
    if made is None:
        stated = read_data("profiles")
        subtags = tag.replace("_", "-").split("-")
        subtags = [subtags[0].lower(), *subtags[1:]]
        language = subtags[0] if subtags[0] in stated else aliases().get(subtags[0], "")
        entries = stated.get(language, {})
        scripts = [subtag.title() for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()]
        if not entries or any(script != entries.get("script", "") for script in scripts):
            made = Profile(tag, {}, exists=False)
        elif tag != language:
            made = profile(language)
        else:
            _check(tag, entries)
            made = Profile(tag, entries)
        if len(_made) < limits.KEPT_TAGS:  # a visitor can ask for endless tags
            made = _made.setdefault(tag, made)
    return made


_CHOICES = {
    "direction": ("ltr", "rtl"),
    "definite": ("ending", "word", "prefix"),
    "compound": ("joined", "apart"),
    "definition_head": ("first", "last"),
}
"""The entries that have one of a few values."""

_PARTS = {
    "genitive": ("ending", "after", "then", "abbreviation"),
    "sort": ("after", "equal"),
    "readability": ("measure", "limit"),
}
"""The entries with parts that have names."""

_MADE = ("tag", "exists", "sort_after", "sort_equal", "readability_limit")
"""What is made of other entries, or of none."""


def _check(tag: str, entries: Entries) -> None:
    """Raise SourceError for an entry that no code reads, or a value that an entry cannot have."""
    from ..errors import SourceError, nearest

    here = f"languages/profiles/{tag}.yaml"
    names = {*Profile.__annotations__, *_PARTS} - set(_MADE)
    slots = _words(entries.get("slots", "one other"))
    choices = {
        **_CHOICES,
        "bare_plural": (*slots, "own", "none"),
        **{entry: parts for entry, parts in _PARTS.items() if entry in entries},
    }
    for entry, value in entries.items():
        if entry not in names:
            raise SourceError(f"{here}: there is no entry '{entry}'{nearest(entry, names)}")
        for choice in value if entry in _PARTS else (value,):
            if entry in choices and choice not in choices[entry]:
                allowed = f"only {', '.join(choices[entry])}{nearest(choice, choices[entry])}"
                raise SourceError(f"{here}: '{entry}' cannot have '{choice}', {allowed}")
    unknown = [slot for slot in _words(entries.get("numberless")) if slot not in slots]
    if unknown:
        raise SourceError(f"{here}: '{unknown[0]}' in 'numberless' is not one of the slots ({', '.join(slots)})")


def lang_attributes(language: str, around: str = "") -> str:
    """Return the attributes of an element in ``language``, inside one in the language ``around``.

    The direction is stated where it differs from the one around, which is left to right for a whole page.

    >>> lang_attributes("ar"), lang_attributes("en", "ar"), lang_attributes("nn", "nb")
    (' lang="ar" dir="rtl"', ' lang="en" dir="ltr"', ' lang="nn"')
    """
    from html import escape

    direction = profile(language).direction
    differs = direction != (profile(around).direction if around else "ltr")
    return f' lang="{escape(language)}"' + (f' dir="{direction}"' if differs else "")


def profiles() -> tuple[str, ...]:
    """Return the tags of the languages that have a profile."""
    return tuple(sorted(read_data("profiles")))


def members(macrolanguage: str) -> tuple[str, ...]:
    """Return the languages of a macrolanguage.

    >>> members("no")
    ('nb', 'nn')
    """
    return tuple(tag for tag in profiles() if profile(tag).macrolanguage == macrolanguage)


_aliases: dict[str, str] = {}


def aliases() -> dict[str, str]:
    """Return what people and systems write for a language, with the tag that it means: ``no`` is ``nb``."""
    if not _aliases:
        # in one step: another thread must not see half of them
        _aliases.update(
            {alias: tag for tag, entries in read_data("profiles").items() for alias in _words(entries.get("aliases"))}
        )
    return _aliases


def no_profile(tag: str) -> str:
    """Return the sentence for a language that has no profile, where that matters.

    >>> no_profile("fkv")
    "there is no language profile for 'fkv'; copy languages/profiles/se.yaml to fkv.yaml there and fill it in"
    """
    return (
        f"there is no language profile for '{tag}'; "
        f"copy languages/profiles/se.yaml to {tag.partition('-')[0]}.yaml there and fill it in"
    )
