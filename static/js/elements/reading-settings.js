/* <concrit-reading-settings>: the panel in the place of a link to the page of settings. */
import { prefer, preference } from "../preferences.js";

const PAUSE = 300; // milliseconds, so that a slider being drawn is kept once

class ReadingSettings extends HTMLElement {
  #timer;

  connectedCallback() {
    const template = this.querySelector("template");
    if (template && HTMLElement.prototype.hasOwnProperty("popover")) {
      this.replaceChildren(template.content.cloneNode(true));
      this.#show();
    }
    this.addEventListener("input", this.#choose);
    this.addEventListener("click", this.#help);
    this.addEventListener("submit", this.#stay);
  }

  disconnectedCallback() {
    this.removeEventListener("input", this.#choose);
    this.removeEventListener("click", this.#help);
    this.removeEventListener("submit", this.#stay);
  }

  #show() {
    for (const input of this.querySelectorAll("input")) {
      const value = preference(input.name);
      if (input.type === "radio") input.checked = input.value === value;
      else input.value = value;
    }
  }

  #choose = ({ target }) => {
    document.documentElement.dataset[target.name] = target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => prefer(target.name, target.value), PAUSE);
  };

  #help = (event) => {
    if (!event.target.closest("[data-keys]")) return;
    this.querySelector("[popover]").hidePopover();
    document.dispatchEvent(new CustomEvent("concrit:shortcuts"));
  };

  #stay = (event) => event.preventDefault();
}

customElements.define("concrit-reading-settings", ReadingSettings);
