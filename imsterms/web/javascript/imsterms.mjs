// The terms of imsterms in a browser or in Node.js: forms, texts with references, counting and search, with the same
// results as the Python library. The words of a language are in a module of their own:
//
//   import { Glossary } from "./imsterms.mjs";
//   import nb from "./imsterms.nb.mjs";
//   const glossary = new Glossary(nb);
//   glossary.render("Behandleren palperer {trigger_point}[the plural].");

import { CompoundMatcher } from "./compounds.mjs";
import { compareScores } from "./scores.mjs";

export class ImstermsError extends Error {}

const TOKEN = /\{\{|\}\}|\{([a-z][a-z0-9_]{0,63})\}(?:\[([^[\]\n]*)\])?|[{}]/g;

export class Glossary {
  #data;
  #numbers;
  #index = null;
  #matcher = null;

  constructor(data) {
    this.#data = data;
    this.#numbers = new Intl.NumberFormat(data.locale, { maximumFractionDigits: 3, roundingMode: "halfEven" });
  }

  get language() { return this.#data.language; }
  get version() { return this.#data.version; }
  get contentHash() { return this.#data.content_hash; }
  get ids() { return Object.keys(this.#data.concepts); }

  has(id) { return Object.hasOwn(this.#data.concepts, id); }

  /** A concept's term in a form such as "the plural"; with a capital initial, "The plural". */
  term(id, form = "") {
    const concept = this.#concept(id);
    const [name, capital] = parseForm(form);
    if (!Object.hasOwn(concept.forms, name)) {
      const known = this.#data.form_names.includes(name);
      throw new ImstermsError(known
        ? `the term '${concept.forms[""]}' (${id}, ${this.language}) has no form '${name}'`
        : `there is no form '${name}' (there are: ${this.#data.form_names.filter(Boolean).join(", ")})`);
    }
    return capital ? capitalise(concept.forms[name]) : concept.forms[name];
  }

  /** Every form that a term has, by name; the base form has the name "". */
  forms(id) { return { ...this.#concept(id).forms }; }

  /** A number with the term in the form that it takes: "3 triggerpunkter". */
  counted(id, count) {
    if (!Number.isInteger(count)) throw new ImstermsError(`a count is a whole number, not ${String(count)}`);
    const { counts } = this.#concept(id);
    const slot = counts && Math.min(this.#slot(count), counts.length - 1);
    if (!counts || !counts[slot]) {
      throw new ImstermsError(`'${this.term(id)}' (${id}) is not counted in ${this.language}`);
    }
    return this.#data.numberless.includes(slot) ? counts[slot] : `${this.#number(count)} ${counts[slot]}`;
  }

  /** The definition as plain text; null where the language has none. */
  definition(id) { return this.#concept(id).definition ?? null; }

  /** The explanation for patients; null where the language has none. */
  explanation(id) { return this.#concept(id).explanation ?? null; }

  /** What has to be shown wherever the concept is shown; null where there is nothing. */
  notice(id) { return this.#concept(id).notice ?? null; }

  /** A text with its references and values filled in. Values are inert; numbers are written as the language does. */
  render(text, values = {}) {
    return this.#render(text, values, (id, name) => name);
  }

  /** A document, in which a term with an abbreviation is spelled out first and short afterwards. */
  document() {
    const introduced = new Set();
    const choose = (id, name) => {
      const { abbreviation } = this.#concept(id);
      if (!abbreviation || !["", "the", "short", "full", "the full"].includes(name)) return name;
      if (introduced.has(id)) return "short";
      introduced.add(id);
      return name.startsWith("the") ? "the full" : "full";
    };
    return { render: (text, values = {}) => this.#render(text, values, choose) };
  }

  /** The concepts that a query may mean, best first; `others` are glossaries to fall back on where there are none. */
  search(query, { limit = 20, others = [] } = {}) {
    const found = new Map();
    const code = normalCode(query.slice(0, LONGEST));
    for (const id of /\d/.test(code) ? this.#data.codes[code] ?? [] : []) {
      const word = properties(this.#data, this.#concept(id).designations[0]);
      found.set(id, { concept: id, text: this.term(id), ...word, language: "" });
    }
    for (const glossary of [this, ...others]) {
      if (glossary !== this && found.size) break;
      for (const result of glossary.#search(query, limit)) {
        const language = glossary === this ? "" : glossary.language;
        if (!found.has(result.concept)) found.set(result.concept, { ...result, language });
      }
    }
    return [...found.values()].slice(0, limit);
  }

  /** The terms of a text, as `annotate` of the Python library finds them; offsets are UTF-16 units, as in all strings. */
  annotate(text) {
    this.#matcher ??= new CompoundMatcher(this.#data.surfaces);
    return this.#matcher.annotate(text);
  }

  #concept(id) {
    if (!this.has(id)) throw new ImstermsError(`there is no concept '${id}' in ${this.language}`);
    return this.#data.concepts[id];
  }

  #number(number) {
    // the hyphen that the Python library writes
    return this.#numbers.format(number).replace("\u2212", "-");
  }

  #slot(count) {
    const slots = this.#data.plurals;
    const size = Math.abs(count);
    // the rules of all languages repeat after a thousand
    return Number(slots[size < 1000 ? size : 1000 + (size % 1000)]);
  }

  #render(text, values, choose) {
    let position = 0;
    let rendered = "";
    for (const token of text.matchAll(TOKEN)) {
      rendered += text.slice(position, token.index);
      position = token.index + token[0].length;
      const [whole, name, form = ""] = token;
      if (name !== undefined) {
        rendered += this.#reference(name, form.trim(), values, choose);
      } else if (whole.length === 2) {
        rendered += whole[0];
      } else {
        throw new ImstermsError(`a brace that belongs to no reference; a literal brace is written ${whole}${whole}`);
      }
    }
    return rendered + text.slice(position);
  }

  #reference(name, form, values, choose) {
    if (Object.hasOwn(values, name)) {
      if (form) throw new ImstermsError(`the value {${name}} has no forms; leave [${form}] out`);
      const value = values[name];
      return typeof value === "number" || typeof value === "bigint" ? this.#number(value) : String(value);
    }
    const [wanted, capital] = parseForm(form);
    if (form.startsWith("counted ")) {
      const value = form.slice("counted ".length).trim();
      if (!Object.hasOwn(values, value)) throw new ImstermsError(`there is no value '${value}' to count {${name}} by`);
      return this.counted(name, values[value]);
    }
    const rendered = this.term(name, choose(name, wanted));
    return capital ? capitalise(rendered) : rendered;
  }

  #search(query, limit) {
    this.#index ??= new SearchIndex(this.#data);
    return this.#index.search(query, limit);
  }
}

function parseForm(spec) {
  const name = spec.trim().split(/\s+/).join(" ");
  const first = name.slice(0, 1);
  const capital = first !== first.toLowerCase();
  const lower = first.toLowerCase() + name.slice(1);
  return [lower === "term" ? "" : lower, capital];
}

// never harms a word with capitals of its own (iSTOP)
function capitalise(text) {
  const first = text.split(" ", 1)[0];
  return first === first.toLowerCase() ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

// --- search: as imsterms.lexicon.search does it, where each step is explained ---

const LONGEST = 200;
const MOST_WORDS = 8;
const SMALL = 3;
const [WHOLE, EDGE, INSIDE, SLIP, TWO_SLIPS] = [0, 1, 2, 3, 4];
const DEFINITION = 10;
const PLAIN_LETTERS = { "ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "ss", "-": " ", "/": " " };
const LAST = "\u{10ffff}";

/** A text as search compares it: without case, accents and hyphens. */
export function looseKey(text) {
  const folded = text.replaceAll("\u00ad", "").normalize("NFC").toLowerCase().trim().split(/\s+/).join(" ")
    .replace(/[øæđłß/-]/g, (letter) => PLAIN_LETTERS[letter]).normalize("NFD")
    .replace(/[ \t.,;:!?()]/g, " ").replace(/[^\p{L}\p{N} ]/gu, "");
  return folded.replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("aa", "a");
}

function normalCode(code) {
  return code.replaceAll(".", "").replaceAll(" ", "").toUpperCase();
}

const wordsOf = (text) => text.split(" ").filter(Boolean);
const unique = (items) => [...new Set(items)];
// code points, as Python compares strings
const compare = (one, other) => {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    if (left[place] !== right[place]) return left[place].codePointAt(0) - right[place].codePointAt(0);
  }
  return left.length - right.length;
};

function properties(data, [kind]) {
  const [, status, type, register] = data.kinds[kind];
  return { status, type, register };
}

class SearchIndex {
  constructor(data) {
    this.data = data;
    this.entries = [];
    const words = new Map();
    for (const [id, concept] of Object.entries(data.concepts)) {
      for (const designation of concept.designations) {
        const [kind, ...texts] = designation;
        const [order] = data.kinds[kind];
        this.#add(words, { id, designation, texts, forms: texts.map(looseKey), order, penalty: 0 });
      }
      if (concept.definition) {
        const texts = [concept.forms[""]];
        const forms = [looseKey(concept.definition)];
        const [term] = concept.designations;
        const [order] = data.kinds[term[0]];
        this.#add(words, { id, designation: term, texts, forms, order, penalty: DEFINITION });
      }
    }
    this.words = [...words.keys()].sort(compare);
    this.postings = this.words.map((word) => words.get(word));
  }

  #add(words, entry) {
    entry.length = Math.min(...entry.forms.map((form) => Array.from(form).length));
    const joined = entry.forms.filter((form) => [2, 3].includes(form.split(" ").length))
      .map((form) => form.replaceAll(" ", ""));
    for (const word of unique([...entry.forms.flatMap(wordsOf), ...joined])) {
      if (!words.has(word)) words.set(word, []);
      words.get(word).push(this.entries.length);
    }
    this.entries.push(entry);
  }

  search(query, limit) {
    const asked = wordsOf(looseKey(query.slice(0, LONGEST)));
    const words = unique(asked).slice(0, MOST_WORDS);
    if (!words.length) return [];
    const whole = asked.join(" ");
    const best = new Map();
    for (const [entry, fit] of this.#fitting(words)) {
      const score = [fit, entry.forms.includes(whole) ? 0 : 1, entry.order, entry.length];
      const known = best.get(entry.id);
      if (!known || compareScores(score, known[0]) < 0) best.set(entry.id, [score, entry]);
    }
    const ranked = [...best.values()].sort((one, other) =>
      compareScores(one[0], other[0]) || compareLists(one[1].forms, other[1].forms));
    return ranked.slice(0, limit).map(([, entry]) => ({
      concept: entry.id, text: entry.texts[bestForm(entry.forms, whole)], ...properties(this.data, entry.designation),
    }));
  }

  * #fitting(words) {
    const long = words.filter((word) => word.length > SMALL);
    const needed = long.length ? long : words.slice(0, 1);
    const extra = words.filter((word) => !needed.includes(word)).map((word) => this.#fits(word, false));
    const [first, ...others] = needed.map((word) => this.#fits(word, true)).sort((one, other) => one.size - other.size);
    for (const [place, fit] of first) {
      if (others.some((other) => !other.has(place))) continue;
      const total = others.reduce((sum, other) => sum + other.get(place), fit);
      const entry = this.entries[place];
      yield [entry, total + entry.penalty + extra.filter((other) => !other.has(place)).length];
    }
  }

  #fits(word, slips) {
    const fits = new Map();
    const take = (places, fit) => {
      for (const place of places) {
        for (const entry of this.postings[place]) if (!fits.has(entry)) fits.set(entry, fit);
      }
    };
    const beginning = this.#beginningWith(word);
    if (beginning.length && this.words[beginning[0]] === word) take([beginning[0]], WHOLE);
    take(beginning, EDGE);
    if (word.length >= SMALL) {
      const inside = [];
      const atEnd = [];
      this.words.forEach((other, place) => {
        const found = other.indexOf(word, 1);
        if (found > 0) (other.endsWith(word) ? atEnd : inside).push(place);
      });
      take(atEnd, EDGE);
      take(inside, INSIDE);
    }
    if (slips && word.length > SMALL && !fits.size) {
      take(this.#withASlip(word), SLIP);
      if (!fits.size && word.length > 5) take(this.#withTwoSlips(word), TWO_SLIPS);
    }
    return fits;
  }

  #place(word) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(this.words[middle], word) < 0) low = middle + 1; else high = middle;
    }
    return low;
  }

  #beginningWith(start) {
    const first = this.#place(start);
    const last = this.#place(start + LAST);
    return Array.from({ length: last - first }, (_, place) => first + place);
  }

  * #withASlip(word) {
    for (const start of new Set(this.#oneSlipAway(word))) yield* this.#beginningWith(start);
    const place = this.#place(word.slice(0, -1));
    if (this.words[place] === word.slice(0, -1)) yield place;
  }

  * #oneSlipAway(word) {
    for (let position = 0; position < word.length; position += 1) {
      const [before, after] = [word.slice(0, position), word.slice(position)];
      const places = this.#beginningWith(before);
      if (!places.length) return;
      if (after.length > 1) {
        yield before + after.slice(1);
        yield before + after[1] + after[0] + after.slice(2);
      }
      for (const letter of unique(places.map((place) => this.words[place][position]).filter(Boolean))) {
        yield before + letter + after;
        yield before + letter + after.slice(1);
      }
    }
  }

  * #withTwoSlips(word) {
    const end = word.slice(-3);
    for (const [place, other] of this.words.entries()) {
      const near = other.startsWith(word.slice(0, 2)) || (other.endsWith(end) && other.length > end.length);
      if (near && editDistance(word, other, 2) <= 2) yield place;
    }
  }
}

function bestForm(forms, whole) {
  if (forms.includes(whole)) return forms.indexOf(whole);
  return Math.max(0, forms.findIndex((form) => form.startsWith(whole)));
}

function compareLists(one, other) {
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    const order = compare(one[place], other[place]);
    if (order) return order;
  }
  return one.length - other.length;
}

function editDistance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before = [];
  let previous = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, before[column - 2] + 1);
      }
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    [before, previous] = [previous, current];
  }
  return Math.min(previous.at(-1), limit + 1);
}
