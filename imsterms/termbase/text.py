"""Texts with references: ``{trigger_point}[the plural]`` is the concept's term in that form.

The parser is ours and small on purpose: ``str.format`` would let a text read attributes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import TextError

# one token: an escaped brace, a reference with its form, or a brace that should not be there
TOKEN = re.compile(r"\{\{|\}\}|\{([a-z][a-z0-9_]{0,63})\}(?:\[([^\[\]\n]*)\])?|[{}]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A concept or value named in a text."""

    name: str
    """Id of a concept, or name of a value."""
    form: str
    """What stands in the brackets, as written; empty for the base form."""
    start: int
    """Where the reference begins in the source text."""
    end: int
    """Where it ends."""

    def __str__(self) -> str:
        return f"{{{self.name}}}[{self.form}]" if self.form else f"{{{self.name}}}"


def parse(text: str) -> list[str | Reference]:
    """Split a text into literal pieces and references.

    ``{{`` and ``}}`` are literal braces; ``[...]`` is a form only directly after ``}``. Raises TextError for
    any other brace.

    >>> parse("a {needle}[the] in")
    ['a ', Reference(name='needle', form='the', start=2, end=15), ' in']
    """
    pieces: list[str | Reference] = []
    literal: list[str] = []
    position = 0
    for token in TOKEN.finditer(text):
        literal.append(text[position : token.start()])
        position = token.end()
        if token[1]:
            if joined := "".join(literal):
                pieces.append(joined)
            literal = []
            pieces.append(Reference(token[1], (token[2] or "").strip(), token.start(), token.end()))
        elif len(token[0]) == 2:
            literal.append(token[0][0])
        else:
            around = text[max(0, token.start() - 15) : token.start() + 25].replace("\n", " ")
            raise TextError(
                f"a brace that belongs to no reference, near '{around}'; a reference is {{concept_id}}, "
                f"a literal brace is written {token[0] * 2}"
            )
    literal.append(text[position:])
    if joined := "".join(literal):
        pieces.append(joined)
    return pieces


def references(text: str) -> list[Reference]:
    """Return the references of a text in order. Raises TextError as ``parse`` does.

    >>> [str(reference) for reference in references("{needle}[] and {skin}[the]")]
    ['{needle}', '{skin}[the]']
    """
    return [piece for piece in parse(text) if isinstance(piece, Reference)]


def escape(text: str) -> str:
    """Return ``text`` with its braces doubled, so that ``parse`` takes all of it literally.

    >>> escape("{x}")
    '{{x}}'
    """
    return text.replace("{", "{{").replace("}", "}}")
