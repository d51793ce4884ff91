"""How good recognition is on the corpus in ``corpus/``: precision and recall, by language, half and kind.

    python tests/recognition/evaluation.py [nb|nn|en ...] [--errors]

The frozen half was written before the matcher was. Expectations: see ``test_evaluation.py``.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import yaml

import imsterms

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus")
LANGUAGES = ("nb", "nn", "en")
_MARKUP = re.compile(r"\[\[(.*?)\]\]", re.S)
LOOSE_KINDS = ("split", "misspelt", "compound")
with open(os.path.join(FOLDER, "concepts.txt"), encoding="utf-8") as _file:
    LABELLED = frozenset(_file.read().split())
    """The concepts that there were when the texts were labelled."""


class Span(NamedTuple):
    """A labelled or found term."""

    start: int
    end: int
    concept: str
    status: str
    kind: str


class Text(NamedTuple):
    """A text of the corpus, its markup taken out."""

    id: str
    half: str
    kind: str
    loose: bool
    text: str
    spans: tuple[Span, ...]


class Score:
    """Counts of right, missed and invented spans."""

    def __init__(self) -> None:
        self.right = self.missed = self.invented = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.invented) if self.right + self.invented else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


class Error(NamedTuple):
    """A span that is missed or invented."""

    text: Text
    span: Span
    what: str

    def __str__(self) -> str:
        around = self.text.text[max(0, self.span.start - 30) : self.span.end + 30].replace("\n", " ")
        written = self.text.text[self.span.start : self.span.end]
        return (
            f"{self.text.id} {self.what} {written!r} {self.span.concept} {self.span.status} {self.span.kind} | {around}"
        )


def read(language: str) -> Iterator[Text]:
    """Yield the texts of a language's corpus."""
    with open(os.path.join(FOLDER, f"{language}.yaml"), encoding="utf-8") as file:
        for entry in yaml.safe_load(file):
            text, spans = unmarked(entry["text"])
            yield Text(entry["id"], entry["half"], entry["kind"], entry["loose"], text, spans)


def unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without its markup, and the spans that were marked."""
    text = ""
    spans = []
    for place, piece in enumerate(_MARKUP.split(marked)):
        if place % 2 == 0:
            text += piece
            continue
        surface, concept, status, *kind = piece.split("|")
        spans.append(Span(len(text), len(text) + len(surface), concept, status, kind[0] if kind else "exact"))
        text += surface
    return text, tuple(spans)


def found_in(glossary: imsterms.Glossary, text: str, *, loose: bool) -> list[Span]:
    """Return what annotate finds; plain wordings are left out, as they are in the labels."""
    options = {"loose": True} if loose else {}
    return [
        Span(match.start, match.end, match.concept.id, _label(match), match.kind)
        for match in glossary.annotate(text, **options)
        if match.designation.field != "plain"
    ]


def _label(match: imsterms.Match) -> str:
    field = match.designation.field
    return "preferred" if field == "term" else field


def compare(text: Text, found: list[Span], *, loose: bool) -> Iterator[tuple[str, Span]]:
    """Yield what is right, missed and invented.

    Without loose matching only the exact spans count, and what is found inside others is neither right nor wrong.
    Compounds are labelled in the texts for loose matching alone, so that elsewhere one that is found says nothing.
    Everyday words and concepts that came after the labels are neither right nor wrong.
    """
    later = {(span.start, span.end) for span in found if span.status == "lay" or span.concept not in LABELLED}
    expected = {span for span in text.spans if loose or span.kind == "exact"}
    hidden = [span for span in text.spans if not loose and span.kind != "exact"]
    for span in found:
        if span in expected:
            yield "right", span
        elif (span.start, span.end) in later or (span.kind == "compound" and not text.loose):
            continue
        elif not any(other.start <= span.start and span.end <= other.end for other in hidden):
            yield "invented", span
    for span in expected.difference(found):
        if (span.start, span.end) not in later:
            yield "missed", span


def evaluate(language: str, *, loose: bool = False) -> tuple[dict[tuple[str, str], Score], list[Error]]:
    """Return a score for each (half, what) and the errors.

    ``what`` is the kind of a text, the status of an exact span, the kind of a loose span, or ``all``.
    """
    glossary = imsterms.glossary(language)
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    errors = []
    for text in read(language):
        for what, span in compare(text, found_in(glossary, text.text, loose=loose), loose=loose):
            names = {"all", text.kind, f"={span.status if span.kind == 'exact' else span.kind}"}
            for half in (text.half, "both"):
                for name in names:
                    score = scores[half, name]
                    setattr(score, what, getattr(score, what) + 1)
            if what != "right":
                errors.append(Error(text, span, what))
    return dict(scores), errors


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--errors", action="store_true", help="show every span that is missed or invented")
    parser.add_argument("--strict", action="store_true", help="only without loose matching")
    arguments = parser.parse_args()
    for loose in (False,) if arguments.strict else (False, True):
        for language in arguments.languages:
            scores, errors = evaluate(language, loose=loose)
            print(f"\n{language}, {'loose' if loose else 'strict'}: precision recall (right missed invented)")
            for half, name in sorted(scores, key=lambda key: (key[1], key[0])):
                score = scores[half, name]
                print(
                    f"  {name:14} {half:7} {score.precision:.3f} {score.recall:.3f}"
                    f"  ({score.right} {score.missed} {score.invented})"
                )
            for error in errors if arguments.errors else ():
                print("   ", error)


if __name__ == "__main__":
    sys.exit(main())
