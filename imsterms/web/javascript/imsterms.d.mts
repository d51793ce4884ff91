/** The ids of the concepts. */
export type ConceptId = /* ids */ string;

/** The names of the forms; with a capital initial ("The plural") the term begins with a capital. */
export type Form = /* forms */ string;

/** The words of one language, as its module has them. */
export interface LanguageData {
  readonly language: string;
  readonly version: string;
  readonly content_hash: string;
}

export interface Found {
  readonly concept: ConceptId;
  readonly text: string;
  readonly status: "preferred" | "admitted" | "deprecated";
  readonly type: "full form" | "abbreviation" | "variant spelling";
  readonly register: "clinical" | "lay";
  /** The language of the words, where they are those of another glossary; otherwise empty. */
  readonly language: string;
}

/** A term in a text; offsets are UTF-16 units, as in all strings of JavaScript. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly concept: ConceptId;
  /** Whether it is an everyday word for the concept. */
  readonly everyday: boolean;
  /** Whether readers may need an explanation: the word has no everyday sense. */
  readonly hard: boolean;
}

export type Values = Readonly<Record<string, string | number | bigint>>;

export interface Document {
  render(text: string, values?: Values): string;
}

export class ImstermsError extends Error {}

export class Glossary {
  constructor(data: LanguageData);
  readonly language: string;
  readonly version: string;
  readonly contentHash: string;
  readonly ids: ConceptId[];
  has(id: string): id is ConceptId;
  term(id: ConceptId, form?: Form | Capitalize<Form> | "Term"): string;
  forms(id: ConceptId): Partial<Record<Form, string>>;
  counted(id: ConceptId, count: number): string;
  definition(id: ConceptId): string | null;
  explanation(id: ConceptId): string | null;
  notice(id: ConceptId): string | null;
  render(text: string, values?: Values): string;
  document(): Document;
  annotate(text: string): Match[];
  search(query: string, options?: { limit?: number; others?: readonly Glossary[] }): Found[];
}

export function looseKey(text: string): string;
