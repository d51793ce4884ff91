"""Lines and columns of a text."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate


class Lines:
    """Which line and column a place of a text is in; lines end as editors end them.

    >>> Lines("a\\r\\nå 😀 b").place(7)
    (2, 5)
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        # one byte for each character: bytes know the three line ends alone, and a last character belongs to a last line
        lines = (self.text + ".").encode("ascii", "replace").splitlines(keepends=True)
        return [0, *accumulate(map(len, lines[:-1]))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, both counted from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line without its end."""
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : end].rstrip("\r\n")
