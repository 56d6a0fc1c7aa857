/* <concrit-menu>: a <details> that closes on Escape and when focus or a click goes elsewhere. */
class Menu extends HTMLElement {
  #away = (event) => {
    if (!this.contains(event.target)) this.#close();
  };

  #key = (event) => {
    if (event.key !== "Escape" || !this.#details.open) return;
    this.#close();
    this.querySelector("summary").focus();
  };

  get #details() {
    return this.querySelector("details");
  }

  connectedCallback() {
    document.addEventListener("click", this.#away);
    document.addEventListener("focusin", this.#away);
    this.addEventListener("keydown", this.#key);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.#away);
    document.removeEventListener("focusin", this.#away);
    this.removeEventListener("keydown", this.#key);
  }

  #close() {
    this.#details.open = false;
  }
}

customElements.define("concrit-menu", Menu);
