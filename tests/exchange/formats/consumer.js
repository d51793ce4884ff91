// A clinic's page in JavaScript: terms, forms, definitions and codes out of the one JSON file.
const { readFileSync } = require("node:fs");

const termbase = JSON.parse(readFileSync(process.argv[2], "utf8"));
const concepts = new Map(termbase.concepts.map((concept) => [concept.id, concept]));

const words = (id, language) => concepts.get(id).languages[language];
const form = (id, language, name) => words(id, language).preferred.forms[name];
const byCode = (system, code) =>
  termbase.concepts.filter((one) => (one.codes?.[system]?.exact ?? []).includes(code)).map((one) => one.id);
const render = (text, language) =>
  text.replace(/\{([a-z0-9_]+)\}(?:\[([^\]]*)\])?/g, (_, id, name) => form(id, language, name ?? ""));

console.log(JSON.stringify({
  plural: form("trigger_point", "nn", "the plural"),
  english: words("trigger_point", "en").preferred.term,
  found: byCode("mesh", "D061028"),
  sentence: render("Behandleren palperer {trigger_point}[the plural].", "nb"),
  title: termbase.articles.find((one) => one.id === "treatment_frequency").languages.nb.title.text,
}));
