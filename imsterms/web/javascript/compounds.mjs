// Compounds that nobody listed: compounds.py says which of them are plain ones, annotate.py what a hyphen may join.

import { addEnding, expression, foldWord, HYPHENS, LETTER, Matcher } from "./matcher.mjs";

const BEGINNING = 6;
const AFTER_HYPHEN = new RegExp(`^[${HYPHENS}](\\p{L}{3,40})(?![${LETTER}${HYPHENS.slice(1)}-])`, "u");

export class CompoundMatcher extends Matcher {
  constructor(data) {
    super(data);
    const [first, nouns, derivations, endings, notBeginning] = data.compounds;
    const anyOf = (patterns, rest = "") => expression(`^(?:${patterns.join("|") || "(?!)"})${rest}$`);
    this.first = new Map(first.split(" ").map((part) => part.split(":")).map(([part, surface = part]) => [part, surface]));
    this.nouns = anyOf(nouns);
    this.derived = anyOf(derivations, `(?:${endings.join("|")})*`);
    this.another = anyOf(notBeginning);
  }

  addCompound(text, [start, end, word], candidates) {
    for (let length = word.length - 3; length >= BEGINNING; length -= 1) {
      const part = this.first.get(word.slice(0, length));
      if (part === undefined || !this.nouns.test(word.slice(length))) continue;
      const surface = this.surface(part);
      if (surface && !surface.everyday && !surface.sense) addEnding(text, start, end, surface, candidates);
      return;
    }
  }

  hyphenated(text, { start, end, surface }) {
    const after = AFTER_HYPHEN.exec(text.slice(end, end + 60));
    if (!after || after[1][0] === after[1][0].toUpperCase()) return null;
    const [written, rest, stop] = [text.slice(start, end), foldWord(after[1]), end + after[0].length];
    if (text[start - 1] === "/" || text[stop] === "/") return null;
    const listed = this.surface(written + after[1]);
    if (listed) return { start, end: stop, surface: listed };
    if (written.length <= (surface.short ? 2 : 3) || surface.everyday || surface.sense) return null;
    if (this.derived.test(rest) || this.another.test(foldWord(written) + rest)) return null;
    return { start, end: stop, surface: this.nouns.test(rest) ? surface : { ...surface, sense: this.health } };
  }
}
