/* Between the DOM's ranges and spans of an element's `textContent`. */
import { CodePoints, countBelow } from "./code-points.js";

/** The text of `root`, measured once. A span is `{start, end}` in UTF-16 units of `text`, half-open;
 * what goes to the server or comes from there is in code points. */
export class TextMap {
  #nodes = [];
  #starts = [];
  #points;

  constructor(root) {
    this.root = root;
    let text = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      this.#nodes.push(node);
      this.#starts.push(text.length);
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
    const start = this.#place(range.startContainer, range.startOffset);
    const end = this.#place(range.endContainer, range.endOffset);
    return start < end ? { start, end } : null;
  }

  spanOfNode(node) {
    return {
      start: this.#place(node, 0),
      end: this.#place(node, node.childNodes.length),
    };
  }

  /** The place of a boundary point, which may be before or after the text: its start or end then. */
  placeOf(node, offset) {
    return this.#place(node, offset);
  }

  #place(container, offset) {
    const boundary = document.createRange();
    boundary.setStart(container, offset);
    const next = countBelow(
      this.#nodes.length,
      (i) => boundary.comparePoint(this.#nodes[i], 0) < 0,
    );
    if (container === this.#nodes[next]) return this.#starts[next] + offset;
    if (container === this.#nodes[next - 1]) return this.#starts[next - 1] + offset;
    return this.#starts[next] ?? this.text.length;
  }
}
