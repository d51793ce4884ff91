// Compounds that nobody listed: compounds.py says which of them are plain ones.

import { addEnding, Matcher } from "./matcher.mjs";

const BEGINNING = 6;

export class CompoundMatcher extends Matcher {
  constructor(data) {
    super(data);
    const parts = data.compounds.split(" ").map((part) => part.split(":"));
    this.first = new Map(parts.map(([part, surface = part]) => [part, surface]));
  }

  addCompound(text, [start, end, word], candidates) {
    for (let length = word.length - 3; length >= BEGINNING; length -= 1) {
      const part = this.first.get(word.slice(0, length));
      if (part === undefined || !this.nouns.test(word.slice(length))) continue;
      const surface = this.surface(part);
      if (surface && !surface.everyday && !surface.ambiguous) addEnding(text, start, end, surface, candidates);
      return;
    }
  }
}
