/* The bar that a selection in the text brings up: the kinds of feedback that are invited. It lies
   above the selection, or docks at the bottom where fingers select (see feedback.css). The selection
   itself stays the browser's. */
import { tidy } from "../text/graphemes.js";

const LONGEST = 2000; // code points
const PAUSE = 250; // milliseconds without a change, while a finger draws the handles
const GAP = 10; // CSS pixels

export class SelectionBar {
  #bar;
  #text;
  #host;
  #docked = matchMedia("(pointer: coarse), (width < 700px)");
  #isPressed = false;
  #timer;
  #span = null;

  /** `onChoose(kind, span)` is called for the kind chosen; `host` is what the bar is placed in. */
  constructor(bar, text, { host, signal, onChoose }) {
    this.#bar = bar;
    this.#text = text;
    this.#host = host;
    const on = (target, type, act) => target.addEventListener(type, act, { signal });
    on(document, "selectionchange", () => this.#wait());
    on(document, "pointerdown", (event) => this.#press(event));
    on(document, "pointerup", () => this.#release());
    on(document, "pointercancel", () => this.#release());
    on(document, "keydown", (event) => this.#key(event));
    on(bar, "mousedown", (event) => event.preventDefault());
    on(bar, "click", ({ target }) => this.#choose(target, onChoose));
    on(this.#docked, "change", () => this.#show());
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  hide() {
    this.#bar.hidden = true;
    this.#span = null;
  }

  #choose(target, onChoose) {
    const kind = target.closest("[data-kind]")?.dataset.kind;
    if (!kind || !this.#span) return;
    const span = this.#span;
    this.hide();
    onChoose(kind, span);
  }

  /** A mouse is waited for until it has drawn its selection; fingers pause. */
  #press({ target, pointerType }) {
    if (pointerType === "mouse" && !this.#bar.contains(target)) this.#isPressed = true;
  }

  #release() {
    this.#isPressed = false;
    this.#wait();
  }

  #key({ key }) {
    if (key === "Escape") this.hide();
  }

  #wait() {
    clearTimeout(this.#timer);
    if (!this.#isPressed) this.#timer = setTimeout(() => this.#show(), PAUSE);
  }

  #show() {
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0) : null;
    const chosen = range && !range.collapsed ? this.#text.spanOf(range) : null;
    const span = chosen && tidy(this.#text.text, chosen);
    if (!span || this.#isWriting()) return this.hide();
    const isAsBefore = !this.#bar.hidden && same(span, this.#span);
    this.#span = span;
    this.#refuse(this.#refusal(span));
    this.#bar.hidden = false;
    if (!isAsBefore) this.#place(this.#text.rangeOf(span));
  }

  #isWriting() {
    return document.activeElement?.matches("input, textarea, select");
  }

  #refusal(span) {
    const { start, end } = this.#text.toPoints(span);
    if (end - start > LONGEST) return "long";
    return this.#text.isWhole ? null : "changed";
  }

  #refuse(reason) {
    for (const sentence of this.#bar.querySelectorAll("[data-refusal]")) {
      sentence.hidden = sentence.dataset.refusal !== reason;
    }
    this.#bar.querySelector(".feedback-bar__kinds").hidden = reason !== null;
  }

  #place(range) {
    this.#bar.style.left = this.#bar.style.top = "";
    if (this.#docked.matches) return;
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (rects.length === 0) return;
    const host = this.#host.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#bar;
    const first = rects[0];
    const above = first.top - height - GAP;
    const lowest = innerHeight - height - GAP;
    const top = above >= GAP ? above : Math.min(rects.at(-1).bottom + GAP, lowest);
    const left = (first.left + first.right - width) / 2;
    const furthest = document.documentElement.clientWidth - width - GAP;
    this.#bar.style.top = `${top - host.top}px`;
    this.#bar.style.left = `${Math.max(GAP, Math.min(left, furthest)) - host.left}px`;
  }
}

function same(a, b) {
  return a.start === b?.start && a.end === b?.end;
}
