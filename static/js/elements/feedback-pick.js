/* Picking a passage without a pointer: arrows go from sentence to sentence, Shift with them moves an
   end by a word. The keys are those of the bar that has the focus, so nothing else loses them. */
import { tidy } from "../text/graphemes.js";

const LONGEST = 2000; // code points
const MARGIN = 96; // CSS pixels that the passage keeps from the edges of the window

export class PickMode {
  #bar;
  #text;
  #blocks;
  #stops;
  #isReversed;
  #on;
  #span = null;
  #back = null;

  /** `blocks` are `{element, start, end}` in order. `on` has what to call: `pick(span)` when the span
   * changes (null when left), `choose(kind, span, back)`, `back` being where the focus was. */
  constructor(bar, text, blocks, stops, { signal, on }) {
    this.#bar = bar;
    this.#text = text;
    this.#blocks = blocks;
    this.#stops = stops;
    this.#on = on;
    this.#isReversed = getComputedStyle(text.root).direction === "rtl";
    bar.addEventListener("keydown", (event) => this.#key(event), { signal });
    bar.addEventListener("click", (event) => this.#click(event), { signal });
  }

  get isOn() {
    return this.#span !== null;
  }

  start() {
    if (this.isOn) return this.#bar.focus();
    const sentence = this.#stops.sentenceFrom(this.#firstInView());
    if (!sentence) return;
    this.#back = document.activeElement;
    this.#bar.hidden = false;
    this.#bar.focus({ preventScroll: true });
    this.#take(sentence);
  }

  leave() {
    if (!this.isOn) return;
    const back = this.#end();
    if (back?.isConnected) back.focus({ preventScroll: true });
  }

  #end() {
    this.#span = null;
    this.#bar.hidden = true;
    this.#on.pick(null);
    return this.#back;
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = event.key === "Escape" ? () => this.leave() : this.#actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** On its buttons, Enter and the arrows are theirs. */
  #actOf({ key, shiftKey, target }) {
    if (target !== this.#bar) return null;
    const [forward, backward] = this.#isReversed
      ? ["ArrowLeft", "ArrowRight"]
      : ["ArrowRight", "ArrowLeft"];
    const plain = {
      [forward]: () => this.#step(1),
      [backward]: () => this.#step(-1),
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      Enter: () => this.#enter(),
    };
    const shifted = {
      [forward]: () => this.#moveEnd(1),
      [backward]: () => this.#moveEnd(-1),
      ArrowDown: () => this.#moveStart(1),
      ArrowUp: () => this.#moveStart(-1),
    };
    return (shiftKey ? shifted : plain)[key];
  }

  #click({ target }) {
    const { kind } = target.closest("[data-kind]")?.dataset ?? {};
    if (kind) return this.#choose(kind);
    const acts = {
      previous: () => this.#step(-1),
      next: () => this.#step(1),
      longer: () => this.#moveEnd(1),
      shorter: () => this.#moveEnd(-1),
      leave: () => this.leave(),
    };
    acts[target.closest("[data-step]")?.dataset.step]?.();
  }

  #enter() {
    const kinds = this.#bar.querySelectorAll("[data-kind]");
    if (kinds.length === 1) this.#choose(kinds[0].dataset.kind);
    else kinds[0].focus();
  }

  #choose(kind) {
    const span = this.#span;
    this.#on.choose(kind, span, this.#end());
  }

  #step(step) {
    const sentence = this.#stops.sentenceBeside(this.#span, step);
    if (sentence) this.#take(sentence);
  }

  #moveEnd(step) {
    const { start, end } = this.#span;
    this.#take({ start, end: this.#stops.end(end, step) });
  }

  #moveStart(step) {
    const { start, end } = this.#span;
    this.#take({ start: this.#stops.start(start, step), end });
  }

  #take(wanted) {
    const span = wanted.start < wanted.end && tidy(this.#text.text, wanted);
    if (!span) return;
    const { start, end } = this.#text.toPoints(span);
    if (end - start > LONGEST) return;
    this.#span = span;
    this.#bar.querySelector("[data-quote]").textContent = this.#text.text.slice(span.start, span.end);
    this.#on.pick(span);
    this.#scrollTo(this.#text.rangeOf(span).getBoundingClientRect());
  }

  #firstInView() {
    const isAbove = ({ element }) => element.getBoundingClientRect().bottom < MARGIN / 2;
    return Math.max(0, this.#blocks.findIndex((block) => !isAbove(block)));
  }

  #scrollTo({ top, bottom }) {
    const lowest = innerHeight - this.#bar.offsetHeight - MARGIN;
    const beyond = top < MARGIN ? top - MARGIN : Math.max(0, Math.min(bottom - lowest, top - MARGIN));
    if (beyond === 0) return;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: beyond, behavior: isCalm ? "instant" : "smooth" });
  }
}
