/* The line that tells of an unsent draft, the newest first: to go on with, or to throw away. */

export class DraftLine {
  #line;
  #drafts;
  #draft = null;

  /** `onContinue(draft)` opens it again. */
  constructor(line, drafts, { signal, onContinue }) {
    this.#line = line;
    this.#drafts = drafts;
    const act = ({ target }) => {
      const draft = this.#draft;
      if (target.closest("button")) this.hide();
      if (target.closest("[data-continue]")) onContinue(draft);
      if (target.closest("[data-discard]")) this.#discard(draft);
    };
    line.addEventListener("click", act, { signal });
  }

  show() {
    this.#draft = this.#drafts.all()[0] ?? null;
    this.#line.hidden = this.#draft === null;
    if (this.#draft) this.#line.querySelector("[data-quote]").textContent = this.#draft.quote;
  }

  hide() {
    this.#line.hidden = true;
  }

  #discard(draft) {
    this.#drafts.drop(draft);
    this.show();
  }
}
