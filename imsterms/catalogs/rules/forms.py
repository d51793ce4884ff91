"""Whether the forms of a noun fit together: article, definite endings, gender."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from ...termbase.model import NOTHING
from .norwegian import DEFINITE, ENDING_NAMES, ENDINGS, INDEFINITE, PLURAL, PREPOSITIONS
from .rule import message_rule
from .subject import Checked, Subject


@message_rule("IMS412", "article-missing")
def article_missing(checked: Checked, subject: Subject) -> Iterator[str]:
    articles = INDEFINITE.get(subject.language)
    if checked.message.field != "term.a" or not articles or not checked.written:
        return
    article, _, rest = checked.texts[0].partition(" ")
    base = next(iter(subject.texts(checked.message.concept, "term")), "")
    if article not in articles:
        yield f"'{checked.texts[0]}' begins with no article ({', '.join(articles)}); write '-' if it never has one"
    elif base not in ("", NOTHING) and rest != base:
        yield f"'{checked.texts[0]}' is not the article and the term; write '{article} {base}'"


@message_rule("IMS413", "definite-unmarked")
def definite_unmarked(checked: Checked, subject: Subject) -> Iterator[str]:
    if checked.message.field != "term.the" or subject.language not in INDEFINITE:
        return
    for definite, base in zip(checked.texts, subject.texts(checked.message.concept, "term"), strict=False):
        if definite == base and definite not in ("", NOTHING):
            yield f"the definite form '{definite}' is the indefinite one; give it its ending, or '-' if it has none"


@message_rule("IMS414", "gender-disagreement")
def gender_disagreement(checked: Checked, subject: Subject) -> Iterator[str]:
    articles = INDEFINITE.get(subject.language)
    if checked.message.field != "term.the" or not articles or checked.texts[0] in ("", NOTHING):
        return
    concept = checked.message.concept
    with_article = next(iter(subject.texts(concept, "term.a")), "")
    gender = articles.get(with_article.partition(" ")[0])
    base = next(iter(subject.texts(concept, "term")), "")
    definite = checked.texts[0]
    if gender is None or definite == base:
        return
    article = definite.partition(" ")[0]
    if gender not in DEFINITE.get(article, (gender,)):
        yield f"'{article}' in '{definite}' does not go with '{with_article}'"
    noun = head(subject.language, base, definite)
    if not noun.endswith(ENDINGS[gender]):
        yield f"'{noun}' does not end in {ENDING_NAMES[gender]}, as '{with_article}' asks for"


def head(language: str, base: str, definite: str) -> str:
    """Return the noun that carries the definite ending: the last word that changes, before any preposition.

    >>> head("nb", "ømt punkt i en muskel", "det ømme punktet i en muskel")
    'punktet'
    """
    words = definite.split()
    if len(words) > 1 and words[0] in (*DEFINITE, PLURAL.get(language)):
        words = words[1:]
    phrase = list(takewhile(lambda word: word not in PREPOSITIONS, words)) or words
    bare = base.split()
    if len(bare) == len(words):
        changed = [word for word, before in zip(phrase, bare, strict=False) if word != before]
        return changed[-1] if changed else phrase[-1]
    return phrase[-1]


RULES = (article_missing, definite_unmarked, gender_disagreement)
