/* A sentence for the reader, seen and read out, gone when it can have been read. It lies at the foot
   of the window, or at the head where it would cover what was just used. */

const SHORTEST = 2500; // milliseconds
const READING = 70; // milliseconds a character

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
    const sentence = this.#element.dataset[name];
    this.#element.toggleAttribute("data-high", isLowInView(document.activeElement));
    this.#element.textContent = sentence;
    const time = Math.max(SHORTEST, READING * sentence.length);
    this.#timer = setTimeout(() => (this.#element.textContent = ""), time);
  }
}

/** Whether the foot of the window is taken: by what has the focus, or by a sheet. */
function isLowInView(element) {
  if (element.closest("dialog")) return true;
  return element !== document.body && element.getBoundingClientRect().bottom > innerHeight * 0.7;
}
