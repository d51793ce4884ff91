"""Texts compiled for one glossary: references are resolved once, and only values are filled in each time.

A glossary is immutable, so a reference to a term always becomes the same words; a text without values is then one
string. Whatever is not as simple as that, errors among it, is left to ``rendering.Renderer``.
"""

from collections.abc import Mapping

from .. import limits
from ..errors import ImstermsError
from ..termbase.text import Reference, parse
from .lexicon import Lexicon
from .rendering import Renderer


class Template:
    """A text with references, compiled for plain text."""

    __slots__ = ("_lexicon", "_parts", "_text", "_whole")

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        """Raises TextError where the text is malformed."""
        self._lexicon = lexicon
        self._text = text
        self._parts: list[str | tuple[Reference, str | None]] = []
        replaced = lexicon.replaced
        for piece in parse(text):
            if isinstance(piece, str):
                self._parts.append(piece)
                continue
            try:
                # a replaced concept is not resolved here: it is to warn each time
                words = None if piece.name in replaced else lexicon.term(piece.name).form(piece.form)
            except ImstermsError:
                words = None  # a value perhaps, or an error to be raised when the text is rendered
            self._parts.append((piece, words))
        words_alone = [part if isinstance(part, str) else part[1] for part in self._parts]
        self._whole = None if None in words_alone else "".join(word for word in words_alone if word)

    def render(self, values: Mapping[str, object] | None) -> str:
        """Return the text with its values filled in, as ``Renderer.text`` does."""
        if not values and self._whole is not None:
            return self._whole
        rendered = []
        for part in self._parts:
            if isinstance(part, str):
                rendered.append(part)
                continue
            reference, words = part
            given = values is not None and reference.name in values
            value = values[reference.name] if values and given else words
            if type(value) is not str or (given and reference.form):
                return Renderer(self._lexicon).text(self._text, values)
            rendered.append(value)
        return "".join(rendered)


def compiled(lexicon: Lexicon, text: str, kept: dict[str, Template]) -> Template:
    """Return the template of a text, and keep it among ``kept`` for the next time if it is short."""
    template = Template(lexicon, text)
    if len(text) > limits.KEPT_TEMPLATE_CHARACTERS:
        return template
    if len(kept) >= limits.KEPT_TEMPLATES:
        kept.clear()  # texts made up at run time are not to fill the memory
    kept[text] = template
    return template
