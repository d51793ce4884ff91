"""Reading catalogs: all that gettext allows in a .po file, and errors that name file and line."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial

import polib

from ..errors import CatalogError
from ..findings import Finding
from .first_edition import modernise
from .layout import catalog_text

OUR_FLAGS = frozenset({"python-brace-format"})
"""The flags that are written anew from the sources."""

_CHARSET = re.compile(rb'^"Content-Type:[^"\n]*charset=([A-Za-z0-9_.:-]+)', re.MULTILINE | re.IGNORECASE)
_STATED = re.compile(r"charset=[A-Za-z0-9_.:-]+")
_STRING = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?"([^"\\]*(?:\\.[^"\\]*)*)"\Z', re.DOTALL)
_S = r'"([^"\\\n]*(?:(?:\\[\\"abfnrtv]|"\n")[^"\\\n]*)*)"'
# a message in use as gettext writes it: what most of a catalog is
_USUAL = re.compile(
    rf"((?:#(?![~|]).*\n)*)msgctxt {_S}\nmsgid {_S}(?:\nmsgid_plural {_S})?"
    rf"(?:\nmsgstr {_S}|\nmsgstr\[0\] {_S}(?:\nmsgstr\[1\] {_S})?)"
)
_USUAL_TEXTS = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr[0]", "msgstr[1]")
_FIRST = re.compile(r'(?:.*\n)*?msgstr.*\n(?:".*\n)*')
_BEGINNING = re.compile(r'\s*(?:#[~|]{1,2}\s*)?(?:"|msg(?:ctxt|id|id_plural|str(?:\[\d\])?)(?![\w\[]))')
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |\Z)")
_ESCAPE = re.compile(r"((?:\\[0-7]{1,3}|\\x[0-9A-Fa-f]+)+)|\\(.)", re.DOTALL)
_ESCAPED = {"\\": "\\", '"': '"', "n": "\n", "t": "\t", "r": "\r", "v": "\v", "f": "\f", "b": "\b", "a": "\a"}
# as 'msgcat --strict' writes references
_FILE = re.compile(r"# ?File: (.+), line: (-?\d+)\Z")
# a path with spaces is between isolates
_REFERENCE = re.compile(r"(?:\u2068([^\u2069]*)\u2069|(\S+?))(?::(\d+))?(?=\s|\Z)")

_PREVIOUS = "previous_"
"""Begins the names of texts that ``#|`` keeps."""
_TEXTS = ("msgctxt", "msgid", "msgid_plural")
_PLACES = {keyword: place for place, keyword in enumerate((*map(_PREVIOUS.__add__, _TEXTS), *_TEXTS, "msgstr"))}
"""The order of a message's texts."""
_MSGID, _LAST = _PLACES["msgid"], _PLACES["msgstr"]


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


def parse_catalog(content: bytes, shown: str, *, first: bool = False) -> Catalog:
    """Return the catalog that the bytes of a .po file are, or the ``first`` message of it, which is the header.

    Raises CatalogError, which names the file ``shown``.
    """
    text, charset = _decode(content, shown)
    if first and (head := _FIRST.match(text)):
        text = head[0]
    catalog = Catalog()
    catalog.source = content
    has_header = False
    for message in _messages(text, charset, shown):
        if not message.texts:
            catalog.epilogue = message.entry().tcomment
            continue
        entry = message.entry()
        if has_header or entry.msgid or entry.obsolete or "msgctxt" in message.texts:
            catalog.append(entry)
        else:
            has_header = True
            catalog.header, catalog.metadata_is_fuzzy = entry.tcomment, entry.fuzzy
            # whatever it was read in, it is written as UTF-8
            catalog.metadata = _metadata(_STATED.sub("charset=UTF-8", entry.msgstr))
    modernise(catalog)
    if text.strip() and not catalog and not catalog.metadata:
        raise _refusal(shown, 1, "there is no message in this file; is it a .po catalog?")
    return catalog


