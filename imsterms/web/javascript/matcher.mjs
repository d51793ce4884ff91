// Terms in text, found as imsterms.recognition finds them, where each step is explained. All that is known of a language
// is in the data: tables of surfaces, false friends, and the company of words with several senses.

import { compareScores } from "./scores.mjs";

// letters, and with them digits, without the tables of Unicode, which take long to compile: from À on, all but signs
const ABC = "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u1fff\u2c00-\u2dff\u3040-\ud7ff"
  + "\uf900-\ufdff\uff21-\uff3a\uff41-\uff5a";
const NEAR = `0-9_\u00b2\u00b3\u00b9\u00bc-\u00be${ABC}`;
const MATHEMATICAL = "\u{1d400}-\u{1d7ff}";
const SKIPPED = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
export const HYPHENS = "-\u2010\u2011\ufe63\uff0d";
const MARKS = "\u0300-\u036f\u20d0-\u20f0\ufe20-\ufe2f";
const WORD = new RegExp(`[0-9_${ABC}${MATHEMATICAL}][0-9_${ABC}${MATHEMATICAL}${MARKS}${SKIPPED}]*`, "gu");
const SIMPLE = /^[a-zæøå]+$/;
const UNSEEN = new RegExp(`[${SKIPPED}]`, "g");
const ADDRESS_SIGNS = `./@:?=&#%~\\_${HYPHENS}`;
const ADDRESS_END = " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f"
  + '\u3000\ufeff<>"«»“”()[]{}|,;';
const ADDRESS = new RegExp(
  `://|^[wW]{3}\\.|[${NEAR}]@[${NEAR}]|^@[${NEAR}]|[${NEAR}]\\.(?:no|se|dk|fi|com|org|net|eu|uk|ca|de|info|io`
  + `|example|pdf|docx?|xlsx?|pptx?|jpe?g|png|html?|txt|csv|md|py|po)(?![${NEAR}-])`, "u");
const STEM = new RegExp(`^[0-9_${ABC}]*`);
const AFTER_HYPHEN = new RegExp(`^[${HYPHENS}]([${ABC}]{3,40})(?![${NEAR}${HYPHENS.slice(1)}-])`);
const PARTED = new RegExp(`(?<![${NEAR}/-])[${ABC}]{2,40}-[${ABC}]{3,40}(?![${NEAR}/-])`, "gu");
const SHORTEST_PARTED = 7;
const [POSSIBLE, LIKELY, CERTAIN, FIGURATIVE] = [0, 1, 2, 3];
const [COMPANY_REACH, CITED_REACH, LONG_FORM_REACH, NAME_WORDS] = [110, 400, 80, 6];
const TITLE = 4;
const [COORDINATION_REACH, SHORTEST_PART] = [60, 4];
const LETTERS = new RegExp(`[${ABC}]+`, "g");
const KEY = 4;
const [SUBJECT_CONCEPTS, SUBJECT_REACH] = [3, 500];
const [ENOUGH, SPARSE, MUCH, SEVERAL, NOTE] = [2, 600, 4, 3, 25];
const WORD_BEFORE = new RegExp(`([${ABC}][${NEAR}.-]*) $`);
const WORD_AFTER = new RegExp(`^ ([${ABC}][${NEAR}-]*)`);
const SENTENCE_START = /(?:^|[.!?:|\n«"“–•*-])[ \t»"”)]*$/u;

const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

export const foldWord = (word) => SIMPLE.test(word) ? word : word.replace(UNSEEN, "").normalize("NFKC").toLowerCase().normalize("NFC");
const isUpper = (text) => text === text.toUpperCase() && text !== text.toLowerCase();
const startsUpper = (word) => isUpper(word.slice(0, 1));

