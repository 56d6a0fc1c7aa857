/* Named highlights over the page's text, by the CSS Custom Highlight API: nothing is added to the
   text itself. Where the browser lacks it, the rest works without. */
export class Highlights {
  #names = new Set();
  #registry = globalThis.CSS?.highlights;

  /** Let the highlight `name` cover these ranges and no others. */
  show(name, ranges, priority = 0) {
    if (!this.#registry) return;
    if (ranges.length === 0) {
      this.#registry.delete(name);
      this.#names.delete(name);
      return;
    }
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    highlight.priority = priority;
    this.#registry.set(name, highlight);
    this.#names.add(name);
  }

  clear() {
    for (const name of this.#names) this.#registry.delete(name);
    this.#names.clear();
  }
}
