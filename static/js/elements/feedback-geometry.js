/* Where the margin stands: beside the text, on the side where its lines end, and how much room is
   there. Where there is not quite enough for cards, the page makes some by moving over. */

const WIDE = 1100; // CSS pixels of the window, from where cards may stand beside the text
const CARD = { narrowest: 264, widest: 360 };
const COUNTERS = 52;
const EDGE = 24;

export class Geometry {
  #host;
  #body;
  #main;

  /** `host` holds the text's element `body` and the margin; all are in `main`. */
  constructor(host, body) {
    this.#host = host;
    this.#body = body;
    this.#main = host.closest("main") ?? host;
  }

  /** Measure anew. `needsCards` says whether room for cards must be made. */
  measure({ needsCards }) {
    this.#move(0);
    const body = this.#body.getBoundingClientRect();
    const window_ = document.documentElement.clientWidth;
    const isLeft = getComputedStyle(this.#body).direction === "rtl";
    const free = isLeft ? body.left : window_ - body.right;
    const needed = COUNTERS + CARD.narrowest + EDGE;
    this.isSide = window_ >= WIDE && window_ - body.width - EDGE >= needed;
    const shift = this.isSide && needsCards ? Math.max(0, needed - free) : 0;
    this.#move(isLeft ? shift : -shift);
    this.#place(isLeft, Math.min(CARD.widest, free + shift - COUNTERS - EDGE));
  }

  /** From the top of the margin down, in CSS pixels. */
  topOf(range) {
    return range.getBoundingClientRect().top - this.#host.getBoundingClientRect().top;
  }

  /** The middle of a line, likewise. */
  middleOf(range) {
    const { top, height } = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return top + height / 2 - this.#host.getBoundingClientRect().top;
  }

  /** The part of the margin that is in the window. */
  view() {
    const { top } = this.#host.getBoundingClientRect();
    return { top: EDGE - top, bottom: innerHeight - EDGE - top };
  }

  /** Let the text's box be tall enough for cards that reach `bottom`. */
  reserve(bottom) {
    this.#host.style.minBlockSize = bottom ? `${Math.ceil(bottom)}px` : "";
  }

  forget() {
    this.#move(0);
    this.reserve(0);
  }

  #move(shift) {
    this.#main.style.setProperty("--feedback-shift", `${shift}px`);
  }

  #place(isLeft, cardWidth) {
    const host = this.#host.getBoundingClientRect();
    const body = this.#body.getBoundingClientRect();
    const edge = isLeft ? body.left - host.left : body.right - host.left;
    this.#host.dataset.side = isLeft ? "left" : "right";
    this.#host.style.setProperty("--feedback-edge", `${edge}px`);
    this.#host.style.setProperty("--feedback-card", `${Math.max(0, cardWidth)}px`);
  }
}

/** Calls `act` whenever the text may be laid out anew: by the window, fonts, or reading settings. */
export function onNewLayout(body, signal, act) {
  window.addEventListener("resize", act, { signal });
  document.fonts.addEventListener("loadingdone", act, { signal });
  const sizes = new ResizeObserver(act);
  sizes.observe(body);
  signal.addEventListener("abort", () => sizes.disconnect());
}
