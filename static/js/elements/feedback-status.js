/* A sentence for the reader, seen and read out, gone after a while. */

const WHILE = 6000; // milliseconds

export class Status {
  #element;
  #timer;

  /** The sentences are attributes of the element, by name. */
  constructor(element, { signal }) {
    this.#element = element;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  say(name) {
    clearTimeout(this.#timer);
    this.#element.textContent = this.#element.dataset[name];
    this.#timer = setTimeout(() => (this.#element.textContent = ""), WHILE);
  }
}
