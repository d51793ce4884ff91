"""Whether the forms of a noun fit together: article, definite ending, gender."""

from __future__ import annotations

from collections.abc import Iterator

from ...termbase.model import NOTHING
from ..content import Translated
from ..rule import Problem, rule
from ..text.spelling import head

_INDEFINITE = {"term.the": "", "term.the.plural": "plural"}


def _form(message: Translated, name: str) -> str:
    """Return a form of the concept's term; empty where the language has none."""
    forms = message.wording.terms.get(message.message.concept, {}).get("forms", {})
    return forms.get(name) or ""


@rule("IMS412", "article-missing", "message", "term.a")
def article_missing(message: Translated) -> Iterator[Problem]:
    articles = message.wording.profile.indefinite_articles
    if not articles or not message.written:
        return
    article, _, rest = message.texts[0].partition(" ")
    base = _form(message, "")
    if article not in articles:
        listed = ", ".join(articles)
        yield message.problem(f"'{message.texts[0]}' has no article first ({listed}); write '-' if it never has one")
    elif base and rest != base:
        yield message.problem(f"'{message.texts[0]}' is not the article and the term; write '{article} {base}'")


@rule("IMS413", "definite-unmarked", "message", *_INDEFINITE)
def definite_unmarked(message: Translated) -> Iterator[Problem]:
    if message.wording.profile.definite != "ending":
        return
    definite = message.texts[0]
    if definite not in ("", NOTHING) and definite == _form(message, _INDEFINITE[message.message.field]):
        yield message.problem(
            f"the definite form '{definite}' is the indefinite one; give it its ending, or '-' if it has none"
        )


@rule("IMS414", "gender-disagreement", "message", "term.the")
def gender_disagreement(message: Translated) -> Iterator[Problem]:
    profile = message.wording.profile
    if not profile.definite_endings or message.texts[0] in ("", NOTHING):
        return
    with_article = _form(message, "a")
    base = _form(message, "")
    definite = message.texts[0]
    gender = profile.gender(with_article)
    if gender is None or definite == base:
        return
    article = definite.partition(" ")[0]
    if gender not in profile.definite_articles.get(article, (gender,)):
        yield message.problem(f"'{article}' in '{definite}' does not go with '{with_article}'")
    noun = head(profile, base, definite)
    ending = profile.definite_endings[gender]
    if not noun.endswith(ending[-1]):
        yield message.problem(f"'{noun}' does not end in {ending}, as '{with_article}' requires")
