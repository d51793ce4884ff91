"""The matcher: the traps that broke others, and the same matches as a slow reference on anything at all."""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imsterms.recognition.matcher import Candidate, Matcher, choose
from imsterms.recognition.words import fold

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import reference

CONJUNCTIONS = ("og", "eller", "samt", "and", "or")


def find(surfaces: list[str], text: str) -> list[str]:
    """Return what stands where the surfaces are found, none of them overlapping."""
    matcher = Matcher(((surface, surface) for surface in surfaces), conjunctions=CONJUNCTIONS)
    chosen = choose(matcher.find(text), lambda found: found.start - found.end)
    return [text[found.start : found.end] for found in chosen]


TRAPS = {
    "substring inside a word": (["nerve", "ems"], "nervesystemer nervene systems", []),
    "a letter of the alphabet's end before or after": (["nerve"], "ænerve nerveå nerve", ["nerve"]),
    "upper case beyond ASCII": (["åre", "øm", "ær"], "ÅRE ØM ÆR", ["ÅRE", "ØM", "ÆR"]),
    "a mark that comes first when folded": (["ำ", "0;ำ0"], "ำ 0;ำ0", ["ำ", "0;ำ0"]),
    "the longest fails, the shorter is right": (["trigger", "trigger point"], "trigger points", ["trigger"]),
    "longest wins": (["trigger", "trigger point"], "a trigger point", ["trigger point"]),
    "of two that cross the longer": (["dry needle", "needle treatment"], "dry needle treatment", ["needle treatment"]),
    "of two that cross, equally long, the first": (["aa bb", "bb cc"], "aa bb cc", ["aa bb"]),
    "a hyphenated compound is another word": (["nerve", "IMS"], "nerve-greie IMS-kurset kjempe-nerve", []),
    "a hyphenated term": (["IMS-behandling", "IMS"], "IMS-behandling, IMS", ["IMS-behandling", "IMS"]),
    "a hyphen for a space": (["trigger point therapy"], "trigger-point therapy", ["trigger-point therapy"]),
    "no space for a hyphen": (["twitch-respons"], "twitch respons", []),
    "hyphen and space in the same place": (["a-b", "a b c"], "a-b c", ["a-b c"]),
    "digits and underscore at the edge": (["nerve"], "nerve2 2nerve nerve_ _nerve nerve", ["nerve"]),
    "a footnote's digit": (["nerve"], "nerve² og nerve¹", ["nerve", "nerve"]),
    "an abbreviation with a full stop": (["f.eks.", "albhl."], "f.eks. i albhl. og albhl", ["f.eks.", "albhl."]),
    "emoji before": (["nerve"], "🙂🙂 nerve 👩\u200d⚕️nerve ❤️nerve", ["nerve"] * 3),
    "a lower case that is longer": (["nerve"], "İİİ nerve İnerve", ["nerve"]),
    "sharp s": (["strasse"], "STRASSE straße STRAẞE", ["STRASSE", "straße", "STRAẞE"]),
    "signs that are letters": (["k", "ångström"], "\u212a \u212bngström", ["\u212a", "\u212bngström"]),
    "final sigma": (["ΝΕΥΡΟΣ"], "νευρος νευροσ", ["νευρος", "νευροσ"]),
    "a decomposed text": (["nålen"], "Na\u030alen", ["Na\u030alen"]),
    "a decomposed term": (["na\u030alen"], "Nålen", ["Nålen"]),
    "a combining mark after": (["nal"], "nal\u030a nal", ["nal"]),
    "no-break space": (["a b"], "a\u00a0b", ["a\u00a0b"]),
    "line break": (["a b"], "a\nb a\r\nb", ["a\nb", "a\r\nb"]),
    "a new paragraph": (["a b"], "a\n\nb", []),
    "several spaces": (["a b"], "a  \t b", ["a  \t b"]),
    "soft hyphen": (["triggerpunkt"], "trigger\u00adpunkt", ["trigger\u00adpunkt"]),
    "soft hyphen at the end": (["nerve"], "nerve\u00ad", ["nerve"]),
    "zero-width characters": (["nerve"], "ner\u200bve \ufeffnerve", ["ner\u200bve", "nerve"]),
    "non-breaking hyphen": (["IMS-behandling"], "IMS\u2011behandling", ["IMS\u2011behandling"]),
    "ligatures": (["fiber"], "ﬁber", ["ﬁber"]),
    "full-width letters": (["ims"], "ＩＭＳ", ["ＩＭＳ"]),
    "an apostrophe is outside": (["IMS", "muscle"], "IMS' muscle’s", ["IMS", "muscle"]),
    "an apostrophe inside": (["Cannon's law"], "CANNON’S LAW", ["CANNON’S LAW"]),
    "a suspended part": (["muskel", "leddsmerter"], "muskel- og leddsmerter", ["leddsmerter"]),
    "a suspended second part": (["kramper", "muskelspasmer"], "muskelspasmer og -kramper", ["muskelspasmer"]),
    "a suspended part that is listed": (["muskel- og skjelett"], "Muskel-  og skjelett", ["Muskel-  og skjelett"]),
    "a bullet": (["nerve"], "Funn:\n-nerve\n- nerve", ["nerve", "nerve"]),
    "a dash is no hyphen": (["nerve", "rot"], "nerve–rot—nerve--rot", ["nerve", "rot", "nerve", "rot"]),
    "slashes": (["IMS", "nerve"], "IMS/nerve", ["IMS", "nerve"]),
    "a web address": (["nerve"], "https://x.no/nerve www.nerve.net nerve.no (nerve.no) nerve.", ["nerve"]),
    "an e-mail address": (["nerve"], "post@nerve.no nerve@x.no @nerve nerve", ["nerve"]),
    "a file's name": (["nerve"], "nerve.pdf C:\\x\\nerve.docx nerve", ["nerve"]),
    "a sentence without a space": (["nerve"], "En nerve.Den er fin.", ["nerve"]),
    "a script without spaces": (
        ["骨格筋", "針", "ピン"],
        "骨格筋に針、針葉樹。ピンセットとピン",
        ["骨格筋", "針", "針", "ピン"],
    ),
    "letters beside ideographs": (["IMS", "IMS治療"], "はIMS治療とIMSの", ["IMS治療", "IMS"]),
    "nothing": (["nerve"], "", []),
    "a term of signs alone": (["§", "nerve"], "§ nerve", ["nerve"]),
}


