/* What happens when threads or the form are opened: they are fetched and shown in the panel. */
import { loadElements } from "../main.js";
import { FeedbackForm } from "./feedback-form.js";
import { Unanswered } from "./feedback-server.js";

export class Opening {
  #text;
  #titles;
  #revision;
  #threads;
  #counters;
  #panel;
  #server;
  #drafts;
  #highlights;
  #on;
  #turn = 0;
  #open = [];

  /** `titles` are what the kinds are called. `on` has what to call: `changed()` when the threads are others now, `said(name)` to tell the
   * reader something, `signedOut(url)` for an element that tells it, `drafted()` when a draft may have come or gone. */
  constructor({ text, titles, revision, threads, counters, panel, server, drafts, highlights, on }) {
    this.#text = text;
    this.#titles = titles;
    this.#revision = revision;
    this.#threads = threads;
    this.#counters = counters;
    this.#panel = panel;
    this.#server = server;
    this.#drafts = drafts;
    this.#highlights = highlights;
    this.#on = on;
  }

  /** Whether cards are open, not a form. */
  get isReading() {
    return this.#open.length > 0;
  }

  /** The threads' cards; the focus goes back to `back`, or to their paragraph's counter. */
  async open(threads, back = null) {
    const cards = await this.#ask(() => this.#server.cards(threads.map(({ id }) => id)));
    if (cards) this.#show(cards, threads, { back });
  }

  /** The form for a kind of feedback on `place`: `{revision, start, end}` in code points. */
  async compose(kind, place, back = null) {
    const [element] = (await this.#ask(() => this.#server.form({ ...place, kind }))) ?? [];
    if (!element) return;
    const span = place.revision === this.#revision ? this.#text.fromPoints(place) : null;
    const quote = span
      ? this.#text.text.slice(span.start, span.end)
      : this.#drafts.at(place)?.quote;
    if (element.matches("form")) this.#fit(element, { place, kind, quote, back });
    const range = span && this.#text.rangeOf(span);
    getSelection().removeAllRanges();
    this.#forget();
    this.pick(span);
    this.#panel.show([{ element, range, isWhole: true }], { back });
  }

  #fit(form, { place, kind, quote, back }) {
    const on = {
      sent: (answer) => this.#sent(answer, place.revision === this.#revision, back),
      failed: () => this.#on.said("failed"),
      signedOut: (url) => this.#on.signedOut(url),
    };
    const title = this.#titles.get(kind);
    const [drafts, server] = [this.#drafts, this.#server];
    new FeedbackForm(form, { place, kind, title, quote, drafts, server, on });
  }

  /** Mark a passage that is being picked, or written about. */
  pick(span) {
    this.#highlights.show("picked", span ? [this.#text.rangeOf(span)] : [], 2);
  }

  closed() {
    this.#turn++;
    this.#forget();
    this.pick(null);
    this.#on.drafted();
  }

  #forget() {
    this.#open = [];
    this.attend();
    this.#counters.mark(null);
  }

  /** Where a passage stands in another version says nothing about its place on this page. */
  #sent({ thread, cards, isCurrent }, isHere, back) {
    this.#on.said(isCurrent ? "sent" : "sentOld");
    if (isHere) this.#threads.add(thread);
    this.#on.changed();
    const placed = isHere && this.#threads.find(thread.id);
    if (!this.#panel.isSide || !placed) return this.#panel.close();
    this.pick(null);
    this.#show(cards, [placed], { back, focus: false });
    (back ?? this.#counterOf(placed))?.focus({ preventScroll: true });
    this.#panel.reveal();
    this.#on.drafted();
  }

  /** Let one thread of those that are open stand out, or again all of them. */
  attend(id = null) {
    const one = this.#open.filter((thread) => thread.id === id);
    this.#threads.emphasize(one.length ? one : this.#open);
  }

  #show(cards, threads, { back, focus }) {
    const counter = threads.length ? this.#counterOf(threads[0]) : null;
    const items = cards.map((element) => {
      const id = Number(element.dataset.thread);
      return { element, range: this.#threads.find(id)?.range ?? null };
    });
    this.#open = threads;
    this.attend();
    this.#counters.mark(counter);
    this.#panel.show(items, { after: counter, back: back ?? counter, focus });
    loadElements(cards[0]?.parentElement);
  }

  #counterOf(thread) {
    return this.#counters.of(this.#threads.blockOf(thread));
  }

  /** What the server answers, or null when it did not, or when something else was opened since. */
  async #ask(question) {
    const turn = ++this.#turn;
    try {
      const answer = await question();
      return turn === this.#turn ? answer : null;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      this.#on.said("failed");
      return null;
    }
  }
}
