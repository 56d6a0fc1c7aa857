/* <concrit-chapter-keys>: single keys on a chapter's page, and the list of them (WCAG 2.1.4: it
   switches them off). Never while writing, and never with a modifier, which is the browser's. */
import { prefer, preference } from "../preferences.js";

const WRITING = "input, textarea, select, [contenteditable], [role='textbox'], [popover], dialog";

class ChapterKeys extends HTMLElement {
  #acts = {
    n: () => document.querySelector("main a[rel='next']")?.click(),
    p: () => document.querySelector("main a[rel='prev']")?.click(),
    c: () => this.#contents(),
    f: () => document.dispatchEvent(new CustomEvent("concrit:toggle-feedback")),
    a: () => document.dispatchEvent(new CustomEvent("concrit:pick-passage")),
    "?": () => this.#list(),
  };

  connectedCallback() {
    document.addEventListener("keydown", this.#key);
    document.addEventListener("concrit:shortcuts", this.#list);
    this.addEventListener("change", this.#switch);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#key);
    document.removeEventListener("concrit:shortcuts", this.#list);
    this.removeEventListener("change", this.#switch);
  }

  #key = (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.defaultPrevented || event.repeat || target.closest?.(WRITING)) return;
    if (preference("shortcuts") !== "on" || !Object.hasOwn(this.#acts, key)) return;
    event.preventDefault();
    this.#acts[key]();
  };

  #contents() {
    const contents = document.querySelector(".chapter-nav details");
    if (!contents) return;
    contents.open = true;
    (contents.querySelector("[aria-current]") ?? contents).scrollIntoView({ block: "center" });
    contents.querySelector("summary").focus({ preventScroll: true });
  }

  #list = () => this.querySelector("dialog").showModal();

  #switch = ({ target }) => prefer("shortcuts", target.checked ? "on" : "off");
}

customElements.define("concrit-chapter-keys", ChapterKeys);