function separator(text) {
  const plain = text.replace(UNSEEN, "").replaceAll("\r\n", "\n");
  if ((plain.match(/[\n\r\u2029]/g) ?? []).length > 1) return null;
  return plain.replace(new RegExp(`[${HYPHENS}]`, "g"), "-").replace(/['’ʼ＇]/g, "'").replace(/\s+/g, " ");
}

const [WORD_STARTS, WORD_ENDS] = [`(?<![${NEAR}])`, `(?![${NEAR}])`];

/** A regular expression of the word lists, which are Python's, in which every letter is one and not ASCII alone; ~ is any letters. */
export function expression(source, flags = "u") {
  let inClass = false;
  const translated = source.replaceAll("~", "\\w*").replace(/\\([^])|[[\]]/g, (token, escaped) => {
    if (escaped === undefined) {
      inClass = token === "[" || (inClass && token !== "]");
      return token;
    }
    if (escaped === "w") return inClass ? NEAR : `[${NEAR}]`;
    if (escaped === "W") return `[^${NEAR}]`;
    if (escaped === "b") return `(?:${WORD_STARTS}(?=[${NEAR}])|(?<=[${NEAR}])${WORD_ENDS})`;
    return /[dsSnp^$\\.*+?()[\]{}|/]/.test(escaped) || (escaped === "-" && inClass) ? token : escaped;
  });
  return new RegExp(translated, flags);
}

const even = (text) => text.toLowerCase().replace(/[\u00a0\n]/g, " ");
const wholeWords = (parts) => expression(`${WORD_STARTS}(?:${parts.join("|")})${WORD_ENDS}`);
const before = (parts) => parts?.length ? expression(`(?<!\\w)(?:${parts.join("|")})\\W*$`) : null;

const ANY_WORD = new RegExp(`[${NEAR}]+`, "gu");

/** A function that says how many words of some patterns a text has, in lower case; each word is compared once. */
function words(patterns) {
  const phrases = patterns.filter((pattern) => /[ -]/.test(pattern));
  const exact = new Set(patterns.filter((pattern) => /^\p{L}+$/u.test(pattern)));
  const starts = new Set(patterns.map((pattern) => /^(\p{L}+)~$/u.exec(pattern)?.[1]));
  const other = patterns.filter((pattern) => !/[ -]/.test(pattern) && !/^\p{L}+~?$/u.test(pattern));
  const compared = new Map();
  let [whole, part] = [null, null];
  const isOne = (word) => {
    for (let length = 1; length <= word.length; length += 1) if (starts.has(word.slice(0, length))) return true;
    return exact.has(word) || (other.length > 0 && (whole ??= expression(`^(?:${other.join("|")})$`)).test(word));
  };
  return (text) => {
    let count = 0;
    for (const word of new Set(Array.from(text.matchAll(ANY_WORD), ([found]) => found))) {
      if (!compared.has(word)) compared.set(word, isOne(word));
      count += compared.get(word);
    }
    part ??= phrases.length ? wholeWords(phrases) : /(?!)/;
    return count + 2 * part.test(text);
  };
}

class Sense {
  constructor(alone, only, company, health) {
    const known = only % 4;
    Object.assign(this, { alone, near: known > 0, only: known > 1, among: known > 2, twice: only > 3, health, company: words(company) });
  }

  // a word of the subject counts for two that have an everyday sense too
  hasCompany(around, terms, enough) {
    const [subject, hints] = this.health;
    const company = ENOUGH * this.company(around);
    if (this.near) return company > 0 && Math.max(company, ENOUGH * terms) >= enough;
    return ENOUGH * terms >= enough || company + ENOUGH * subject(around) + hints(around) >= enough;
  }
}

class FalseFriend {
  constructor([, start, end, unless, near, both]) {
    this.compile = () => {
      Object.assign(this, { before: before(start), unless: before(unless), both });
      this.near = near.length ? wholeWords(near) : null;
      this.after = end.length ? expression(`^(?:${end.join("|")})`) : null;
      this.compile = null;
    };
  }

  speaksAgainst(text, start, end) {
    this.compile?.();
    if (this.before || this.after) {
      const left = even(text.slice(Math.max(0, start - 70), start));
      if (this.unless?.test(left)) return false;
      const [one, other] = [this.before?.test(left) ?? false, this.after?.test(even(text.slice(end, end + 60))) ?? false];
      if (this.both ? one && other : one || other) return true;
    }
    return this.near?.test(even(text.slice(Math.max(0, start - 160), end + 160))) ?? false;
  }
}

const MARKS_AND_SENSE = /^([!~=+]*)(\d*)$/;

/** The words in a text, "stem|3" for one with the endings of that number in the table. */
function formsOf(word, table) {
  const [stem, number] = word.split("|");
  return number === undefined ? [stem] : table[number].map((ending) => stem + ending);
}

function parseGroup(group, table) {
  const end = group.indexOf(">");
  const [, marks, sense] = end < 0 ? ["", "", ""] : MARKS_AND_SENSE.exec(group.slice(0, end));
  const phrases = group.slice(end + 1);
  return { marks, sense, phrases, words: phrases.split(" ").map((word) => formsOf(word, table)) };
}

/** What abbreviations of a concept are short for, in lower case. */
function longForms(entry, table) {
  entry.longForms ??= entry.groups.map((group) => parseGroup(group, table)).filter(({ marks }) => !/[~=]/.test(marks))
    .flatMap(({ words }) => words.reduce((texts, forms) => texts.flatMap((text) => forms.map((form) => `${text} ${form}`)), [""]))
    .map((text) => text.slice(1).toLowerCase());
  return entry.longForms;
}

export class Matcher {
  constructor({ words: lines, endings, joining, joints, friends, senses, subject, hints, names, inside, works, joined }) {
    const [nouns, derivations, derivationEndings, notBeginning] = joined;
    const anyOf = (patterns, rest = "") => expression(`^(?:${patterns.join("|") || "(?!)"})${rest}$`);
    this.nouns = anyOf(nouns);
    this.derived = anyOf(derivations, `(?:${derivationEndings.join("|")})*`);
    this.another = anyOf(notBeginning);
    this.hasSigns = referenceSigns(...works);
    this.joints = ["", ...joints];
    this.patterns = coordinationPatterns(works[0]);
    this.endings = endings.map((forms) => forms.split("|"));
    this.joining = joining;
    this.names = new Set(names);
    this.inside = new Set(inside);
    this.friends = new Map();
    for (const friend of friends) {
      const rule = new FalseFriend(friend);
      for (const word of friend[0]) this.friends.set(word, [...this.friends.get(word) ?? [], rule]);
    }
    const health = [words(subject), words(hints)];
    this.health = new Sense(POSSIBLE, 0, [], health);
    this.senses = senses.map(([alone, only, company]) => {
      return new Sense(alone, only, company, health);
    });
    this.trie = { surface: null, next: null };
    this.waiting = new Map();
    this.seen = new Set();
    for (const line of lines.split("\n")) {
      const [concept, ...groups] = line.split(";");
      const entry = { concept, groups, longForms: null };
      for (const group of groups) this.#await({ entry, group, placed: false });
    }
  }

  // what begins with a word is put into the trie when a text has such a word
  #await(phrase) {
    const { group } = phrase;
    const start = group.indexOf(">") + 1;
    phrase.stem = foldWord(STEM.exec(group.slice(start))[0]);
    const key = phrase.stem.slice(0, KEY);
    if (this.waiting.has(key)) this.waiting.get(key).push(phrase);
    else this.waiting.set(key, [phrase]);
  }

  #beginningWith(word) {
    if (!this.seen.has(word)) {
      this.seen.add(word);
      for (let length = 0; length <= KEY && length <= word.length; length += 1) {
        for (const phrase of this.waiting.get(word.slice(0, length)) ?? []) {
          if (phrase.placed || !word.startsWith(phrase.stem)) continue;
          phrase.placed = true;
          this.#put(phrase.entry, phrase.group);
        }
      }
    }
    return this.trie.next?.get(word);
  }

  // "!" must be written so, "~" is an everyday word, "+" a phrase of its own, "=" an abbreviation; the number is that
  // of its sense
  #put(entry, group) {
    const { marks, sense: number, words, phrases } = parseGroup(group, this.endings);
    const sense = number ? this.senses[Number(number) - 1] ?? this.health : null;
    const common = {
      entry, everyday: marks.includes("~"), whole: marks.includes("+"),
      short: marks.includes("="), named: phrases !== phrases.toLowerCase(),
      sense, ambiguous: sense !== null && sense.alone !== FIGURATIVE,
    };
    const put = (node, place, text, between) => {
      for (const form of words[place]) {
        const whole = place ? `${text} ${form}` : form;
        const [below, rest] = this.#below(node, between, form);
        if (place + 1 < words.length) {
          put(below, place + 1, whole, `${rest} `);
          continue;
        }
        const friends = this.friends.get(whole.toLowerCase()) ?? [];
        below.surface ??= { ...common, friends, exactly: marks.includes("!") ? whole : "" };
      }
    };
    put(this.trie, 0, "", "");
  }

  // where a form leads to, and what follows its last word
  #below(start, between, form) {
    let node = start;
    let rest = between;
    let place = 0;
    const step = (name) => {
      node.next ??= new Map();
      if (!node.next.has(name)) node.next.set(name, { surface: null, next: null });
      node = node.next.get(name);
    };
    if (between.length < 2 && SIMPLE.test(form)) {
      step(between + form);
      return [node, ""];
    }
    for (const { 0: word, index } of form.matchAll(WORD)) {
      step((start === this.trie && !place ? "" : separator(rest + form.slice(place, index))) + foldWord(word));
      place = index + word.length;
      rest = "";
    }
    rest += form.slice(place);
    if (rest === ".") step(".");
    return [node, rest];
  }

  annotate(text) {
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => [index, index + word.length, foldWord(word)]);
    const candidates = [];
    words.forEach(([start, , word], place) => {
      const node = this.#beginningWith(word);
      if (!this.#mayBegin(text, start)) return;
      if (node) this.#walk(node, text, words, place, place, candidates);
      else this.addCompound(text, words[place], candidates);
    });
    const accepted = candidates.filter((found) => !ruledOut(text, found));
    const joined = accepted.filter((found) => found.joined).map((found) => this.#hyphenated(text, found)).filter(Boolean);
    for (const { 0: written, index } of text.matchAll(PARTED)) {
      const surface = written.length > SHORTEST_PARTED && this.surface(written.replace("-", ""));
      if (surface) joined.push({ start: index, end: index + written.length, surface });
    }
    let chosen = choose([...accepted.filter((found) => !found.joined), ...joined].sort((one, other) => one.start - other.start));
    const shortened = [...this.#shortened(text, chosen)].filter(({ surface }) => !surface.ambiguous && !surface.friends.length);
    if (shortened.length) chosen = choose([...shortened, ...chosen]);
    const plain = chosen.filter(({ surface: { sense } }) => !sense || (sense.alone >= CERTAIN && !sense.near));
    const starts = plain.map((found) => found.start);
    const isSubject = new Set(plain.map((found) => found.surface.entry.concept)).size >= SUBJECT_CONCEPTS
      && text.length <= SUBJECT_REACH * starts.length;
    const enough = text.length > SPARSE * (starts.length + 1) ? MUCH : ENOUGH;
    const known = { starts, isSubject, enough, years: [...text.matchAll(/[12][09]\d\d/g)].map(({ index }) => index) };
    return chosen.filter((found) => this.#judge(text, found, known) >= LIKELY)
      .map(({ start, end, surface }) => ({
        start, end, concept: surface.entry.concept, text: text.slice(start, end), everyday: surface.everyday,
        hard: !surface.everyday && !surface.ambiguous,
      }));
  }

  #walk(node, text, words, first, last, candidates) {
    const [start] = words[first];
    const end = words[last][1];
    if (node.surface) addEnding(text, start, end, node.surface, candidates);
    const stop = text[end] === "." && node.next?.get(".");
    if (stop?.surface) candidates.push({ start, end: end + 1, surface: stop.surface });
    if (!node.next || last + 1 === words.length || words[last + 1][0] - end > 100) return;
    const between = separator(text.slice(end, words[last + 1][0]));
    if (between === null) return;
    for (const step of between === "-" ? ["-", " "] : [between]) {
      const below = node.next.get(step + words[last + 1][2]);
      if (below) this.#walk(below, text, words, first, last + 1, candidates);
    }
  }

  // what compounds.mjs finds
  addCompound() {}

  // the compound of a term with what a hyphen joins to it: annotate.py says which
  #hyphenated(text, { start, end, surface }) {
    const after = AFTER_HYPHEN.exec(text.slice(end, end + 60));
    if (!after || startsUpper(after[1])) return null;
    const [written, rest, stop] = [text.slice(start, end), foldWord(after[1]), end + after[0].length];
    if (text[start - 1] === "/" || text[stop] === "/") return null;
    const listed = this.surface(written + after[1]);
    if (listed) return { start, end: stop, surface: listed };
    const goesWithAny = this.nouns.test(rest);
    if (written.length <= (surface.short ? 2 : 3) || surface.everyday || (surface.ambiguous && !goesWithAny)) return null;
    if (this.derived.test(rest) || this.another.test(foldWord(written) + rest)) return null;
    return { start, end: stop, surface: goesWithAny ? surface : { ...surface, sense: this.health } };
  }

  surface(text) {
    const [first, ...rest] = text.matchAll(WORD);
    let [node, end] = [this.#beginningWith(foldWord(first[0])), first[0].length];
    for (const { 0: word, index } of rest) {
      node = node?.next?.get(separator(text.slice(end, index)) + foldWord(word));
      end = index + word.length;
    }
    return node?.surface;
  }

  // coordination.py says what is found here
  * #shortened(text, chosen) {
    const { first, afterFirst, beforeLast, last, earlier } = this.patterns;
    const at = (pattern, place) => {
      pattern.lastIndex = place;
      return pattern.exec(text);
    };
    for (let hyphen = text.indexOf("-"); hyphen >= 0; hyphen = text.indexOf("-", hyphen + 1)) {
      const after = ", /".includes(text[hyphen + 1]) && at(afterFirst, hyphen + 1);
      const start = after && first.exec(text.slice(Math.max(0, hyphen - 41), hyphen));
      if (start) {
        const wholes = tails(foldWord(after[1]), 2).flatMap((tail) => this.joints.map((joint) => foldWord(start[1]) + joint + tail));
        const surface = firstOf(wholes, (whole) => this.surface(whole));
        if (surface) yield { start: hyphen - start[1].length, end: hyphen + 1, surface };
      }
      const end = text[hyphen - 1] === " " && at(last, hyphen + 1);
      const whole = end && beforeLast.exec(text.slice(Math.max(0, hyphen - COORDINATION_REACH), hyphen));
      if (whole) {
        const surface = firstOf(tails(foldWord(whole[1]), 2, -1), (part) => this.surface(part + foldWord(end[1])));
        if (surface) yield { start: hyphen, end: hyphen + 1 + end[1].length, surface };
      }
    }
    for (const { start, end } of chosen) {
      const space = text.slice(start, end).indexOf(" ");
      const before = space > 0 && earlier.exec(text.slice(Math.max(0, start - COORDINATION_REACH), start));
      if (!before) continue;
      const rest = text.slice(start + space, end);
      const isNoun = Boolean(this.surface(text.slice(start, start + space)));
      for (const { 0: word, index } of before[1].matchAll(LETTERS)) {
        const surface = Boolean(this.surface(word)) === isNoun && this.surface(word + rest);
        const place = Math.max(0, start - COORDINATION_REACH) + before.index + index;
        if (surface) yield { start: place, end: place + word.length, surface };
      }
    }
  }

  #mayBegin(text, start) {
    const sign = text[start - 1] ?? " ";
    if (!ADDRESS_SIGNS.includes(sign)) return true;
    return !(HYPHENS.includes(sign) && this.#joinedBefore(text, start)) && !inAddress(text, start);
  }

  #joinedBefore(text, start) {
    const sign = text[start - 2];
    if (sign === undefined || HYPHENS.includes(sign)) return false;
    if (!/\s/.test(sign)) return new RegExp(`[${NEAR}${MARKS})\\]}»”’"']`, "u").test(sign);
    const shortened = text.slice(Math.max(0, start - 14), start - 1).replace(/[ \u00a0]+$/, "");
    return this.joining.some((word) => shortened.endsWith(word));
  }

  #judge(text, { start, end, surface }, { starts, years, isSubject, enough }) {
    const { sense } = surface;
    const written = text.slice(start, end);
    const isNamed = surface.named && !(surface.short && written.slice(1) === written.slice(1).toLowerCase());
    if (!isNamed && startsUpper(written) && !isUpper(written)) {
      const name = this.#inName(text, start, end);
      if (name === "sure" || (name && (surface.short || (sense && sense.alone < CERTAIN)))) return POSSIBLE;
    }
    if (cited(text, start, end, years, this.hasSigns)) return POSSIBLE;
    if (surface.short) {
      const defined = isDefined(text, written, longForms(surface.entry, this.endings));
      if (defined !== null) return defined ? CERTAIN : POSSIBLE;
    }
    const isFigurative = sense?.alone === FIGURATIVE;
    if (!sense || sense.alone === CERTAIN || (isFigurative && enough < MUCH)) return CERTAIN;
    const around = `${text.slice(Math.max(0, start - COMPANY_REACH), start)} ${text.slice(end, end + COMPANY_REACH)}`;
    const beside = starts.slice(firstAfter(starts, start - COMPANY_REACH - 1), firstAfter(starts, start + COMPANY_REACH));
    const terms = beside.filter((other) => other !== start).length;
    const least = isFigurative ? ENOUGH : sense.twice && !isSubject ? MUCH : enough;
    if (sense.hasCompany(around.toLowerCase(), terms, least)) return CERTAIN;
    if (isSubject && !sense.only) return Math.max(LIKELY, sense.alone);
    if (sense.among && (text.length <= NOTE * starts.length || terms >= SEVERAL)) return LIKELY;
    return isFigurative ? POSSIBLE : sense.alone;
  }

  #inName(text, start, end) {
    const inRun = (word) => startsUpper(word) || this.inside.has(word);
    const run = [];
    for (let [place, count] = [start, 0]; count < NAME_WORDS; count += 1) {
      const word = WORD_BEFORE.exec(text.slice(Math.max(0, place - 40), place));
      if (!word || !inRun(word[1]) || endsSentence(word[1])) break;
      place -= word[0].length;
      // where the text begins earlier, ^ is not its beginning
      const before = (place > 10 ? "_" : "") + text.slice(Math.max(0, place - 10), place);
      if (startsUpper(word[1]) && !SENTENCE_START.test(before)) run.push(word[1]);
    }
    for (let [place, count] = [end, 0]; count < NAME_WORDS; count += 1) {
      const word = WORD_AFTER.exec(text.slice(place, place + 80));
      if (!word || !inRun(word[1])) break;
      place += word[0].length;
      if (startsUpper(word[1])) run.push(word[1]);
    }
    if (!run.length) return "";
    return [...run, text.slice(start, end)].some((word) => this.names.has(word.toLowerCase())) ? "sure" : "maybe";
  }
}

