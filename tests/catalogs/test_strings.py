"""Where the texts of a catalog are in its file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imsterms.catalogs.strings import texts_in

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
    header, muscle, last = texts_in(CATALOG)
    assert (header.is_header, header.language) == (True, "nn")
    assert (muscle.is_header, muscle.context, last.context) == (False, "muscle.term", "")
    assert [keyword for keyword, _ in muscle.texts] == ["msgid", "msgid_plural", "msgstr[0]", "msgstr[1]"]
    assert ["".join(string.text for string in strings) for _, strings in muscle.texts][-1] == "musklar"
    assert [string.text for _, strings in last.texts for string in strings] == ["no context", r"ingen \"kontekst\""]
    for message in (header, muscle, last):
        for _, strings in message.texts:
            assert all(CATALOG.startswith(string.text, string.start) for string in strings)


def test_the_language_is_that_of_the_header_alone() -> None:
    header, message = texts_in(
        'msgid ""\nmsgstr "Language-Team: Language: da\\nLanguage: nb\\n"\nmsgid "Language: sv"\n'
    )
    assert (header.language, message.is_header) == ("nb", False)


@given(st.lists(st.sampled_from(['msgid "a"', "msgctxt", 'msgstr "b', '"c"', 'msgctxt "d"', "#~", "\r", "", "x"])))
def test_whatever_is_no_catalog_is_passed_over(lines: list[str]) -> None:
    text = "\n".join(lines)
    for message in texts_in(text):
        for _, strings in message.texts:
            assert all(text.startswith(string.text, string.start) for string in strings)
