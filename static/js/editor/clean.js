import { ATTRIBUTES, BLOCKS, DROPPED, INLINE } from "./allowed.js";

const SAFE_ADDRESS = /^(https?:|mailto:|#)/i;

/** Parse source into a detached, inert tree that holds nothing but what stories may hold. */
export function parse(html) {
  return clean(parseQuietly(html));
}

/** The same uncleaned, its styles in `data-style`. Even detached trees have their inline styles
 * and handlers reported as violations of the page's policy, so these go before the parser comes. */
export function parseQuietly(html) {
  const quiet = html
    .replace(/<(style|script)\b.*?<\/\1\s*>/gis, "")
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/\son[a-z]+\s*=/gi, " data-handler=").replace(/\sstyle\s*=/gi, " data-style="),
    );
  return new DOMParser().parseFromString(quiet, "text/html").body;
}

/** Clean a detached tree in place. `kept` names further elements and attributes to leave. */
export function clean(root, kept = new Set()) {
  dropComments(root);
  // Children come before their parents, so that unwrapping a parent moves clean children.
  for (const element of [...root.querySelectorAll("*")].reverse()) {
    if (DROPPED.has(element.localName)) element.remove();
    else if (isKnown(element, kept)) cleanAttributes(element, kept);
    else element.replaceWith(...element.childNodes);
  }
  return root;
}

function isKnown({ localName }, kept) {
  return INLINE.has(localName) || BLOCKS.has(localName) || kept.has(localName);
}

function cleanAttributes(element, kept) {
  for (const { name, value } of [...element.attributes]) {
    const isAddress = name === "href" || name === "src";
    if (kept.has(name)) continue;
    if (!ATTRIBUTES.has(name) || (isAddress && !SAFE_ADDRESS.test(value.trim())))
      element.removeAttribute(name);
  }
}

function dropComments(root) {
  const comments = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
}