// a full stop after a title or an initial ends none
function endsSentence(word) {
  return word.endsWith(".") && (word.length > TITLE || (word.length > 2 && isUpper(word)));
}

// the place of the first number over a limit in a sorted list
function firstAfter(numbers, limit) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] <= limit) low = middle + 1; else high = middle;
  }
  return low;
}

function inAddress(text, position) {
  let [start, end] = [position, position];
  while (start > 0 && !ADDRESS_END.includes(text[start - 1])) start -= 1;
  while (end < text.length && !ADDRESS_END.includes(text[end])) end += 1;
  return ADDRESS.test(text.slice(start, end));
}

export function addEnding(text, start, end, surface, candidates) {
  const sign = text[end] ?? " ";
  const isBeside = ADDRESS_SIGNS.includes(sign);
  if (isBeside && inAddress(text, start)) return;
  const joined = isBeside && HYPHENS.includes(sign) && !HYPHENS.includes(text[end + 1] ?? " ");
  candidates.push({ start, end: visibleEnd(text, end), surface, joined });
}

function visibleEnd(text, end) {
  while (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(text[end - 1])) end -= 1;
  return end;
}

function ruledOut(text, { start, end, surface }) {
  if (surface.exactly) {
    const written = text.slice(start, start + surface.exactly.length);
    // "DNS" is no plural of "DN"
    if (written !== surface.exactly && !(isUpper(written) && isUpper(surface.exactly.slice(-1)))) return true;
  }
  return surface.friends.some((rule) => rule.speaksAgainst(text, start, end));
}

