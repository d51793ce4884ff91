// Search without a server: the index is a table of folded words, this is how a query is compared with it.
"use strict";

(() => {
  const letters = { "ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "ss", "-": " ", "/": " " };

  // as imsterms.lexicon.search.loose_key does it
  function fold(text) {
    const plain = text.replaceAll("\u00ad", "").toLowerCase().replace(/[øæđłß/-]/g, (letter) => letters[letter])
      .normalize("NFD").replace(/[.,;:!?()\s]/g, " ").replace(/[^\p{L}\p{N} ]/gu, "");
    return plain.replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("aa", "a").split(" ").filter(Boolean);
  }

  // how well a word fits the words of a designation: 0 the same, 1 its beginning, 2 a part; 9 not at all
  function fit(word, form) {
    if (` ${form} `.includes(` ${word} `)) return 0;
    if (` ${form}`.includes(` ${word}`) || (word.length > 3 && `${form} `.includes(`${word} `))) return 1;
    return word.length > 2 && form.includes(word) ? 2 : 9;
  }

  function score(words, forms, penalty) {
    let best = 99;
    for (const form of forms.split("|")) {
      let total = penalty;
      for (const word of words) {
        const one = fit(word, form);
        total += one === 9 && word.length <= 3 && words.length > 1 ? 1 : one === 9 ? 99 : one;
      }
      if (form === words.join(" ")) total -= 3;
      best = Math.min(best, total + form.length / 1000);
    }
    return best;
  }

  function search(query) {
    const words = fold(query.slice(0, 200)).slice(0, 8);
    if (!words.length) return [];
    return window.imstermsIndex
      .map(([id, term, own, others]) => [Math.min(score(words, own, 0), score(words, others, 5)), id, term])
      .filter(([points]) => points < 50)
      .sort((one, other) => one[0] - other[0])
      .slice(0, 50);
  }

  const input = document.getElementById("q");
  const results = document.getElementById("results");
  const status = document.getElementById("status");

  function show() {
    const found = search(input.value);
    results.replaceChildren(...found.map(([, id, term]) => {
      const link = document.createElement("a");
      link.href = `concepts/${encodeURIComponent(id)}.html`;
      link.textContent = term;
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    status.textContent = !input.value.trim() ? "" : found.length ? `${status.dataset.some}: ${found.length}` : status.dataset.none;
  }

  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("input", show);
  show();
})();
