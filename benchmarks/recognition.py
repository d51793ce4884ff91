"""Recognition: terms found in running text, by us and by everything else that finds words.

Run by ``python -m benchmarks``, or by itself with more: ``python benchmarks/recognition.py --forms 1000 10000 100000
1000000 --sizes 200 10000 1000000 100000000``. Texts and termbases are made of invented Norwegian-looking words, two in
a hundred of them terms; at the glossary's own size the glossary itself is taken, and the whole of ``annotate`` stands
beside the bare matchers. ``--text FILE...`` takes real text in their place, repeated or cut to the sizes, in the
language that ``--lang`` says. Found, missed and invented are against our matcher, which the tests hold against a slow
and obviously right one. A peer is bare: it lower-cases the text, finds whole words and the longest of what overlaps.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial

from measure import interleaved

import imsterms
from imsterms.recognition.matcher import Matcher, choose
from imsterms.recognition.surfaces import surfaces

Spans = list[tuple[int, int]]
Finder = Callable[[str], Spans]

GLOSSARY = "glossary"
_STARTS = [
    *("b", "bl", "br", "d", "dr", "f", "fj", "fl", "fr", "g", "gj", "gl", "gr", "h", "hj", "hv", "j", "k", "kj", "kl"),
    *(
        "kn",
        "kr",
        "l",
        "m",
        "n",
        "p",
        "pl",
        "pr",
        "r",
        "s",
        "sk",
        "skj",
        "sl",
        "sm",
        "sn",
        "sp",
        "st",
        "str",
        "sv",
        "t",
    ),
    *("tr", "v"),
]
_VOWELS = "aeiouyæøåeai"
_ENDS = ["", "", "", "n", "r", "l", "s", "t", "k", "m", "ng", "nd", "st", "rt", "ll", "nn", "kk", "tt"]


def words(number: int) -> list[str]:
    """Return invented words, always the same ones."""
    rnd = random.Random(7)
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = rnd.choice((1, 2, 2, 3, 3, 4))
        word = "".join(rnd.choice(_STARTS) + rnd.choice(_VOWELS) + rnd.choice(_ENDS) for _ in range(syllables))
        found.setdefault(word)
    return list(found)


def termbase(name: str, language: str) -> list[str]:
    """Return the surface forms of a termbase: the glossary's, or so many invented ones."""
    if name == GLOSSARY:
        return sorted({reading.text for reading in surfaces(imsterms.glossary(language))})
    number = int(name)
    rnd = random.Random(11)
    # none of the words that texts are made of, but for some that phrases begin with
    vocabulary = words(20_000 + number)[20_000 if number > 1000 else 19_000 :]
    terms: dict[str, None] = {}
    for word in rnd.sample(vocabulary, min(len(vocabulary), number * 3 // 4)):
        if len(word) > 3:
            terms.setdefault(word)
    while len(terms) < number:
        terms.setdefault(" ".join(rnd.choices(vocabulary, k=rnd.choice((2, 2, 3)))))
    return list(terms)


def text(size: int, terms: list[str]) -> str:
    """Return a text of about so many bytes, two in a hundred of its words terms."""
    rnd = random.Random(13)
    single = {term.lower() for term in terms}
    vocabulary = [word for word in words(20_000) if word not in single]
    pieces: list[str] = []
    length = 0
    block: list[str] = []
    while length < size:
        word = rnd.choice(terms) if rnd.random() < 0.02 else rnd.choice(vocabulary)
        if rnd.random() < 0.1:
            word = word.capitalize() + rnd.choice(("", ",", ".", ".\n"))
        block.append(word)
        length += len(word.encode()) + 1
        if len(block) == 100_000:
            pieces.append(" ".join(block))
            block.clear()
    return " ".join([*pieces, *block])


# --- the candidates: each builds from surfaces and returns a function from text to spans ---


def longest(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return those of the spans that do not overlap, the longest first."""
    ordered = sorted(spans)
    if all(ordered[place][1] <= ordered[place + 1][0] for place in range(len(ordered) - 1)):
        return ordered
    chosen: Spans = []
    for start, end in ordered:
        if chosen and start < chosen[-1][1]:
            if end - start > chosen[-1][1] - chosen[-1][0]:
                chosen[-1] = (start, end)
            continue
        chosen.append((start, end))
    return chosen


def whole(lowered: str, start: int, end: int) -> bool:
    """Return whether a span has no letter, digit or hyphen beside it."""
    before, after = lowered[start - 1 : start], lowered[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before in ("-", "_") or after in ("-", "_"))


def ours(terms: list[str]) -> Finder:
    matcher = Matcher((term, term) for term in terms)
    return lambda text: [
        (one.start, one.end) for one in choose(matcher.find(text), lambda found: found.start - found.end)
    ]


def whole_annotate(language: str) -> Finder:
    glossary = imsterms.glossary(language)
    glossary.annotate("")
    return lambda text: [(match.start, match.end) for match in glossary.annotate(text)]


def ahocorasick_rs(terms: list[str]) -> Finder:
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick([term.lower() for term in terms])

    def find(text: str) -> Spans:
        lowered = text.lower()
        hits = automaton.find_matches_as_indexes(lowered, overlapping=True)
        return longest((start, end) for _, start, end in hits if whole(lowered, start, end))

    return find


def pyahocorasick(terms: list[str]) -> Finder:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for term in terms:
        automaton.add_word(term.lower(), len(term))
    automaton.make_automaton()

    def find(text: str) -> Spans:
        lowered = text.lower()
        hits = ((end + 1 - length, end + 1) for end, length in automaton.iter(lowered))
        return longest((start, end) for start, end in hits if whole(lowered, start, end))

    return find


def flashtext2(terms: list[str]) -> Finder:
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=False)
    for term in terms:
        processor.add_keyword(term, term)
    return lambda text: [(start, end) for _, start, end in processor.extract_keywords_with_span(text)]


def regex_trie(terms: list[str]) -> Finder:
    trie: dict[str, dict] = {}
    for term in terms:
        node = trie
        for letter in term.lower():
            node = node.setdefault(letter, {})
        node[""] = {}

    def pattern(node: dict[str, dict]) -> str:
        alternatives = [re.escape(letter) + pattern(below) for letter, below in sorted(node.items()) if letter]
        if not alternatives:
            return ""
        inner = alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"
        return f"(?:{inner})?" if "" in node else inner

    compiled = re.compile(rf"(?<![\w-])(?:{pattern(trie)})(?![\w-])")
    return lambda text: [match.span() for match in compiled.finditer(text.lower())]


def spacy(terms: list[str]) -> Finder:
    from spacy.lang.nb import Norwegian
    from spacy.matcher import PhraseMatcher

    nlp = Norwegian()
    nlp.max_length = 1 << 40
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("term", list(nlp.tokenizer.pipe(terms)))

    def find(text: str) -> Spans:
        document = nlp.make_doc(text)
        hits = (document[start:end] for _, start, end in matcher(document))
        return longest((span.start_char, span.end_char) for span in hits)

    return find


ANNOTATE = "imsterms: annotate"
CANDIDATES: dict[str, Callable[[list[str]], Finder]] = {
    "imsterms: matcher": ours,
    "ahocorasick_rs": ahocorasick_rs,
    "pyahocorasick": pyahocorasick,
    "flashtext2": flashtext2,
    "re, a trie": regex_trie,
    "spaCy PhraseMatcher": spacy,
}

MOST = {"re, a trie": 10_000, "spaCy PhraseMatcher": 100_000}
"""Forms beyond which a candidate takes minutes to build or gigabytes."""

MOST_TEXT = {"spaCy PhraseMatcher": 1_000_000}
"""Bytes beyond which a candidate runs out of memory."""


def made(candidate: str, terms: list[str], language: str) -> Finder:
    return whole_annotate(language) if candidate == ANNOTATE else CANDIDATES[candidate](terms)


def real_text(files: list[str], size: int) -> str:
    """Return the text of files, as often as it takes, cut to so many bytes."""
    whole = "\n".join(pathlib.Path(file).read_text(encoding="utf-8", errors="replace") for file in files)
    length = len(whole.encode())
    return (whole * (size // length + 1)).encode()[:size].decode(errors="ignore")


def runs_with(candidate: str, base: str) -> bool:
    if candidate == ANNOTATE:
        return base == GLOSSARY
    return base == GLOSSARY or int(base) <= MOST.get(candidate, 1 << 60)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--forms", nargs="+", default=[GLOSSARY, "1000", "10000", "100000"])
    parser.add_argument("--sizes", nargs="+", type=int, default=[200, 10_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="+", default=[ANNOTATE, *CANDIDATES], help="candidates to measure")
    parser.add_argument("--text", nargs="+", default=[], metavar="FILE", help="real text to measure on")
    parser.add_argument("--lang", default="nb", help="the language of the text and the glossary")
    parser.add_argument("--build", nargs=2, metavar=("CANDIDATE", "FORMS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.build:
        print(json.dumps(built(*arguments.build, arguments.lang)))
        return
    rows = []
    for base in arguments.forms:
        terms = termbase(base, arguments.lang)
        finders = {}
        costs = {}
        for name in arguments.only:
            if not runs_with(name, base):
                continue
            command = [sys.executable, __file__, "--lang", arguments.lang, "--build", name, base]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
            costs[name] = json.loads(done.stdout) if done.returncode == 0 else {"build s": "-", "MB": "-"}
            finders[name] = made(name, terms, arguments.lang)
        for size in arguments.sizes:
            given = real_text(arguments.text, size) if arguments.text else text(size, terms)
            length = len(given.encode())
            taking = {name: find for name, find in finders.items() if size <= MOST_TEXT.get(name, 1 << 60)}
            right = set(taking["imsterms: matcher"](given)) if "imsterms: matcher" in taking else set()
            rounds = arguments.rounds if size < 10_000_000 else 1
            calls = {name: partial(find, given) for name, find in taking.items()}
            times = interleaved(calls, rounds=rounds)
            for name, taken in times.items():
                found = set(taking[name](given))
                rows.append(
                    {
                        "what": f"{name}, {base} forms"
                        if base != GLOSSARY
                        else f"{name}, the glossary ({len(terms)} forms)",
                        "text": f"{length} B",
                        "µs a call": round(1e6 * taken, 1),
                        "MB/s": round(length / taken / 1e6, 1),
                        "found": len(found & right),
                        "missed": len(right - found),
                        "invented": len(found - right),
                        **costs[name],
                    }
                )
                print(json.dumps(rows[-1], ensure_ascii=False), file=sys.stderr)
    print(json.dumps(rows))


def built(candidate: str, base: str, language: str) -> dict[str, float]:
    """Return what it takes to build a candidate: seconds, and megabytes that stay."""
    terms = termbase(base, language)
    before = _resident()
    start = time.process_time()
    finder = made(candidate, terms, language)
    finder("en tekst")
    taken = time.process_time() - start
    return {"build s": round(taken, 2), "MB": round((_resident() - before) / 1e6)}


def _resident() -> int:
    import gc

    gc.collect()
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main()
