/* The pointer on highlights, which are no elements: what is under it is found by the text's places. */

export class HighlightPointer {
  #text;
  #threadsAt;
  #waiting = false;
  #over = [];

  /** `threadsAt({start, end})` gives the shown threads there, each with its `range`.
   * `onHover(threads)` is called when they change, `onPress(threads)` on a click or a tap. */
  constructor(text, { signal, threadsAt, onHover, onPress }) {
    this.#text = text;
    this.#threadsAt = threadsAt;
    const over = (threads) => {
      if (sameThreads(threads, this.#over)) return;
      this.#over = threads;
      onHover(threads);
    };
    const move = (event) => this.#soon(() => over(this.#at(event)));
    text.root.addEventListener("pointermove", move, { signal });
    text.root.addEventListener("pointerleave", () => this.#soon(() => over([])), { signal });
    text.root.addEventListener("click", (event) => this.#click(event, onPress), { signal });
  }

  #click(event, onPress) {
    if (event.target.closest("a, summary") || !getSelection().isCollapsed) return;
    onPress(this.#at(event));
  }

  /** Once a frame is as often as it can be seen. */
  #soon(act) {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      act();
    });
  }

  /** The nearest place in the text says which threads it can be, their rectangles which it is: the
   * shortest first. */
  #at({ clientX: x, clientY: y, target }) {
    const isHit = ({ range }) => [...range.getClientRects()].some((rect) => holds(rect, x, y));
    const near = this.#threadsAt(this.#spanAt(x, y, target));
    return near.filter(isHit).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  #spanAt(x, y, target) {
    const caret = caretAt(x, y);
    if (!caret) return this.#text.spanOfNode(target);
    const place = this.#text.placeOf(caret.node, caret.offset);
    return { start: place, end: place };
  }
}

/** Safari has the older of the two ways to ask. */
function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function holds({ left, right, top, bottom }, x, y) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function sameThreads(some, others) {
  return some.length === others.length && some.every((thread, i) => thread === others[i]);
}
