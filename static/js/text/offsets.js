/* Between the DOM's ranges and spans of an element's `textContent`. */
import { CodePoints, countBelow } from "./code-points.js";

/** The text of `root`, measured once. A span is `{start, end}` in UTF-16 units of `text`, half-open;
 * what goes to the server or comes from there is in code points. */
export class TextMap {
  #nodes = [];
  #starts = [];
  #startOf = new Map();
  #points;

  constructor(root) {
    this.root = root;
    let text = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      this.#nodes.push(node);
      this.#starts.push(text.length);
      this.#startOf.set(node, text.length);
      text += node.data;
    }
    this.text = text;
    this.#points = new CodePoints(text);
  }

  /** Whether the page still shows what was measured; the browser's translator, for one, changes it. */
  get isWhole() {
    return this.root.textContent === this.text;
  }

  toPoints({ start, end }) {
    return { start: this.#points.fromUnits(start), end: this.#points.fromUnits(end) };
  }

  fromPoints({ start, end }) {
    return { start: this.#points.toUnits(start), end: this.#points.toUnits(end) };
  }

  /** A range around a span that is not empty. */
  rangeOf({ start, end }) {
    const range = document.createRange();
    const first = countBelow(this.#starts.length, (i) => this.#starts[i] <= start) - 1;
    const last = countBelow(this.#starts.length, (i) => this.#starts[i] < end) - 1;
    range.setStart(this.#nodes[first], start - this.#starts[first]);
    range.setEnd(this.#nodes[last], end - this.#starts[last]);
    return range;
  }

  /** The part of a range that lies in the text, or null if none does. */
  spanOf(range) {
    if (!range.intersectsNode(this.root)) return null;
    const start = this.placeOf(range.startContainer, range.startOffset);
    const end = this.placeOf(range.endContainer, range.endOffset);
    return start < end ? { start, end } : null;
  }

  /** Of an element in the text. */
  spanOfNode(node) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const last = walker.lastChild();
    if (!last) return { start: this.placeOf(node, 0), end: this.placeOf(node, 0) };
    walker.currentNode = node;
    const start = this.#startOf.get(walker.firstChild());
    return { start, end: this.#startOf.get(last) + last.data.length };
  }

  /** The place of a boundary point. Before and after the text it is the text's start or end. */
  placeOf(container, offset) {
    const start = this.#startOf.get(container);
    if (start !== undefined) return start + offset;
    const boundary = document.createRange();
    boundary.setStart(container, offset);
    const isBefore = (i) => boundary.comparePoint(this.#nodes[i], 0) < 0;
    return this.#starts[countBelow(this.#nodes.length, isBefore)] ?? this.text.length;
  }
}
