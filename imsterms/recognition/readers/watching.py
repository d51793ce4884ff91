"""markdown-it-py, watched at work: which inline rule took which part of a block's content."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, blockquote
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from ... import limits

Event = tuple[str, int, int]
Environment = dict[str, object]
"""What the parser knows of a document besides its tokens: the definitions of links."""


class _Watched(StateInline):
    """The parsing of one block's content, with what each rule took of it."""

    def __init__(self, content: str, parser: MarkdownIt, environment: Environment) -> None:
        super().__init__(content, parser, environment, [])
        self.events: list[Event] = []
        self.markers: list[tuple[int, int, Token]] = []

    def note(self, name: str, start: int, made: int) -> None:
        """Note that a rule took the content from ``start`` on, when ``made`` tokens were there before it."""
        if name in ("emphasis", "strikethrough"):
            # one token a marker; whether it is one is known when all are there
            stop = self.pos
            for token in reversed(self.tokens[made:]):
                if stop <= start:
                    break
                stop -= len(token.content)
                self.markers.append((stop, stop + len(token.content), token))
        elif name == "backticks" and (len(self.tokens) == made or self.tokens[-1].type != "code_inline"):
            pass  # backticks that stand for themselves
        elif name != "text":
            self.events.append((name, start, self.pos))


class _WatchedInline(ParserInline):
    """The inline parser, which lets a watched state note what each rule takes."""

    def tokenize(self, state: StateInline) -> None:
        # an image's alternative text is parsed on its own, with a state of its own
        if not isinstance(state, _Watched):
            super().tokenize(state)
            return
        if state.pos > 0 or state.posMax < len(state.src):
            state.events.append(("label", state.pos, state.posMax))
        rules = list(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        deepest = state.md.options["maxNesting"]
        end = state.posMax
        # markdown-it-py 4.3 and later appends without copying what is there already
        append = getattr(state, "append_pending", None)
        while state.pos < end:
            start, made = state.pos, len(state.tokens)
            name = None
            if state.level < deepest:
                name = next((name for name, rule in rules if rule(state, False)), None)
            if name is None:
                if append is not None:
                    append(state.src[state.pos])
                else:
                    state.pending += state.src[state.pos]
                state.pos += 1
            else:
                state.note(name, start, made)
        if state.pending:
            state.pushPending()


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return blockquote(state, start, min(end, start + limits.QUOTE_LINES), silent)


class Watcher:
    """A Markdown parser that says where things are; it keeps nothing of a document, so that threads can share it."""

    def __init__(self) -> None:
        self._parser = MarkdownIt("commonmark")
        self._parser.inline = _WatchedInline()
        self._parser.configure("commonmark").enable(["table", "strikethrough"])
        # inline content is parsed block by block, below, and its text is to stay in the pieces it came in
        self._parser.disable(["inline", "text_join", "fragments_join"])
        # the rule would read on to the end of the text at each quotation
        self._parser.block.ruler.at("blockquote", _quotation, {"alt": ["paragraph", "reference", "blockquote", "list"]})
        # the parser compiles its rules at first use, and not safely: another thread would run without some of them
        environment: Environment = {}
        for token in self.blocks("> - *a*\n\n| b |\n|---|\n| c |", environment):
            self.inline(token.content, environment)

    def blocks(self, text: str, environment: Environment) -> list[Token]:
        """Return the tokens of the blocks; ``environment`` is filled with the definitions of links."""
        return self._parser.parse(text, environment)

    def inline(self, content: str, environment: Environment) -> list[Event]:
        """Return what the rules took of a block's content, in order, what is around before what is inside."""
        state = _Watched(content, self._parser, environment)
        self._parser.inline.tokenize(state)
        for rule in self._parser.inline.ruler2.getRules(""):
            rule(state)
        events = state.events
        for start, end, token in state.markers:
            # a marker that found no partner is text; of a pair's doubled markers one is left, empty
            if token.type != "text" or not token.content:
                events.append(("marker", start, end))
        return sorted(events, key=lambda event: (event[1], -event[2]))