class _Message:
    """A message as far as it has been read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.comments: list[str] = []
        self.texts: dict[str, list[str]] = {}
        """The strings of each keyword."""
        self.obsolete = False
        self.place = -1
        """The place of the latest keyword in the order of a message; -1 before the first."""

    def begin(self, keyword: str) -> list[str] | None:
        """Return the list for the strings of a keyword; None if it does not belong here."""
        place = _PLACES.get(keyword, _LAST)  # msgstr[0]
        is_next_form = place == self.place and "msgstr" not in self.texts and keyword not in self.texts
        if not (place > self.place or is_next_form) or (place > _MSGID and "msgid" not in self.texts):
            return None
        self.place = place
        strings = self.texts[keyword] = list[str]()
        return strings

    def entry(self) -> polib.POEntry:
        entry = polib.POEntry(obsolete=self.obsolete, linenum=self.line)
        for keyword, strings in self.texts.items():
            if keyword.startswith("msgstr["):
                entry.msgstr_plural[int(keyword[7:-1])] = "".join(strings)
            else:
                setattr(entry, keyword, "".join(strings))
        if (forms := entry.msgstr_plural) and len(forms) != max(forms) + 1:  # gettext takes no gap between forms
            entry.msgstr_plural = {number: forms.get(number, "") for number in range(max(forms) + 1)}
        remarks, extracted = [], []
        for line in self.comments:
            said = line[3:] if line[2:3] == " " else line[2:]
            match line[1:2]:
                case ".":
                    extracted.append(said)
                case ":":
                    entry.occurrences += _references(said)
                case "," | "=":
                    entry.flags += filter(None, map(str.strip, said.split(",")))
                case _ if file := _FILE.match(line):
                    number = f":{file[2]}" if int(file[2]) > 0 else ""
                    entry.occurrences += _references(f"\u2068{file[1]}\u2069{number}")
                case _:
                    remarks.append(line[1:].removeprefix(" "))
        entry.tcomment, entry.comment = "\n".join(remarks), "\n".join(extracted)
        return entry


@lru_cache(4096)
def _references(line: str) -> list[tuple[str, str]]:
    """Return the paths of a comment, each with the number of its line."""
    return [(spaced or path, number) for spaced, path, number in _REFERENCE.findall(line)]


def _messages(text: str, charset: str, shown: str) -> Iterator[_Message]:
    """Yield the messages of a catalog, the last without texts if comments follow the last message.

    Newlines end lines and nothing else does (``str.splitlines`` knows eight more ends).
    """
    unescaped = partial(_ESCAPE.sub, lambda escape: _unescaped(escape, charset))
    message = _Message(1)
    strings: list[str] | None = None
    were_previous = False
    is_strict = "\n\n" not in text  # 'msgcat --strict' puts a '#' between messages
    number = 0
    for block in text.split("\n\n"):
        is_fresh = message.place == _LAST or message.place < 0 and not message.comments
        if is_fresh and (usual := _USUAL.fullmatch(block)):
            if message.texts:
                yield message
            message = _Message(number + 1)
            message.comments = usual[1].split("\n")[:-1]
            for keyword, written in zip(_USUAL_TEXTS, usual.groups()[1:], strict=True):
                if written is not None:
                    written = written.replace('"\n"', "")
                    message.texts[keyword] = [unescaped(written) if "\\" in written else written]
            message.place = _LAST
            strings = None
            number += block.count("\n") + 2
            continue
        for line in block.split("\n"):
            number += 1
            string = line.strip()
            if not string:
                continue
            previous = obsolete = False
            if string[0] == "#":
                kind = string[1:2]
                if kind != "~" and kind != "|":
                    if string == "#" and is_strict and message.place == _LAST:
                        continue
                    if message.place == _LAST:
                        yield message
                        message = _Message(number)
                    elif message.place >= _PLACES["msgctxt"]:
                        raise _refusal(shown, number, _why_broken(line))
                    strings = None
                    message.comments.append(line.lstrip())
                    continue
                obsolete = kind == "~"
                string = string[2:].lstrip()
                previous = not obsolete or string[:1] == "|"
                if previous and obsolete:
                    string = string[1:].lstrip()
                if not string:
                    continue
            match = _STRING.match(string)
            if match is None:
                raise _refusal(shown, number, _why_broken(line))
            keyword, written = match.groups()
            if "\\" in written:
                try:
                    written = _ESCAPE.sub(lambda escape: _unescaped(escape, charset), written)
                except ValueError as error:
                    raise _refusal(shown, number, f"the catalog is broken here: {error}") from None
            if keyword:
                if message.place == _LAST and "[" not in keyword:
                    yield message
                    message = _Message(number)
                elif message.place < 0 and not message.comments:
                    message.line = number
                strings = message.begin(f"{_PREVIOUS}{keyword}" if previous else keyword)
                were_previous = previous
                message.obsolete = message.obsolete or obsolete and not previous
            if strings is None or previous != were_previous:
                raise _refusal(shown, number, "the catalog is broken here: this line does not belong in a catalog")
            strings.append(written)
        number += 1  # the empty line
    if message.texts and message.place < _LAST:
        raise _refusal(shown, text.count("\n") + 1, "the catalog is broken here: the last message has no msgstr")
    yield message


def _metadata(text: str) -> dict[str, str]:
    """Return the fields of a header; a line without a colon continues the one before."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        before, colon, value = line.partition(":")
        if colon:
            name = before
            fields[name] = value.strip()
        elif name:
            fields[name] += f"\n{line.strip()}"
    return fields


