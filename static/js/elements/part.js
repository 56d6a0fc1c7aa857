/* <concrit-part src>: a part of a page that comes when it is nearly in view, in place of the link
   inside. Forms and links in it that carry `data-enhance` renew the part without leaving the page:
   their answer is the part again. What a link led to is there again after a reload or on the way back.
   Fires `concrit:part` when its content is new. */
import { loadElements } from "../main.js";

const ASK = { "X-Requested-With": "fetch" };

class Part extends HTMLElement {
  #watcher = new IntersectionObserver(([entry]) => entry.isIntersecting && this.load(), {
    rootMargin: "600px",
  });

  connectedCallback() {
    this.addEventListener("submit", this.#submit);
    this.addEventListener("click", this.#follow);
    if (this.getAttribute("src")) this.#watcher.observe(this);
  }

  disconnectedCallback() {
    this.#watcher.disconnect();
    this.removeEventListener("submit", this.#submit);
    this.removeEventListener("click", this.#follow);
  }

  load() {
    this.#watcher.disconnect();
    const src = this.getAttribute("src");
    return this.#renew(history.state?.parts?.[src] ?? src, {});
  }

  #submit = (event) => {
    const { target: form, submitter } = event;
    // A part may hold parts; the innermost one takes it.
    if (event.defaultPrevented || !form.matches("form[data-enhance]")) return;
    event.preventDefault();
    const fields = new FormData(form, submitter);
    const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
    const url = new URL(action || this.getAttribute("src"), location.href);
    if (form.method === "post") {
      this.#renew(url, { method: "POST", body: new URLSearchParams(fields) }, form);
    } else {
      url.search = new URLSearchParams(fields);
      this.#renew(url, {}, form);
    }
  };

  #follow = (event) => {
    const link = event.target.closest("a[data-enhance]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#turnTo(link.href);
  };

  async #turnTo(url) {
    if (!(await this.#renew(url, {}))) return location.assign(url);
    this.#keep(url);
    const heading = this.querySelector("h1, h2, h3") ?? this;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  }

  /** The page's own address is that of its own part; of another's it keeps a note. */
  #keep(url) {
    const src = this.getAttribute("src");
    const parts = { ...history.state?.parts, [src]: url };
    if (src) history.replaceState({ ...history.state, parts }, "");
    else if (!this.parentElement.closest("concrit-part")) history.replaceState(history.state, "", url);
  }

  /** Whether it is new: an answer that is no part (a log-in page, an error) is left to the browser. */
  async #renew(url, options, form) {
    this.setAttribute("aria-busy", "true");
    const answer = await fetch(url, { ...options, headers: ASK }).catch(() => null);
    this.removeAttribute("aria-busy");
    const isPart = answer?.headers.get("Content-Type")?.startsWith("text/html");
    const isTaken = isPart && (answer.ok || answer.status === 422);
    if (isTaken) this.#replace(await answer.text(), form);
    else if (form) form.submit();
    return isTaken;
  }

  #replace(html, form) {
    const had = this.contains(document.activeElement);
    this.innerHTML = html;
    loadElements(this);
    const target = this.querySelector("[data-focus], [aria-invalid='true'], :target");
    if (had && (target || form)) this.#focus(target ?? this);
    this.dispatchEvent(new CustomEvent("concrit:part", { bubbles: true }));
  }

  #focus(element) {
    if (!element.matches("a, button, input, textarea, select")) element.tabIndex = -1;
    element.focus();
  }
}

customElements.define("concrit-part", Part);