@pytest.mark.parametrize("name", TRAPS)
def test_trap(name: str) -> None:
    surfaces, text, expected = TRAPS[name]
    assert find(surfaces, text) == expected


def test_forms_that_differ_in_case_alone_share_a_place() -> None:
    matcher = Matcher([("AIDS", 1), ("aids", 2)])
    assert [found.values for found in matcher.find("Aids")] == [[1, 2]]


def test_what_does_not_overlap_is_kept() -> None:
    found = [Candidate(0, 4, [1]), Candidate(3, 8, [2]), Candidate(7, 11, [3]), Candidate(11, 12, [4])]
    chosen = choose(found, lambda one: one.start - one.end)
    assert [(one.start, one.end) for one in chosen] == [(3, 8), (11, 12)]


ADDRESS = set("@.:")

# a small alphabet, so that random texts hold random terms
_LETTERS = "abæAÅ\u030aßﬁK²1"
_RARE = ["  ", "\n", "\n\n", "\u2011", "- ", " -", "\u00a0", "'", "’", "/", ","]
_BETWEEN = st.sampled_from([*[" "] * 12, *["-"] * 4, *_RARE])
_ODD_WORD = st.text("ab\u00ad\u200b🙂\ud800\x00中カ", min_size=1, max_size=4)
_WORD = st.one_of(st.text(_LETTERS, min_size=1, max_size=3), _ODD_WORD)


@st.composite
def _phrase(draw: st.DrawFn, most: int) -> str:
    pieces = [draw(_WORD)]
    for _ in range(draw(st.integers(0, most))):
        pieces += [draw(_BETWEEN), draw(_WORD)]
    return "".join(pieces)


_CHANGES = st.sampled_from([
    str, str.upper, str.title, lambda text: normalize("NFD", text), lambda text: normalize("NFKC", text),
    lambda text: text.replace(" ", "\u00a0\n"), lambda text: text.replace(" ", "-"),
    lambda text: text.replace("-", " "),
    lambda text: "\u00ad".join(text), lambda text: text + "-", lambda text: f"-{text}", lambda text: f"og -{text}",
])  # fmt: skip


@st.composite
def _surfaces_and_text(draw: st.DrawFn) -> tuple[list[str], str]:
    surfaces = draw(st.lists(_phrase(2), min_size=1, max_size=6))
    pieces = []
    for _ in range(draw(st.integers(1, 6))):
        change = draw(_CHANGES)
        pieces += [change(draw(st.one_of(st.sampled_from(surfaces), _phrase(3)))), draw(_BETWEEN)]
    return surfaces, "".join(pieces)


@settings(max_examples=600, deadline=None)
@given(_surfaces_and_text(), st.lists(_WORD.map(fold), max_size=9))
def test_the_matcher_finds_what_a_slow_reference_finds(
    surfaces_and_text: tuple[list[str], str], common: list[str]
) -> None:
    """Whichever word of a surface is the rarest."""
    surfaces, text = surfaces_and_text
    matcher = Matcher(((surface, surface) for surface in surfaces), common=common, conjunctions=CONJUNCTIONS)
    found = list(matcher.find(text))
    # addresses are the one thing that the reference does not know
    if not (ADDRESS & set(text)):
        assert {(one.start, one.end, surface) for one in found for surface in one.values} == set(
            reference.candidates(surfaces, text)
        )
    chosen = choose(found, lambda one: one.start - one.end)
    assert [(one.start, one.end) for one in chosen] == reference.choose((one.start, one.end) for one in found)


@settings(max_examples=300, deadline=None)
@given(_surfaces_and_text(), st.sets(_WORD), st.lists(_WORD.map(fold), max_size=9))
def test_what_is_sought_is_found_without_the_others(
    surfaces_and_text: tuple[list[str], str], ends: set[str], common: list[str]
) -> None:
    surfaces, text = surfaces_and_text

    def sought(surface: str) -> bool:
        return surface.endswith(tuple(ends))

    matcher = Matcher(((surface, surface) for surface in surfaces), common=common, sought=sought)
    found = {(one.start, one.end, each) for one in matcher.find(text) for each in one.values}
    some = {(one.start, one.end, each) for one in matcher.find(text, sought=True) for each in one.values}
    assert {each for each in found if sought(each[2])} <= some <= found


@settings(max_examples=300, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=5), st.text(max_size=200))
def test_any_text_and_any_term(surfaces: list[str], text: str) -> None:
    text = text + "".join(f" {surface} " for surface in surfaces)
    found = list(Matcher((surface, surface) for surface in surfaces).find(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.start <= other.start for one, other in pairwise(found))
    if not (ADDRESS & set(text)):
        assert {(one.start, one.end, surface) for one in found for surface in one.values} == set(
            reference.candidates(surfaces, text)
        )
