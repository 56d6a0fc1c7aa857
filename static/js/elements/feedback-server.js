/* What the chapter page asks the server about feedback. Spans are in code points here. */

const FETCH = { "X-Requested-With": "fetch" };
const JSON_ONLY = { Accept: "application/json" };
const REFUSED = 422;
const UNKNOWN = [401, 403]; // a session that has ended, or a token of one before
const AT_ONCE = 50; // cards that the server gives for one question

export class FeedbackServer {
  #stateUrl;
  #revision;
  #state;

  constructor(stateUrl, revision) {
    this.#stateUrl = stateUrl;
    this.#revision = revision;
  }

  /** What stands in the text and what this viewer may do, or null when there is no answer. */
  async state() {
    const url = withQuery(this.#stateUrl, { revision: this.#revision });
    try {
      this.#state = await json(await ask(url, { headers: JSON_ONLY }));
      return this.#state;
    } catch (error) {
      if (error instanceof Unanswered) return null;
      throw error;
    }
  }

  /** The cards of threads, as elements, in text order. */
  async cards(ids) {
    const cards = [];
    for (let i = 0; i < ids.length; i += AT_ONCE) {
      const some = { ids: ids.slice(i, i + AT_ONCE).join(), revision: this.#revision };
      const answer = await ask(withQuery(this.#state.cards_url, some), { headers: FETCH });
      cards.push(...elementsOf(await html(answer)));
    }
    return cards;
  }

  /** The form for feedback of a kind on a span, as elements. */
  async form({ start, end, kind, revision }) {
    const url = withQuery(this.#state.new_url, { part: "", revision, start, end, kind });
    return elementsOf(await html(await ask(url, { headers: FETCH })));
  }

  /** `{thread, cards, isCurrent}`, the last telling whether readers have this text still, or `{errors}` that name what to mend. */
  async send(fields) {
    let answer = await this.#post(fields);
    if (UNKNOWN.includes(answer.status) || answer.redirected) {
      fields.set("csrfmiddlewaretoken", await this.#freshToken());
      answer = await this.#post(fields);
    }
    if (answer.status === REFUSED) return answer.json();
    const { thread, card, is_current: isCurrent } = await json(answer);
    return { thread, cards: elementsOf(card), isCurrent };
  }

  #post(fields) {
    return ask(this.#state.new_url, { method: "POST", headers: JSON_ONLY, body: fields });
  }

  /** Those who logged in again, in another tab, have another token than the form was made with. To a
   * stranger a draft is not there at all. */
  async #freshToken() {
    const state = await this.state();
    if (!state?.signed_in) throw new SignedOut(this.#state.login_url);
    return state.csrf;
  }
}

/** Nobody is logged in any more; `message` is where to log in. */
export class SignedOut extends Error {}

/** The server could not be reached, or answered something else than was asked for. */
export class Unanswered extends Error {}

/** Parsed apart from the page, so that nothing in it loads before it has its place. */
export function elementsOf(text) {
  const template = document.createElement("template");
  template.innerHTML = text;
  return [...template.content.children];
}

async function ask(url, options) {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (error instanceof TypeError) throw new Unanswered(url, { cause: error });
    throw error;
  }
}

async function json(answer) {
  if (!answer.ok || !isOf(answer, "application/json")) throw new Unanswered(answer.url);
  return answer.json();
}

async function html(answer) {
  const isPart = (answer.ok || answer.status === REFUSED) && isOf(answer, "text/html");
  if (!isPart || answer.redirected) throw new Unanswered(answer.url);
  return answer.text();
}

function isOf(answer, type) {
  return (answer.headers.get("Content-Type") ?? "").startsWith(type);
}

function withQuery(url, query) {
  const full = new URL(url, location.href);
  for (const [name, value] of Object.entries(query)) full.searchParams.set(name, value);
  return full;
}
