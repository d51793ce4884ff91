"""Reading catalogs: what gettext allows in a .po file and polib does not, and errors that name file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import polib

from ..errors import CatalogError
from ..findings import Finding
from .first_edition import modernise
from .layout import catalog_text, escaped

OUR_FLAGS = frozenset({"python-brace-format"})
"""The flags that are written anew from the sources."""

_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)', re.MULTILINE | re.IGNORECASE)
# a line that is empty or a comment, or has one text in quotation marks
_CLOSED = re.compile(
    r'\s*(?:#(?!~).*|(?:#~\|?\s*)?(?:(?:msg\w+(?:\[\d+\])?\s*)?"[^"\\]*(?:\\.[^"\\]*)*"\s*)?)\Z', re.DOTALL
)
_LINE = re.compile(r"\(line (\d+)\)(?:: (.*))?")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |\Z)")
_ESCAPE = re.compile(r"((?:\\[0-7]{1,3}|\\x[0-9A-Fa-f]+)+)|\\(.)", re.DOTALL)
_UNUSUAL = re.compile(r'\\(?![\\"ntrvbf])')
_ISOLATED = re.compile("\u2068([^\u2069]*)\u2069")
_SPACE = "\x04"
"""Stands for a space in a path, which polib would take for the end of it."""
_END = "\x04 end of the catalog"
"""The msgid of an entry after the last, which takes up the comments there."""

# comments as gettext allows and polib does not: '#,fuzzy', '#~msgid', '#a remark', and '#~|', which polib skips
_COMMENTS = (
    (re.compile(r"^#~\|\s*"), "#| "),
    (re.compile(r"^#([,:.|~])(?=[^\s|])"), r"#\1 "),
    (re.compile(r"^#=\s*"), "#, "),
    (re.compile(r"^#(?=[^\s#,:.|~=])"), "# "),
)


class Catalog(polib.POFile):
    """A catalog that is written as gettext writes it, with the comments after the last message."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **{"encoding": "utf-8", **options})
        self.epilogue = ""
        """Comments after the last message."""
        self.source = b""
        """The bytes of the file that it was read from."""

    def __unicode__(self) -> str:
        header = polib.POEntry(
            msgid="",
            msgstr="".join(f"{name}: {value}\n" for name, value in self.metadata.items()),
            tcomment=self.header,
            flags=["fuzzy"] if self.metadata_is_fuzzy else [],
        )
        return catalog_text(header, self, self.epilogue)

    __str__ = __unicode__


def parse_catalog(content: bytes, shown: str) -> Catalog:
    """Return the catalog that the bytes of a .po file are. Raises CatalogError, which names the file ``shown``."""
    text, charset = _decode(content, shown)
    lines = _Lines(text, charset, shown)
    # polib drops comments after the last message, unless an entry follows them
    lines.lines += ["", f'msgid "{_END}"', 'msgstr ""']
    try:
        catalog: Catalog = polib.pofile(lines, klass=Catalog)
    except (OSError, ValueError, LookupError, AttributeError) as error:
        found = _LINE.search(str(error))
        last = text.count("\n") + 1
        line = min(int(found[1]), last) if found else 0
        reason = found[2] if found and found[2] else "this line does not belong in a catalog"
        if found and int(found[1]) > last:
            reason = "the last message has no msgstr"
        raise _refusal(shown, line, f"the catalog is broken here: {reason}") from None
    catalog.source = content
    catalog.epilogue = catalog.pop().tcomment
    for entry in catalog:
        if any(_SPACE in path for path, _ in entry.occurrences):
            entry.occurrences = [(path.replace(_SPACE, " "), line) for path, line in entry.occurrences]
    modernise(catalog)
    if text.strip() and not catalog and not catalog.metadata:
        raise _refusal(shown, 1, "there is no message in this file; is it a .po catalog?")
    return catalog


class _Lines(str):
    """The text of a catalog for polib, which asks for its lines: as gettext ends, comments and escapes them.

    Newlines end lines and nothing else does (``str.splitlines`` knows eight more ends).
    """

    lines: list[str]

    def __new__(cls, text: str, charset: str, shown: str) -> _Lines:
        made = super().__new__(cls, text)
        made.lines = [*_normal_lines(text, charset, shown)]
        return made

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.lines


