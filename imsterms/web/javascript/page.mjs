// Explains terms on a web page: the first mention of each hard term becomes a button with a popover. What it says about
// a page is set on the script element: data-mark="first hard" (or "every", "all"; "none" for <ims-term> only) and
// data-observe="off" for pages whose content never arrives later; data-lang="nb" where the page states another language.

import { Matcher } from "./matcher.mjs";

const [BUTTON, POPOVER] = ["imsterms-term", "imsterms-explanation"];
// where nothing is marked; ims-term is filled elsewhere
const LEFT_ALONE = "a,button,form,input,select,textarea,label,summary,dialog,code,pre,kbd,samp,var,script,style,noscript,template,"
  + "h1,h2,h3,h4,h5,h6,hgroup,svg,math,iframe,object,canvas,audio,video,nav,dfn,abbr,ims-term,[contenteditable]:not([contenteditable=false]),"
  + `[role=button],[role=link],[role=heading],[role=textbox],[translate=no],[data-ims-term=off],.${BUTTON},.${POPOVER}`;
// where a button does no good: inside what is clicked already
const CLICKED = "a,button,label,summary,select,textarea,option,[role=button],[role=link]";
const BLOCK = "p,li,dd,dt,td,th,blockquote,figcaption,caption,div,section,article,main,aside,header,footer,address,ul,ol,dl,table,tr,body";
const CSS = `.${BUTTON}{all:unset;display:inline;cursor:pointer;color:inherit;text-decoration:underline dotted;text-underline-offset:.2em}`
  + `.${BUTTON}:focus-visible{outline:3px solid;outline-offset:2px}`
  + `.${POPOVER}{box-sizing:border-box;max-width:min(32rem,calc(100vw - 2rem));max-height:calc(100vh - 2rem);overflow:auto;padding:1rem;`
  + "border:2px solid;border-radius:.375rem;background:Canvas;color:CanvasText;font:1rem/1.5 system-ui,sans-serif;text-align:start}"
  + `.${POPOVER}:popover-open{display:block;position:fixed;inset:0;margin:auto;width:fit-content;height:fit-content}`
  + `.${POPOVER}[hidden]{display:none}.${POPOVER}[role]:not([hidden]){display:block}@media print{.${BUTTON}{text-decoration:none}}`;
const KNOWS_POPOVERS = "popover" in HTMLElement.prototype;

const script = document.currentScript;
const marks = new Set((script?.dataset.mark ?? "first hard").split(/\s+/));
const concepts = new Map();
for (const [lines, everyday] of [[DATA.hard, false], [DATA.everyday, true]]) {
  for (const line of lines.split("\n")) {
    const [id, forms, short, surfaces, text] = line.split("\t");
    concepts.set(id, { forms, short, surfaces, text, everyday });
  }
}
const found = [...concepts].filter(([, { surfaces }]) => surfaces).map(([id, { surfaces }]) => `${id};${surfaces}`);
const matcher = new Matcher({ ...DATA.surfaces, words: found.join("\n") });
// shared by the scripts of all languages on the page
const shared = globalThis.imstermsPage ??= { languages: new Set(), count: 0, styled: false };
const explained = new Map();

if (!shared.languages.has(DATA.language)) {
  shared.languages.add(DATA.language);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}

function start() {
  style();
  explain(document.body);
  if (script?.dataset.observe === "off") return;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      const nodes = [...addedNodes];
      if (nodes.some((node) => node.matches?.(`.${BUTTON},.${POPOVER}`))) continue;
      for (const node of nodes) if (node.isConnected) explain(node);
    }
    observer.takeRecords();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

function style() {
  if (shared.styled) return;
  shared.styled = true;
  try {
    // allowed by every Content-Security-Policy, as a style element is not; a site overrides it as button.imsterms-term
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // an old browser shows plain buttons
  }
}

// the element that states the language of a node; the script element may know that of the page better
function stating(node) {
  const element = node.closest("[lang]");
  return element === document.documentElement && script?.dataset.lang ? null : element;
}

function served(node) {
  const tag = (stating(node)?.lang ?? script?.dataset.lang ?? "").toLowerCase();
  return !tag || DATA.tags.some((known) => tag === known || tag.startsWith(`${known}-`));
}