def _why_broken(line: str) -> str:
    if _CONFLICT.match(line):
        return "an unresolved merge conflict of git; 'imsterms catalog merge FILE' resolves it"
    if '"' not in line or not _BEGINNING.match(line):
        return "the catalog is broken here: this line does not belong in a catalog"
    if line.rstrip().endswith('"') and line.count('"') > 2:
        return 'the catalog is broken here: a double quote within a text; write \\" for it'
    return "the catalog is broken here: a text begins or ends without quotation mark"


def _unescaped(escape: re.Match[str], charset: str) -> str:
    """Return what an escape means; bytes in octal or hexadecimal digits are read in the charset."""
    digits, letter = escape.groups()
    if digits:
        numbers = [(int(part[1:], 16) if part[:1] == "x" else int(part, 8)) & 255 for part in digits.split("\\")[1:]]
        if 0 in numbers:
            raise ValueError(f"{digits} holds a NUL, which no text has")
        try:
            return bytes(numbers).decode(charset)
        except UnicodeDecodeError:
            raise ValueError(f"the bytes {digits} are no text in {charset}") from None
    if letter not in _ESCAPED:
        raise ValueError(f"gettext knows no escape '{escape[0]}'; write the character itself")
    return _ESCAPED[letter]


def _refusal(shown: str, line: int, message: str, code: str = "IMS401", rule: str = "broken-catalog") -> CatalogError:
    finding = Finding(shown, line, code, rule, message)
    return CatalogError(str(finding), [finding])


_ASCII = bytes(range(32, 127))
"""What every charset of gettext reads as ASCII does; UTF-7 and Python's own codecs do not."""


def _decode(content: bytes, shown: str) -> tuple[str, str]:
    """Return the text of a catalog with newlines at the ends of its lines, and its charset."""
    advice = "save the file as UTF-8 and write charset=UTF-8"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0\0" in (content[:4:2], content[1:4:2]):
        raise _refusal(shown, 1, f"the file is UTF-16, which no gettext tool reads; {advice}")
    while content.startswith(b"\xef\xbb\xbf"):
        content = content[3:]
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
            line = content.count(b"\n", 0, stated.start()) + 1 if stated else 1
            message = f"the header names an unknown charset, '{charset}'; {advice}"
            raise _refusal(shown, line, message) from None
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
