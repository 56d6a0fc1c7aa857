/* The form of new feedback on a passage: the server's, for a kind that was chosen already, with its
   draft kept as it is typed. */
import { showErrors } from "./feedback-errors.js";
import { SignedOut, Unanswered } from "./feedback-server.js";

const UNKEPT = ["revision", "start", "end", "kind", "csrfmiddlewaretoken"];

export class FeedbackForm {
  #form;
  #place;
  #kind;
  #quote;
  #drafts;
  #server;
  #on;
  #untouched;

  /** `place` is `{revision, start, end}` in code points, `quote` the words there, `title` what the
   * kind is called, if it is still invited. `on` has what to call: `sent(answer)`, `failed()` when the server gave none, and
   * `signedOut(url)` for an element that tells of it and where to log in. */
  constructor(form, { place, kind, title, quote, drafts, server, on }) {
    this.#form = form;
    this.#place = place;
    this.#kind = kind;
    this.#quote = quote;
    this.#drafts = drafts;
    this.#server = server;
    this.#on = on;
    this.#settle(title);
    this.#fill({ replacement: quote });
    this.#untouched = JSON.stringify(this.#values());
    this.#fill(drafts.at(place)?.fields ?? {});
    this.#arrange();
    form.addEventListener("input", () => this.#change());
    form.addEventListener("submit", (event) => this.#submit(event));
  }

  /** An error is mended first and, perhaps, explained after. */
  #settle(title) {
    const { body, replacement, deletes } = this.#form.elements;
    for (const input of this.#form.querySelectorAll("[name='kind']")) {
      (fieldOf(input) ?? input).remove();
    }
    if (title) this.#form.prepend(heading(this.#kind, title));
    this.#form.append(Object.assign(hiddenInput(), { name: "kind", value: this.#kind }));
    const mends = this.#kind === "error" && replacement;
    if (mends) fieldOf(body).before(fieldOf(replacement), fieldOf(deletes));
    (mends ? replacement : body).dataset.focus = "";
  }

  #fill(values) {
    for (const field of this.#fields()) {
      const value = values[field.name];
      if (value === undefined) continue;
      if (field.type === "checkbox") field.checked = value;
      else if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
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
    return [...this.#form.elements].filter(({ name }) => name && !UNKEPT.includes(name));
  }

  #change() {
    this.#arrange();
    const fields = this.#values();
    if (JSON.stringify(fields) === this.#untouched) this.#drafts.drop(this.#place);
    else this.#drafts.keep(this.#place, { kind: this.#kind, quote: this.#quote, fields });
  }

  /** Other words are offered for some kinds only, and none where the passage is to go. */
  #arrange() {
    const { replacement, deletes } = this.#form.elements;
    if (!replacement) return;
    const suggests = ["error", "critique"].includes(this.#kind);
    this.#let(deletes, suggests);
    this.#let(replacement, suggests && !deletes.checked);
  }

  #let(field, isWanted) {
    field.disabled = !isWanted;
    fieldOf(field).hidden = !isWanted;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#form.ariaBusy === "true") return;
    this.#form.ariaBusy = "true";
    this.#form.querySelector("[data-signed-out]")?.remove();
    try {
      this.#take(await this.#server.send(new URLSearchParams(new FormData(this.#form))));
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#form.ariaBusy = null;
    }
  }

  #tell(error) {
    if (error instanceof SignedOut) {
      this.#form.querySelector(".actions").before(this.#on.signedOut(error.message));
    } else if (error instanceof Unanswered) this.#on.failed();
    else throw error;
  }

  #take(answer) {
    if (answer.errors) return showErrors(this.#form, answer.errors);
    this.#drafts.drop(this.#place);
    this.#on.sent(answer);
  }
}

function fieldOf(input) {
  return input.closest(".field");
}

function heading(kind, title) {
  const element = document.createElement("h2");
  element.className = `kind kind--${kind}`;
  element.textContent = title;
  return element;
}

function hiddenInput() {
  return Object.assign(document.createElement("input"), { type: "hidden" });
}