/** Explain what is in a node: the elements that name a term, and the terms in its text. */
function explain(root) {
  const element = root.nodeType === Node.ELEMENT_NODE ? root : root.parentElement;
  if (!element || (root.nodeType !== Node.ELEMENT_NODE && root.nodeType !== Node.TEXT_NODE)) return;
  const named = root.nodeType === Node.ELEMENT_NODE ? [...root.querySelectorAll("ims-term")] : [];
  for (const place of element.matches("ims-term") ? [element, ...named] : named) fill(place);
  if (marks.has("none") || element.closest(LEFT_ALONE)) return;
  const { text, pieces } = gather(root, element);
  const wanted = matcher.annotate(text).filter(wants);
  // from the end, so that what is before stays where it is
  let piece = pieces.length - 1;
  const places = [];
  for (const match of wanted.reverse()) {
    while (piece >= 0 && pieces[piece].start > match.start) piece -= 1;
    if (piece >= 0 && pieces[piece].open && match.end <= pieces[piece].end) places.unshift([match, pieces[piece]]);
  }
  const chosen = marks.has("every") ? places : places.filter(([{ concept }]) => !isExplained(concept) && explained.set(concept, null));
  for (const [match, { node, start }] of chosen.reverse()) {
    const rest = node.splitText(match.start - start);
    rest.splitText(match.end - match.start);
    const block = rest.parentElement.closest(BLOCK) ?? document.body;
    const { button, popover } = made(match.concept, rest.data, rest.parentElement);
    rest.replaceWith(button);
    block.append(popover);
  }
}

function wants({ concept, hard }) {
  const { text, everyday } = concepts.get(concept);
  return Boolean(text) && (marks.has("all") || (hard && !everyday));
}

// a mention that went with the content around it explains nothing any more
function isExplained(concept) {
  return explained.has(concept) && (explained.get(concept)?.isConnected ?? true);
}

/** The text of a node with the text nodes that it comes from; what is left alone is read, and not open to marks. */
function gather(root, element) {
  const pieces = [];
  let text = "";
  const visit = (node, open, ours) => {
    if (node.nodeType === Node.TEXT_NODE && ours) {
      pieces.push({ node, open, start: text.length, end: text.length + node.data.length });
      text += node.data;
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(`script,style,noscript,template,iframe,.${POPOVER}`)) {
      const apart = node.matches(`${BLOCK},h1,h2,h3,h4,h5,h6,form,nav,pre,br,hr`);
      const inside = open && !node.matches(LEFT_ALONE);
      const here = node.hasAttribute("lang") ? served(node) : ours;
      if (apart) text += "\n\n";
      for (const child of node.childNodes) visit(child, inside, here);
      if (apart) text += "\n\n";
    }
  };
  visit(root, true, served(element));
  return { text, pieces };
}

function made(concept, text, parent) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = BUTTON;
  button.textContent = text;
  const popover = document.createElement("span");
  popover.className = POPOVER;
  popover.id = `imsterms-${shared.count += 1}-${concept}`;
  popover.textContent = concepts.get(concept).text;
  popover.lang = DATA.language;
  popover.dir = DATA.direction;
  if (!stating(parent)) button.lang = DATA.language;
  if (KNOWS_POPOVERS) {
    popover.setAttribute("popover", "");
    button.setAttribute("popovertarget", popover.id);
  } else {
    toggle(button, popover);
  }
  explained.set(concept, button);
  return { button, popover };
}

// for browsers without popovers: the explanation opens in the text
function toggle(button, popover) {
  const show = (open) => {
    popover.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  show(false);
  popover.setAttribute("role", "note");
  button.setAttribute("aria-controls", popover.id);
  button.addEventListener("click", () => show(popover.hidden));
  button.addEventListener("keydown", ({ key }) => key === "Escape" && show(false));
}

/** Write the term that <ims-term id="trigger_point" form="the plural"> names; with a capital ("The plural") too. */
function fill(place) {
  if (!served(place) || place.querySelector(`.${BUTTON}`) || place.dataset.imsterms) return;
  const entry = concepts.get(place.id);
  const [name, capital] = formName(place.getAttribute("form") ?? "");
  const text = entry && formOf(entry, name);
  if (!text) {
    console.warn(`imsterms: no ${entry ? `form '${name}' of '${place.id}'` : `concept '${place.id}'`} in ${DATA.language}`);
    return;
  }
  place.dataset.imsterms = DATA.language;
  const written = capital ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  if (!entry.text || place.closest(CLICKED) || place.closest("[contenteditable]:not([contenteditable=false])")) {
    place.textContent = written;
    return;
  }
  const { button, popover } = made(place.id, written, place);
  place.replaceChildren(button, popover);
}

function formName(spec) {
  const name = spec.trim().split(/\s+/).join(" ");
  const lower = name.slice(0, 1).toLowerCase() + name.slice(1);
  return [lower === "term" ? "" : lower, lower !== name];
}

function formOf({ forms, short }, name) {
  if (name === "short") return short;
  const full = name.split(" ").includes("full");
  if (full && !short) return "";
  const place = DATA.forms.indexOf(full ? name.replace(/ ?full/, "") : name);
  const words = place < 0 ? [""] : forms.split(" ").map((word) => {
    const [stem, number] = word.split("|");
    const paradigm = DATA.paradigms[number]?.split("|");
    return paradigm ? paradigm[place].replace("~", stem) : word;
  });
  return words[0] && words.join(" ") + (full ? ` (${short})` : "");
}