// an everyday word never hides a term, but a phrase does if the term is inside it; else the longest wins
function choose(candidates) {
  const level = ({ everyday, whole }) => (everyday ? 2 - whole : 0);
  const rank = (found) => [level(found.surface), found.start - found.end, found.start];
  const ranked = candidates.map((found) => [rank(found), found]).sort(([one], [other]) => compareScores(one, other));
  const taken = new Set();
  const covered = new Map();
  for (const [, found] of ranked) {
    const over = new Set();
    for (let place = found.start; place < found.end; place += 1) if (covered.has(place)) over.add(covered.get(place));
    if (over.size && !(found.surface.everyday && found.surface.whole)) continue;
    if ([...over].some((one) => one.start < found.start || found.end < one.end)) continue;
    for (const one of over) taken.delete(one);
    taken.add(found);
    for (let place = found.start; place < found.end; place += 1) covered.set(place, found);
  }
  return [...taken].sort((one, other) => one.start - other.start);
}

// a word without more and more letters at its beginning, or at its end
function tails(word, least, direction = 1) {
  const lengths = Array.from({ length: Math.max(0, word.length - SHORTEST_PART - least + 1) }, (_, place) => place + least);
  return lengths.map((length) => direction > 0 ? word.slice(length) : word.slice(0, -length));
}

