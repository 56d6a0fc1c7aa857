/* What was opened, cards or the form: beside the text where there is room, otherwise in a sheet. */
import { spread } from "./feedback-spread.js";

export class Panel {
  #column = document.createElement("div");
  #margin;
  #sheet;
  #template;
  #geometry;
  #onClose;
  #items = [];
  #after = null;
  #back = null;
  #sizes = new ResizeObserver(() => this.lay());

  /** `onClose()` is called when nothing is open any more. */
  constructor({ margin, sheet, item }, geometry, { signal, onClose }) {
    this.#margin = margin;
    this.#sheet = sheet;
    this.#template = item;
    this.#geometry = geometry;
    this.#onClose = onClose;
    this.#column.className = "feedback-cards";
    this.#column.addEventListener("keydown", (event) => this.#key(event), { signal });
    // It closes too when what was in it moves beside the text.
    sheet.addEventListener("close", () => this.#column.isConnected || this.#gone(), { signal });
    for (const place of [this.#column, sheet]) {
      place.addEventListener("click", (event) => this.#click(event), { signal });
    }
    signal.addEventListener("abort", () => this.#sizes.disconnect());
  }

  get isOpen() {
    return this.#items.length > 0;
  }

  get isSide() {
    return this.#geometry.isSide;
  }

  /** Show `[{element, range, isWhole}]` in place of what was open, beside their ranges, or so that
   * they are seen whole. In the order of
   * tabbing they follow the element `after`; the focus goes back to `back`. */
  show(items, { after = null, back = null, focus = true } = {}) {
    this.#clear();
    this.#after = after;
    this.#back = back;
    this.#geometry.measure({ needsCards: true });
    const view = this.#geometry.view();
    this.#items = items.map(({ element, range, isWhole }) => ({
      box: this.#box(element),
      range,
      view: isWhole ? view : null,
    }));
    this.#stand();
    if (focus) this.#focus();
  }

  /** Scroll to what is open where it lies beyond the foot of the window. */
  reveal() {
    const [{ box }] = this.#items;
    if (box.getBoundingClientRect().bottom > innerHeight) box.scrollIntoView({ block: "nearest" });
  }

  close() {
    if (this.#sheet.open) this.#sheet.close();
    else this.#gone();
  }

  /** Where the window grew or shrank past the width for cards, they move over with what is in them. */
  lay() {
    if (!this.isOpen) return;
    if (this.#geometry.isSide !== this.#column.isConnected) this.#stand();
    if (!this.#geometry.isSide) return;
    const wanted = this.#items.map((item) => this.#wanted(item));
    const heights = this.#items.map(({ box }) => box.offsetHeight);
    const tops = spread(wanted, heights);
    tops.forEach((top, i) => (this.#items[i].box.style.top = `${top}px`));
    this.#geometry.reserve(tops.at(-1) + heights.at(-1));
  }

  /** What is written in comes up to where all of it is seen; the rest stands at its passage. */
  #wanted({ box, range, view }) {
    const top = range ? this.#geometry.topOf(range) : 0;
    return view ? Math.max(view.top, Math.min(top, view.bottom - box.offsetHeight)) : top;
  }

  #box(element) {
    const box = this.#template.content.firstElementChild.cloneNode(true);
    box.append(element);
    return box;
  }

  #stand() {
    const boxes = this.#items.map(({ box }) => box);
    const focused = document.activeElement;
    const had = boxes.some((box) => box.contains(focused));
    if (this.#geometry.isSide) this.#standBeside(boxes);
    else this.#standInSheet(boxes);
    if (had) focused.focus({ preventScroll: true });
  }

  #standBeside(boxes) {
    this.#column.replaceChildren(...boxes);
    if (this.#after?.isConnected) this.#after.after(this.#column);
    else this.#margin.append(this.#column);
    if (this.#sheet.open) this.#sheet.close();
    for (const box of boxes) this.#sizes.observe(box);
    this.lay();
  }

  #standInSheet(boxes) {
    this.#column.remove();
    this.#geometry.reserve(0);
    this.#sizes.disconnect();
    for (const box of boxes) box.style.top = "";
    this.#sheet.querySelector("[data-content]").replaceChildren(...boxes);
    if (!this.#sheet.open) this.#sheet.showModal();
    this.#uncover();
  }

  /** What the sheet is about is still seen above it. */
  #uncover() {
    const place = this.#items[0].range?.getBoundingClientRect();
    const { top } = this.#sheet.getBoundingClientRect();
    if (place && place.bottom > top) scrollBy({ top: place.top - Math.min(96, top / 4) });
  }

  #focus() {
    const [{ box }] = this.#items;
    focusable(box).focus({ preventScroll: true });
    if (this.#geometry.isSide && !isInView(box)) box.scrollIntoView({ block: "nearest" });
  }

  #gone() {
    if (!this.isOpen) return;
    const { activeElement } = document;
    const had = [this.#column, this.#sheet, document.body].some(
      (place) => place === activeElement || (place !== document.body && place.contains(activeElement)),
    );
    this.#clear();
    if (had && this.#back?.isConnected) this.#back.focus({ preventScroll: true });
    this.#onClose();
  }

  #clear() {
    this.#items = [];
    this.#sizes.disconnect();
    this.#column.remove();
    this.#column.replaceChildren();
    this.#sheet.querySelector("[data-content]").replaceChildren();
    this.#geometry.reserve(0);
  }

  #key(event) {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    this.close();
  }

  #click({ target }) {
    if (target.closest("[data-close]") || target === this.#sheet) this.close();
  }
}

/** The field to write in, if there is one, else the box itself, from where its contents are next. */
function focusable(box) {
  return box.querySelector("[aria-invalid='true'], [data-focus]") ?? box;
}

function isInView(box) {
  const { top } = box.getBoundingClientRect();
  return top >= 0 && top < innerHeight - 48;
}
