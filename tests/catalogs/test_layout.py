"""Catalogs are written as GNU gettext writes them, byte for byte."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import polib
import pytest

from imsterms.catalogs.layout import catalog_text, entry_text
from imsterms.catalogs.parser import parse_catalog

LOCALES = Path(__file__).resolve().parent.parent.parent / "locales"
OURS = sorted([*LOCALES.glob("*/LC_MESSAGES/imsterms.po"), LOCALES / "imsterms.pot"])
HEADER = polib.POEntry(msgid="", msgstr="Content-Type: text/plain; charset=UTF-8\n")

# own words, each line with the punctuation of its language
SAMPLES = {
    "nb": "Nålen når det «stramme båndet», og (iblant) kommer en rykning – et «svar» – før det slipper: s. 4–5 … 20 %.",
    "pl": "Igła, która „trafia” w pasmo (napięte) i/lub w punkt mięśniowo-powięziowy: 1–2 tygodnie; 50 %!",
    "de": "Die »dünne« Nadel – ca. 3,5 mm – trifft: z. B. „Muskel“ (hart), Über-/Unterlage; Öl?",
    "fi": "Neula osuu lihakseen (kipu 4/10), ks. kohta 2: ”hoito” päättyy 1.–2. päivänä.",
    "ar": "تصل الإبرة إلى الشريط المشدود، هل «تنقبض» العضلة؟ (أحيانا) ١٢٣.",
    "ja": "針が硬い帯に届くと、筋肉が「ぴくっ」と動く（時々）。３〜５回、カタカナー！ヶ月。",
    "ko": "바늘이 [단단한 띠]에 닿으면 (가끔) 근육이 움직인다. 3회, 7일.",
    "hi": "सुई कसी हुई पट्टी तक पहुँचती है। (कभी) 12 दिन; ठीक है?",
    "en": 'It\'s 100 % "thin", well-known {needle}[the plural] a\\b; see {x}, tab\tand 3x4 = 12 (or so)…',
}


def written(texts: list[str]) -> str:
    entries = [polib.POEntry(msgctxt=f"c{number}", msgid="x", msgstr=text) for number, text in enumerate(texts)]
    return catalog_text(HEADER, entries)


def msgcat(text: str, tool: str) -> str:
    done = subprocess.run([tool, "-"], input=text.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def field(text: str, keyword: str = "msgstr") -> list[str]:
    entry = polib.POEntry(msgid="x", msgstr=text)
    return entry_text(entry).partition(f"\n{keyword} ")[2].splitlines()


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.parent.parent.name if path.suffix == ".po" else "template")
def test_msgcat_leaves_our_catalogs_as_they_are(path: Path, require_tool: Callable[..., str]) -> None:
    text = path.read_text("utf-8")
    assert msgcat(text, require_tool("msgcat")) == text


def test_texts_of_many_languages_are_broken_as_msgcat_breaks_them(require_tool: Callable[..., str]) -> None:
    chance = random.Random(1)
    # gettext before 0.23 breaks 'z.|B.' and keeps '”' and '(' together, by older rules of UAX #14
    samples = {name: [word for word in text.split(" ") if "." not in word[:-1]] for name, text in SAMPLES.items()}
    texts = []
    for _ in range(400):
        names = chance.sample(sorted(samples), chance.choice([1, 1, 2, 4]))
        words = [chance.choice(samples[chance.choice(names)]) for _ in range(chance.randint(2, 60))]
        follows = [word[0] in "(„«“「（" and before[-1:] in '”»“"' for before, word in pairwise(["", *words])]
        texts.append(" ".join(word for word, bracket in zip(words, follows, strict=True) if not bracket))
    text = written(texts)
    assert msgcat(text, require_tool("msgcat")) == text


def test_a_text_that_fits_stays_on_the_line_of_its_keyword() -> None:
    assert field("x" * 70) == [f'"{"x" * 70}"']
    assert field("y " + "x" * 68) == [f'"y {"x" * 68}"']
    assert field("y " + "x" * 69) == ['""', f'"y {"x" * 69}"']
    assert field("y " + "x" * 75) == ['""', f'"y {"x" * 75}"']
    assert field("y " + "x" * 76) == ['""', '"y "', f'"{"x" * 76}"']
    assert field("x" * 90) == [f'"{"x" * 90}"'], "what cannot be broken stays"


def test_lines_end_at_newlines_and_wide_letters_take_two_columns() -> None:
    assert field("one\ntwo") == ['""', '"one\\n"', '"two"']
    assert field("one\n") == ['"one\\n"']
    assert field("針" * 40) == ['""', f'"{"針" * 38}"', '"針針"']
    combining = "e\u0301" * 70
    assert field(combining) == [f'"{combining}"']


def test_an_entry_has_its_lines_in_the_order_of_gettext() -> None:
    entry = polib.POEntry(
        msgctxt="c", msgid="a", msgid_plural="b", msgstr_plural={0: "x", 1: "y"}, flags=["python-brace-format", "fuzzy"]
    )
    entry.tcomment, entry.comment = "remark\n\nmore", "extracted"
    entry.occurrences = [("my file.yaml", ""), ("b.yaml", "3")]
    entry.previous_msgid = "z"
    assert entry_text(entry) == (
        "# remark\n#\n# more\n#. extracted\n#: \u2068my file.yaml\u2069 b.yaml:3\n#, fuzzy, python-brace-format\n"
        '#| msgid "z"\nmsgctxt "c"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )
    entry.obsolete = True
    assert entry_text(entry).endswith(
        '#~| msgid "z"\n#~ msgctxt "c"\n#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "x"\n#~ msgstr[1] "y"\n'
    )


def test_what_is_written_is_read_again() -> None:
    chance = random.Random(2)
    letters = 'ab «»"\\\n\t\a\v\x7f\u00a0\u2028æø{}[]#~|%é針'
    texts = ["".join(chance.choice(letters) for _ in range(chance.randint(1, 120))) for _ in range(300)]
    assert [entry.msgstr for entry in parse_catalog(written(texts).encode(), "nb.po")] == texts


def test_short_lines_need_no_uniseg_and_long_ones_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from imsterms.catalogs import layout
    from imsterms.errors import MissingExtraError

    monkeypatch.setitem(sys.modules, "uniseg.linebreak", None)
    layout._opportunities.cache_clear()
    assert field("nål") == ['"nål"']
    with pytest.raises(MissingExtraError, match=r"pip install 'imsterms\[catalogs\]'"):
        field("«nål» " * 30)