function firstOf(values, find) {
  for (const value of values) {
    const found = find(value);
    if (found) return found;
  }
  return null;
}

function coordinationPatterns(conjunctions) {
  const joined = conjunctions.map((word) => word.replace(SPECIAL, "\\$&")).join("|") || "(?!)";
  const [inside, letters] = [`[${NEAR}]{2,40}`, `[${ABC}]{2,40}`];
  const ends = `(?![${NEAR}-])`;
  const others = `(?:(?:, | (?:${joined}) )${inside}-){0,4}(?: (?:${joined}) |/)`;
  return {
    first: new RegExp(`${WORD_STARTS}(${letters})$`),
    afterFirst: new RegExp(`${others}(${letters})${ends}`, "y"),
    beforeLast: new RegExp(`${WORD_STARTS}(${letters}),? (?:${joined}) $`),
    last: new RegExp(`(${letters})${ends}`, "y"),
    earlier: new RegExp(`${WORD_STARTS}((?:${inside}, ){0,4}${letters}),? (?:${joined}) $`),
  };
}

// whether a line has what tells a reference to a work from prose; terms in a row are in the same line
function referenceSigns(...lists) {
  const [conjunctions, others, registries, journals] = lists.map((words) =>
    words.map((word) => word.replace(SPECIAL, "\\$&")).join("|") || "(?!)");
  const pattern = () => expression([
    `(?<others>${WORD_STARTS}(?:${others})${WORD_ENDS})`,
    `(?<initials>${WORD_STARTS}(?![a-zæøåäö])[${ABC}]{2,},? (?:(?![a-zæøåäö])[${ABC}]\\.? ?){1,3}(?=[,.;&(]| (?:${conjunctions}) |$))`,
    `(?<year>[(;,.] ?(?:19|20)\\d\\d[a-z]?${WORD_ENDS}|${WORD_STARTS}(?:19|20)\\d\\d[;:])`,
    `(?<issue>${WORD_STARTS}(?:\\d+ ?\\(\\d+(?:[-–−]\\d+)?\\)|vol${WORD_ENDS}|s\\. \\d|pp?\\. ?\\d))`,
    "(?<pages>[:;,] ?e?\\d+[-–−]\\d+)",
    `(?<registry>${WORD_STARTS}(?:${registries})${WORD_ENDS})`,
    `(?<journal>${WORD_STARTS}(?:${journals})${WORD_ENDS})`,
  ].join("|"), "gu");
  let [compiled, last, result] = [null, null, false];
  return (line) => {
    if (line === last) return result;
    const kinds = new Set();
    for (const { groups } of line.matchAll(compiled ??= pattern())) {
      kinds.add(Object.keys(groups).find((kind) => groups[kind] !== undefined));
    }
    [last, result] = [line, kinds.size > 2];
    return result;
  };
}

