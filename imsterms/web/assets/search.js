// The page of search: the module of `imsterms export js` searches the words of this language, then those of the others.
const glossaries = imstermsData.map((data) => new Glossary(data));
const input = document.getElementById("q");
const results = document.getElementById("results");
const status = document.getElementById("status");

function link({ concept, text, language }) {
  const own = language ? null : glossaries[0].term(concept);
  const anchor = document.createElement("a");
  anchor.href = `concepts/${encodeURIComponent(concept)}.html`;
  anchor.textContent = own ?? text;
  if (language) anchor.lang = language;
  const item = document.createElement("li");
  item.append(anchor);
  if (own && own !== text) item.append(` (${text})`);
  return item;
}

function show() {
  const found = glossaries[0].search(input.value, { limit: 50, others: glossaries.slice(1) });
  results.replaceChildren(...found.map(link));
  const { some, none } = status.dataset;
  status.textContent = !input.value.trim() ? "" : found.length ? `${some}: ${found.length}` : none;
}

input.value = new URLSearchParams(location.search).get("q") || "";
input.addEventListener("input", show);
show();
