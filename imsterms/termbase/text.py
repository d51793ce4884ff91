"""Texts with references: ``{trigger_point}[the plural]`` is the concept's term in that form.

The parser is ours and small on purpose: ``str.format`` would let a text read attributes.
"""

from ..errors import TextError
from .forms import parse_form


class Value:
    """What is equal to what has the same content. A plain class: ``dataclasses`` would cost more than all else here."""

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        content = ", ".join(f"{name}={getattr(self, name)!r}" for name in sorted(self.__slots__))
        return f"{type(self).__name__}({content})"


class Reference(Value):
    """A concept or value named in a text."""

    __slots__ = ("end", "form", "name", "start")

    def __init__(self, name: str, form: str, start: int, end: int) -> None:
        self.name = name
        """Id of a concept, or name of a value."""
        self.form = form
        """What is in the brackets, as written; empty for the base form."""
        self.start = start
        """Where the reference begins in the source text."""
        self.end = end
        """Where it ends."""

    @property
    def counted_by(self) -> str:
        """The value that a counted form has its number from: ``n`` in ``{needle}[counted n]``; else empty."""
        word, _, value = self.form.partition(" ")
        return value.strip() if word == "counted" else ""

    @property
    def needed_form(self) -> str:
        """The form that the term must have, without its capital: one that is counted needs a plural."""
        return "plural" if self.counted_by else parse_form(self.form)[0]

    def __str__(self) -> str:
        return f"{{{self.name}}}[{self.form}]" if self.form else f"{{{self.name}}}"


def parse(text: str) -> list[str | Reference]:
    """Split a text into literal pieces and references.

    ``{{`` and ``}}`` are literal braces; ``[...]`` is a form only directly after ``}``. Raises TextError for
    any other brace.

    >>> parse("a {needle}[the] in")
    ['a ', Reference(end=15, form='the', name='needle', start=2), ' in']
    """
    if "{" not in text and "}" not in text:
        return [text] if text else []
    pieces: list[str | Reference] = []
    literal: list[str] = []
    position = 0
    while (brace := _next_brace(text, position)) >= 0:
        literal.append(text[position:brace])
        if text.startswith(text[brace] * 2, brace):
            literal.append(text[brace])
            position = brace + 2
            continue
        reference = _reference(text, brace)
        if joined := "".join(literal):
            pieces.append(joined)
        literal = []
        pieces.append(reference)
        position = reference.end
    literal.append(text[position:])
    if joined := "".join(literal):
        pieces.append(joined)
    return pieces


def _next_brace(text: str, position: int) -> int:
    """Return where the next brace is, or -1."""
    opening, closing = text.find("{", position), text.find("}", position)
    return max(opening, closing) if min(opening, closing) < 0 else min(opening, closing)


def _reference(text: str, start: int) -> Reference:
    """Return the reference that begins at ``start``. Raises TextError where none does."""
    end = text.find("}", start)
    name = text[start + 1 : end] if text[start] == "{" and end >= 0 else ""
    if not is_name(name):
        around = text[max(0, start - 15) : start + 25].replace("\n", " ")
        raise TextError(
            f"a brace that belongs to no reference, near '{around}'; a reference is {{concept_id}}, "
            f"a literal brace is written {text[start] * 2}"
        )
    if text.startswith("[", end + 1):
        close = text.find("]", end)
        form = text[end + 2 : close]
        if close >= 0 and "[" not in form and "\n" not in form:
            return Reference(name, form.strip(), start, close + 1)
    return Reference(name, "", start, end + 1)


def is_name(name: str) -> bool:
    """Return whether ``name`` can be the id of a concept or the name of a value: snake_case, at most 64 characters.

    >>> is_name("trigger_point"), is_name("Trigger"), is_name("")
    (True, False, False)
    """
    letters = name.replace("_", "")
    plain = name.isascii() and (letters.isalnum() or not letters) and letters == letters.lower()
    return plain and "a" <= name[:1] <= "z" and len(name) <= 64


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
