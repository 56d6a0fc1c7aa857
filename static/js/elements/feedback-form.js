/* The form of new feedback on a passage: the server's, with its draft kept as it is typed. */
import { showErrors } from "./feedback-errors.js";
import { Unanswered } from "./feedback-server.js";

const SUGGESTING = ["error", "critique"];
const PLACE = ["revision", "start", "end", "csrfmiddlewaretoken"];

export class FeedbackForm {
  #form;
  #place;
  #quote;
  #drafts;
  #server;
  #on;
  #untouched;

  /** `place` is `{revision, start, end}` in code points, `quote` the words there. `on` has what to
   * call: `sent(answer)`, and `failed()` when the server gave none. */
  constructor(element, { place, kind, quote, drafts, server, on }) {
    this.element = element;
    this.#form = element.matches("form") ? element : element.querySelector("form");
    this.#place = place;
    this.#quote = quote;
    this.#drafts = drafts;
    this.#server = server;
    this.#on = on;
    this.#fill({ kind, replacement: quote });
    this.#untouched = JSON.stringify(this.#values());
    this.#fill({ ...drafts.at(place)?.fields });
    this.#arrange();
    this.#first().dataset.focus = "";
    this.#form.addEventListener("input", () => this.#change());
    this.#form.addEventListener("submit", (event) => this.#submit(event));
  }

  #fill(values) {
    for (const field of this.#fields()) {
      const value = values[field.name];
      if (field.type === "checkbox") field.checked = value === true;
      else if (field.type === "radio") field.checked = value ? field.value === value : field.checked;
      else if (value !== undefined) field.value = value;
    }
  }

  #change() {
    this.#arrange();
    const fields = this.#values();
    if (JSON.stringify(fields) === this.#untouched) this.#drafts.drop(this.#place);
    else this.#drafts.keep(this.#place, { quote: this.#quote, fields });
  }

  /** Where to begin: an error is mended first and explained, perhaps, after. */
  #first() {
    const { replacement, body } = this.#form.elements;
    return this.#values().kind === "error" && replacement && !replacement.disabled
      ? replacement
      : body;
  }

  /** Other words are offered for some kinds only, and none where the passage is to go. */
  #arrange() {
    const { kind, deletes } = this.#values();
    const suggests = SUGGESTING.includes(kind);
    this.#let("deletes", suggests);
    this.#let("replacement", suggests && !deletes);
    this.element.dataset.kind = kind;
  }

  #let(name, isWanted) {
    const field = this.#form.elements.namedItem(name);
    if (!field) return;
    field.disabled = !isWanted;
    field.closest(".field").hidden = !isWanted;
  }

  #values() {
    const values = {};
    for (const field of this.#fields()) {
      if (field.type === "checkbox") values[field.name] = field.checked;
      else if (field.type !== "radio" || field.checked) values[field.name] = field.value;
    }
    return values;
  }

  #fields() {
    return [...this.#form.elements].filter(({ name }) => name && !PLACE.includes(name));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#form.ariaBusy === "true") return;
    this.#form.ariaBusy = "true";
    try {
      const answer = await this.#server.send(new URLSearchParams(new FormData(this.#form)));
      this.#take(answer);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      this.#on.failed();
    } finally {
      this.#form.ariaBusy = null;
    }
  }

  #take(answer) {
    if (answer.errors) return showErrors(this.#form, answer.errors);
    this.#drafts.drop(this.#place);
    this.#on.sent(answer);
  }
}