function cited(text, start, end, years, hasSigns) {
  const year = years[firstAfter(years, start - CITED_REACH - 1)];
  if (year === undefined || year > end + CITED_REACH) return false;
  const left = text.slice(Math.max(0, start - CITED_REACH), start);
  const [right] = text.slice(end, end + CITED_REACH).split("\n", 1);
  const line = left.slice(left.lastIndexOf("\n") + 1) + text.slice(start, end) + right;
  return hasSigns(line);
}

function isDefined(text, short, meanings) {
  if (!text.includes(` (${short}`)) return null;
  const escaped = short.replace(SPECIAL, "\\$&");
  const pattern = new RegExp(` \\(${escaped}(?![\\p{L}\\p{N}_])[^()]{0,20}\\)`, "g");
  const starts = [...text.matchAll(pattern)].map(({ index }) => index);
  const lines = starts.map((start) => text.slice(Math.max(0, start - LONG_FORM_REACH), start).toLowerCase());
  if (lines.some((line) => meanings.some((form) => line.includes(form)))) return true;
  const initial = short[0].toLowerCase();
  const words = lines.flatMap((line) => line.split(/[.!?]\s+|[.!?]$/).at(-1).trim().split(/\s+/).slice(-short.length - 1));
  return words.some((word) => word[0] === initial) ? false : null;
}
