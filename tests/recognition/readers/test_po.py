"""Where the texts of a catalog are in its file, and in what language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imsterms.recognition.readers.po import joined, messages_in, read

CATALOG = r"""
# a comment
msgid ""
msgstr ""
"Project-Id-Version: x\n"
"Language: nn\n"

#, fuzzy
#| msgid "before"
msgctxt "muscle."
"term"
msgid "muscle"
msgid_plural "muscles"
msgstr[0] "muskel"
msgstr[1] ""
"musk"
"lar"

#~ msgid "old"
#~ msgstr "gammal"
msgid "no context"
msgstr "ingen \"kontekst\""
"""


def test_texts_are_given_by_message_with_their_places() -> None:
    header, muscle, last = messages_in(CATALOG)
    assert [message.is_header for message in (header, muscle, last)] == [True, False, False]
    assert [message.fuzzy for message in (header, muscle, last)] == [False, True, False]
    assert [joined(message.context) for message in (muscle, last)] == ["muscle.term", ""]
    assert [keyword for keyword, _ in muscle.texts] == ["msgid", "msgid_plural", "msgstr[0]", "msgstr[1]"]
    assert joined(muscle.texts[-1][1]) == "musklar"
    assert [joined(strings) for _, strings in last.texts] == ["no context", r"ingen \"kontekst\""]
    for message in (header, muscle, last):
        for _, strings in message.texts:
            assert all(CATALOG.startswith(text, start) for text, start in strings)


def test_the_language_is_that_of_the_header_alone() -> None:
    catalog = 'msgid ""\nmsgstr "Language-Team: Language: da\\nLanguage: nb\\n"\nmsgid "Language: sv"\n'
    assert read(catalog).language == "nb"
    assert read(catalog.replace("nLanguage: nb", "n")).language is None


@given(st.lists(st.sampled_from(['msgid "a"', "msgctxt", 'msgstr "b', '"c"', 'msgctxt "d"', "#~", "\r", "", "x"])))
def test_whatever_is_no_catalog_is_passed_over(lines: list[str]) -> None:
    catalog = "\n".join(lines)
    for message in messages_in(catalog):
        for _, strings in message.texts:
            assert all(catalog.startswith(text, start) for text, start in strings)
