// The editor's document holds paragraphs, headings, lists, containers and inline marks. Whatever
// else a story may hold (tables, details, ruby …) is sheltered before the editor reads it: put
// as it is into one opaque node, shown but not edited, and written back as it was.

import { isBlock } from "./allowed.js";

export const LINES = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"];
export const CONTAINERS = ["blockquote", "div", "center", "address"];
export const LISTS = ["ul", "ol"];
// Outermost first, for the editor's own rendering; what is written follows the source's nesting.
export const MARKS = (
  "q a span abbr acronym dfn ins del cite small big sub sup code kbd samp var tt strong b em i " +
  "u s strike"
).split(" ");
export const STAND_INS = ["concrit-line", "concrit-kept", "concrit-kept-inline"];
const ATOMS = ["br", "img", "hr", "concrit-kept", "concrit-kept-inline"];

let nth = 0;

/** Make a clean, detached tree fit for the editor's schema, in place. */
export function shelter(container) {
  layLines(container);
  shelterChildren(container);
  return container;
}

/** Text that stands beside blocks goes into anonymous lines, which are written without a tag. */
export function layLines(container) {
  let line = null;
  for (const node of [...container.childNodes]) {
    if (standsAlone(node)) line = null;
    else if (line) line.append(node);
    else if (node.nodeType === Node.ELEMENT_NODE || isText(node)) {
      line = container.ownerDocument.createElement("concrit-line");
      node.replaceWith(line);
      line.append(node);
    }
  }
}

function shelterChildren(parent) {
  for (const child of [...parent.children]) shelterElement(child);
}

function shelterElement(element) {
  const name = element.localName;
  if (ATOMS.includes(name)) return;
  if (name === "concrit-line") shelterChildren(element);
  else if (MARKS.includes(name)) shelterMark(element);
  else if (LINES.includes(name) && !holdsBlocks(element)) shelterChildren(element);
  else if (LISTS.includes(name) && isPlainList(element)) [...element.children].forEach(shelter);
  else if (CONTAINERS.includes(name) && element.hasChildNodes()) shelter(element);
  else keep(element);
}

function shelterMark(element) {
  if (holdsBlocks(element) || isEmpty(element)) return keep(element);
  if (meltsAway(element)) element.dataset.nth = String(++nth);
  shelterChildren(element);
}

/** Marks that nest in or touch their like would become one with it: a number keeps them apart. */
function meltsAway(element) {
  const name = element.localName;
  const before = element.previousSibling;
  return name === "q" || before?.localName === name || element.parentElement.closest(name) !== null;
}

function keep(element) {
  const name = isBlock(element) || holdsBlocks(element) ? "concrit-kept" : "concrit-kept-inline";
  const standIn = element.ownerDocument.createElement(name);
  standIn.dataset.html = element.outerHTML;
  element.replaceWith(standIn);
}

function standsAlone(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return isBlock(node) || ["concrit-line", "concrit-kept"].includes(node.localName) || holdsBlocks(node);
}

function isText(node) {
  return node.nodeType === Node.TEXT_NODE && /[^ \t\n\f\r]/.test(node.data);
}

function holdsBlocks(element) {
  return [...element.querySelectorAll("*")].some(isBlock);
}

function isEmpty(element) {
  return !element.textContent && !element.querySelector("img, br");
}

function isPlainList(list) {
  const items = [...list.children];
  const onlyItems = items.length > 0 && items.every((item) => item.localName === "li");
  return onlyItems && ![...list.childNodes].some(isText);
}
