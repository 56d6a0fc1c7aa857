/* <concrit-feedback state-url>: feedback in the text of the chapter inside. The text itself stays as
   it is: highlights are the browser's, all else stands beside or below it. */
import { FeedbackPage } from "./feedback-page.js";
import { FeedbackServer, elementsOf } from "./feedback-server.js";

class Feedback extends HTMLElement {
  #leaving;

  connectedCallback() {
    this.#leaving = new AbortController();
    this.#start(this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  /** Without an answer the page is what it is without scripts. */
  async #start(signal) {
    const revision = Number(this.closest("[data-revision]").dataset.revision);
    const server = new FeedbackServer(this.getAttribute("state-url"), revision);
    const state = await server.state();
    if (!state || signal.aborted) return;
    const body = this.querySelector(".body");
    const parts = this.#furnish(state.tools, signal);
    new FeedbackPage(this, { body, parts, server, state, revision, signal });
  }

  /** The tools that the server made for this viewer, by name. They speak the interface's language. */
  #furnish(html, signal) {
    const { lang, dir } = document.documentElement;
    const tools = Object.assign(document.createElement("div"), { className: "feedback-tools ui", lang, dir });
    tools.append(...elementsOf(html));
    this.append(tools);
    signal.addEventListener("abort", () => tools.remove());
    const named = [...tools.querySelectorAll("[data-part]")];
    return Object.fromEntries(named.map((element) => [element.dataset.part, element]));
  }
}

customElements.define("concrit-feedback", Feedback);