def _normal_lines(text: str, charset: str, shown: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#"):
            normal = _normal_comment(line)
            if not line.startswith("#~"):
                yield normal
                continue
        else:
            normal = line
        if not _CLOSED.match(line):
            raise _refusal(shown, number, _why_broken(line))
        if "\\" in line and _UNUSUAL.search(line):
            try:
                normal = _ESCAPE.sub(partial(_read_escape, charset), normal)
            except ValueError as error:
                raise _refusal(shown, number, f"the catalog is broken here: {error}") from None
        yield normal


def _normal_comment(line: str) -> str:
    if "\u2068" in line and line.startswith("#:"):
        line = _ISOLATED.sub(lambda match: match[1].replace(" ", _SPACE), line)
    if line[1:2] == " " or (line[2:3] == " " and line[1] in ".:,|~"):
        return line
    for pattern, replacement in _COMMENTS:
        changed = pattern.sub(replacement, line, count=1)
        if changed != line:
            return changed
    return line


def _why_broken(line: str) -> str:
    if _CONFLICT.match(line):
        return "an unresolved merge conflict of git; 'imsterms catalog merge FILE' resolves it"
    if '"' not in line:
        return "the catalog is broken here: this line does not belong in a catalog"
    if line.rstrip().endswith('"') and line.count('"') > 2:
        return 'the catalog is broken here: a double quote within a text; write \\" for it'
    return "the catalog is broken here: a text begins or ends without quotation mark"


def _read_escape(charset: str, match: re.Match[str]) -> str:
    """Return an escape as polib reads it: bytes in octal or hexadecimal digits as what they are in the charset."""
    if match[1]:
        numbers = (int(digits[1:], 16) if digits[:1] == "x" else int(digits, 8) for digits in match[1].split("\\")[1:])
        try:
            return escaped(bytes(number & 255 for number in numbers).decode(charset))
        except UnicodeDecodeError:
            raise ValueError(f"the bytes {match[1]} are no text in {charset}") from None
    if match[2] == "a":
        return "\a"
    if match[2] in '\\"ntrvbf':
        return match[0]
    raise ValueError(f"gettext knows no escape '{match[0]}'; write the character itself")


def _refusal(shown: str, line: int, message: str, code: str = "IMS401", rule: str = "broken-catalog") -> CatalogError:
    finding = Finding(shown, line, code, rule, message)
    return CatalogError(str(finding), [finding])


_ASCII = bytes(range(32, 127))
"""What every charset of gettext reads as ASCII does; UTF-7 and Python's own codecs do not."""


def _decode(content: bytes, shown: str) -> tuple[str, str]:
    """Return the text of a catalog with newlines at the ends of its lines, and its charset."""
    advice = "save the file as UTF-8 and write charset=UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal(shown, 0, f"the file is UTF-16, which no gettext tool reads; {advice}")
    content = content.removeprefix(b"\xef\xbb\xbf")
    stated = _CHARSET.search(content)
    charset = stated[1].decode("ascii") if stated else "utf-8"
    if charset == "CHARSET":  # what an untouched template says
        charset = "utf-8"
    try:
        if _ASCII.decode(charset) != _ASCII.decode("ascii"):
            raise LookupError(charset)
        text = content.decode(charset)
        contradicted = charset.lower() not in ("utf-8", "utf8") and not content.isascii() and _is_utf8(content)
    except (LookupError, UnicodeError) as error:
        if not isinstance(error, UnicodeDecodeError) or error.object == _ASCII:
            message = f"the header names an unknown charset, '{charset}'; {advice}"
            raise _refusal(shown, 0, message) from None
        line = content.count(b"\n", 0, error.start) + 1
        says = "as the header says" if stated else "and the header names no charset"
        raise _refusal(shown, line, f"the text is not {charset}, {says}; {advice}") from None
    if contradicted and stated:
        line = content.count(b"\n", 0, stated.start()) + 1
        message = f"the header says {charset} and the text is UTF-8; write charset=UTF-8"
        raise _refusal(shown, line, message, "IMS435", "charset-contradicted")
    if "\0" in text:
        raise _refusal(shown, text.count("\n", 0, text.index("\0")) + 1, "this is not a text file (it holds a NUL)")
    text = text.replace("\r\n", "\n")
    # line ends as they were before Mac OS X
    return (text if "\n" in text else text.replace("\r", "\n")), charset


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
