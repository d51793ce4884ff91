"""markdown-it-py, watched at work: which inline rule took which part of a block's content."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

Event = tuple[str, int, int]


class _WatchedInline(ParserInline):
    """The inline parser, which also notes what each rule took."""

    def __init__(self) -> None:
        super().__init__()
        self.state: StateInline | None = None
        self.events: list[Event] = []
        self.markers: list[tuple[int, int, Token]] = []

    def tokenize(self, state: StateInline) -> None:
        # an image's alternative text is parsed on its own, with a state of its own
        if state is not self.state:
            super().tokenize(state)
            return
        if state.pos > 0 or state.posMax < len(state.src):
            self.events.append(("label", state.pos, state.posMax))
        rules = list(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        deepest = state.md.options["maxNesting"]
        end = state.posMax
        while state.pos < end:
            place, made = state.pos, len(state.tokens)
            name = None
            if state.level < deepest:
                name = next((name for name, rule in rules if rule(state, False)), None)
            if name is None:
                state.append_pending(state.src[state.pos])
                state.pos += 1
            else:
                self._note(name, place, state, made)
        if state.pending:
            state.pushPending()

    def _note(self, name: str, place: int, state: StateInline, made: int) -> None:
        if name in ("emphasis", "strikethrough"):
            # one token a marker; whether it is one is known when all are there
            stop = state.pos
            for token in reversed(state.tokens[made:]):
                if stop <= place:
                    break
                stop -= len(token.content)
                self.markers.append((stop, stop + len(token.content), token))
        elif name == "backticks" and (len(state.tokens) == made or state.tokens[-1].type != "code_inline"):
            pass  # backticks that stand for themselves
        elif name != "text":
            self.events.append((name, place, state.pos))


class Watcher:
    """A Markdown parser that says where things stand."""

    def __init__(self) -> None:
        self._watched = _WatchedInline()
        self._parser = MarkdownIt("commonmark")
        self._parser.inline = self._watched
        self._parser.configure("commonmark").enable(["table", "strikethrough"])
        # inline content is parsed block by block, below, and its text is to stay in the pieces it came in
        self._parser.disable(["inline", "text_join", "fragments_join"])
        self._environment: dict[str, object] = {}

    def blocks(self, text: str) -> list[Token]:
        """Return the tokens of the blocks."""
        self._environment = {}
        return self._parser.parse(text, self._environment)

    def inline(self, content: str) -> list[Event]:
        """Return what the rules took of a block's content, in order, what is around before what is inside."""
        watched = self._watched
        watched.events, watched.markers = [], []
        state = StateInline(content, self._parser, self._environment, [])
        watched.state = state
        watched.tokenize(state)
        for rule in watched.ruler2.getRules(""):
            rule(state)
        watched.state = None
        events = watched.events
        for start, end, token in watched.markers:
            # a marker that found no partner is text; of a pair's doubled markers one is left, empty
            if token.type != "text" or not token.content:
                events.append(("marker", start, end))
        return sorted(events, key=lambda event: (event[1], -event[2]))
