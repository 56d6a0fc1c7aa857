import { Toolbar } from "../editor/toolbar.js";
import { asker } from "../editor/understanding.js";
import { WritingArea } from "../editor/writing-area.js";

/** Makes the labelled source in a `<textarea>` a rich editor. The element holds the textarea and
 * a `<template>` with the toolbar and the link dialog; `data-engine` is the engine's address.
 * Without JavaScript, or when the engine does not load, the textarea is the editor. */
export class ProseEditor extends HTMLElement {
  #area;
  #toolbar;
  #listening = new AbortController();
  #asSource = false;
  #given = "";
  #isSent = false;

  async connectedCallback() {
    const engine = await import(this.dataset.engine);
    if (this.isConnected && !this.#area) this.#start(engine);
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#area?.view.destroy();
  }

  get #textarea() {
    return this.querySelector("textarea");
  }

  #start(engine) {
    const template = this.querySelector("template");
    const bar = template.content.querySelector("[role=toolbar]").cloneNode(true);
    const place = document.createElement("div");
    place.className = "editor__paper prose";
    this.prepend(bar, place);
    this.#area = new WritingArea(engine, place, {
      attributes: this.#attributes(),
      keptLabel: this.dataset.kept,
      template,
      ask: asker(this.dataset.understand, this.#textarea.form.elements.csrfmiddlewaretoken.value),
      onChange: () => this.#show(),
      onLeave: () => this.#toolbar.focus(),
    });
    this.#toolbar = new Toolbar(bar, this.#area.actions, (name) => this.#run(name));
    this.#given = this.#textarea.value;
    this.#area.html = this.#given;
    this.#listen();
    this.#showEither();
  }

  #attributes() {
    const label = this.#textarea.labels[0].textContent.trim();
    const describedBy = this.#textarea.getAttribute("aria-describedby");
    const attributes = { role: "textbox", "aria-multiline": "true", "aria-label": label };
    return describedBy ? { ...attributes, "aria-describedby": describedBy } : attributes;
  }

  #listen() {
    const { signal } = this.#listening;
    const write = () => this.write();
    this.addEventListener("focusout", write, { signal });
    window.addEventListener("pagehide", write, { signal });
    window.addEventListener("beforeunload", (event) => this.#warn(event), { signal });
    this.#textarea.form.addEventListener("submit", () => this.#send(), { signal });
    for (const label of this.#textarea.labels)
      label.addEventListener("click", () => this.#area.view.focus(), { signal });
  }

  #send() {
    this.write();
    this.#isSent = true;
  }

  /** The browser asks before it leaves a page with words that were not saved. */
  #warn(event) {
    this.write();
    if (!this.#isSent && this.#textarea.value !== this.#given) event.preventDefault();
  }

  /** Bring the textarea up to date with what was written. */
  write() {
    if (!this.#asSource) this.#textarea.value = this.#area.html;
  }

  #run(name) {
    if (name === "source") return this.#toggleSource();
    this.#area.run(name);
    if (name !== "link") this.#area.view.focus();
  }

  #toggleSource() {
    if (this.#asSource) this.#area.html = this.#textarea.value;
    else this.write();
    this.#asSource = !this.#asSource;
    this.#showEither();
    if (this.#asSource) this.#textarea.focus();
    else this.#area.view.focus();
  }

  #showEither() {
    this.#textarea.hidden = !this.#asSource;
    this.#area.view.dom.parentElement.hidden = this.#asSource;
    this.#show();
  }

  #show() {
    this.#toolbar?.show(this.#area.state, { asSource: this.#asSource });
  }
}

customElements.define("prose-editor", ProseEditor);
