/* The counters in the margin: for each paragraph that has feedback a button that tells how much. */

export class Counters {
  #margin;
  #template;
  #geometry;
  #buttons = new Map(); // by block
  #groups = new Map(); // by button

  /** `onOpen(threads, button)` is called when a paragraph's threads are asked for. */
  constructor({ margin, counter }, geometry, { signal, onOpen }) {
    this.#margin = margin;
    this.#template = counter.content.firstElementChild;
    this.#geometry = geometry;
    const open = ({ target }) => {
      const button = target.closest(".feedback-counter");
      if (button) onOpen(this.#groups.get(button).threads, button);
    };
    margin.addEventListener("click", open, { signal });
  }

  /** `groups` are `{block, range, threads}` in text order, `range` being the block's first line.
   * A button that stays is the same one, so that it keeps the focus. */
  show(groups) {
    const before = this.#buttons;
    this.#buttons = new Map();
    this.#groups.clear();
    for (const group of groups) {
      const button = before.get(group.block) ?? this.#template.cloneNode(true);
      before.delete(group.block);
      this.#buttons.set(group.block, button);
      this.#groups.set(button, group);
      this.#label(button, group.threads);
    }
    for (const button of before.values()) button.remove();
    this.#order();
    this.lay();
  }

  /** First every place is read and then every one written, so that the page is laid out once. */
  lay() {
    const groups = [...this.#groups];
    const tops = groups.map(([, { range }]) => this.#geometry.middleOf(range));
    groups.forEach(([button], i) => (button.style.top = `${tops[i]}px`));
  }

  of(block) {
    return this.#buttons.get(block) ?? null;
  }

  mark(open) {
    for (const button of this.#buttons.values()) {
      button.setAttribute("aria-expanded", String(button === open));
    }
  }

  #label(button, threads) {
    const kinds = new Set(threads.filter(({ open }) => open).map(({ kind }) => kind));
    const label = this.#template.getAttribute("aria-label");
    button.textContent = threads.length;
    button.setAttribute("aria-label", `${label} ${threads.length}`);
    button.dataset.kind = kinds.size === 1 ? [...kinds][0] : "";
  }

  #order() {
    let last = null;
    for (const button of this.#buttons.values()) {
      if (!button.isConnected) {
        if (last) last.after(button);
        else this.#margin.prepend(button);
      }
      last = button;
    }
  }
}
