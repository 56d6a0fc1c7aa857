import { ATTRIBUTES } from "./allowed.js";
import { CONTAINERS, LINES, LISTS, MARKS } from "./shelter.js";

/** The document's grammar. Every node and mark of an element is named like it and keeps its
 * attributes in one `bag`; `line` is text without an element, `kept` is source not to be edited. */
export function makeSchema({ model }) {
  return new model.Schema({ nodes: nodes(), marks: marks() });
}

/** The bag of the new half of a split block: what titles and addresses one stays behind. */
export function inherit(bag) {
  return Object.fromEntries(["align", "dir", "lang"].flatMap((k) => (k in bag ? [[k, bag[k]]] : [])));
}

function nodes() {
  const all = { doc: { content: "block+" } };
  for (const name of LINES) all[name] = line(name);
  all.line = line("concrit-line");
  for (const name of CONTAINERS) all[name] = element(name, { content: "block+", group: "block" });
  for (const name of LISTS) all[name] = element(name, { content: "li+", group: "block" });
  all.li = element("li", { content: "block+", defining: true });
  all.hr = element("hr", { group: "block" });
  all.kept = kept("concrit-kept", { group: "block" });
  all.text = { group: "inline" };
  all.br = element("br", { group: "inline", inline: true, selectable: false });
  all.img = element("img", { group: "inline", inline: true, draggable: true });
  all.keptInline = kept("concrit-kept-inline", { group: "inline", inline: true });
  return all;
}

function line(name) {
  const spec = element(name, { content: "inline*", group: "block", defining: name !== "p" });
  if (name !== "pre") return spec;
  const [rule] = spec.parseDOM;
  return { ...spec, code: true, parseDOM: [{ ...rule, preserveWhitespace: "full" }] };
}

function element(name, spec) {
  return {
    ...spec,
    attrs: { bag: { default: {} } },
    parseDOM: [{ tag: name, getAttrs: (dom) => ({ bag: bagOf(dom) }) }],
    toDOM: ({ attrs: { bag } }) => (spec.content ? [name, bag, 0] : [name, bag]),
  };
}

function kept(name, spec) {
  return {
    ...spec,
    atom: true,
    attrs: { html: {} },
    parseDOM: [{ tag: name, getAttrs: (dom) => ({ html: dom.dataset.html }) }],
    toDOM: ({ attrs: { html } }) => [name, { "data-html": html }],
  };
}

function marks() {
  return Object.fromEntries(MARKS.map((name) => [name, mark(name)]));
}

function mark(name) {
  return {
    attrs: { bag: { default: {} }, nth: { default: null } },
    excludes: "",
    inclusive: name !== "a" && name !== "abbr" && name !== "acronym",
    parseDOM: [{ tag: name, getAttrs: (dom) => ({ bag: bagOf(dom), nth: dom.dataset.nth ?? null }) }],
    toDOM: ({ attrs: { bag } }) => [name, bag, 0],
  };
}

function bagOf(dom) {
  const held = [...dom.attributes].filter(({ name }) => ATTRIBUTES.has(name));
  return Object.fromEntries(held.map(({ name, value }) => [name, value]));
}
