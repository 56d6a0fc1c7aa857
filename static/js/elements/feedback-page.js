/* Feedback on one chapter's page: its parts, and what each of them sets off in the others. */
import { prefer, preference } from "../preferences.js";
import { Highlights } from "../text/highlights.js";
import { TextMap } from "../text/offsets.js";
import { Stops } from "../text/stops.js";
import { Drafts } from "./drafts.js";
import { SelectionBar } from "./feedback-bar.js";
import { Controls, linked } from "./feedback-controls.js";
import { Counters } from "./feedback-counters.js";
import { DraftLine } from "./feedback-draft-line.js";
import { Geometry, onNewLayout } from "./feedback-geometry.js";
import { Opening } from "./feedback-opening.js";
import { Panel } from "./feedback-panel.js";
import { PickMode } from "./feedback-pick.js";
import { HighlightPointer } from "./feedback-pointer.js";
import { Status } from "./feedback-status.js";
import { PageThreads } from "./feedback-threads.js";

export class FeedbackPage {
  #host;
  #server;
  #revision;
  #signal;
  #text;
  #blocks;
  #highlights = new Highlights();
  #threads;
  #geometry;
  #counters;
  #panel;
  #opening;
  #controls;
  #draftLine;
  #status;
  #picking = null;

  /** `host` holds the chapter's `body` and the `parts` that the server made; `state` is what it
   * said. All ends with `signal`. */
  constructor(host, { body, parts, server, state, revision, signal }) {
    this.#host = host;
    this.#server = server;
    this.#revision = revision;
    this.#signal = signal;
    this.#read(body);
    const titles = new Map(state.invites.map(({ kind, label }) => [kind, label]));
    const { chapter } = host.closest("[data-chapter]").dataset;
    this.#furnish(parts, titles, new Drafts(state.viewer, chapter));
    this.#invite(parts);
    this.#listen(body);
    this.#threads.set(state.threads);
    this.#show();
    this.#draftLine.show();
  }

  get #isShown() {
    return preference("feedback") === "shown";
  }

  #read(body) {
    this.#text = new TextMap(body);
    const blocks = [...body.querySelectorAll("[id]")];
    this.#blocks = blocks.map((element) => ({ element, ...this.#text.spanOfNode(element) }));
    this.#threads = new PageThreads(this.#text, this.#blocks, this.#highlights);
    this.#geometry = new Geometry(this.#host, body);
  }

  #furnish(parts, titles, drafts) {
    const signal = this.#signal;
    const onToggle = () => this.#toggle();
    const onPick = () => this.#picking?.start();
    this.#controls = new Controls(parts, { signal, onToggle, onPick });
    this.#status = new Status(parts.status, { signal });
    const onOpen = (threads, counter) => this.#openFrom(counter, threads);
    this.#counters = new Counters(parts, this.#geometry, { signal, onOpen });
    const onClose = () => this.#closed();
    this.#panel = new Panel(parts, this.#geometry, { signal, onClose });
    const onContinue = (draft) => this.#opening.compose(draft.kind, draft);
    this.#draftLine = new DraftLine(parts.drafts, drafts, { signal, onContinue });
    this.#opening = new Opening({
      text: this.#text,
      titles,
      revision: this.#revision,
      threads: this.#threads,
      counters: this.#counters,
      panel: this.#panel,
      server: this.#server,
      highlights: this.#highlights,
      drafts,
      on: {
        changed: () => this.#show(),
        said: (name) => this.#status.say(name),
        signedOut: (url) => linked(parts["signed-out"], url),
        drafted: () => this.#draftLine.show(),
      },
    });
  }

  /** Nothing is offered to those from whom nothing is asked. */
  #invite({ bar, pick }) {
    const signal = this.#signal;
    const onChoose = (kind, span) => this.#compose(kind, span);
    if (bar) new SelectionBar(bar, this.#text, { host: this.#host, signal, onChoose });
    if (!pick) return;
    const stops = new Stops(this.#text.text, this.#blocks, this.#text.root.lang);
    const on = {
      pick: (span) => this.#opening.pick(span),
      choose: (kind, span, back) => this.#compose(kind, span, back),
    };
    this.#picking = new PickMode(pick, this.#text, this.#blocks, stops, { signal, on });
  }

  #listen(body) {
    const signal = this.#signal;
    const on = (target, type, act) => target.addEventListener(type, act, { signal });
    on(document, "concrit:toggle-feedback", () => this.#toggle());
    on(document, "concrit:pick-passage", () => this.#picking?.start());
    on(this.#host, "concrit:part", () => this.#renew());
    for (const type of ["pointerover", "focusin"]) {
      on(this.#host, type, ({ target }) => this.#attend(target));
    }
    onNewLayout(body, signal, () => this.#lay());
    new HighlightPointer(this.#text, {
      signal,
      threadsAt: (span) => this.#threads.touching(span),
      onHover: (threads) => this.#hover(threads),
      onPress: (threads) => this.#press(threads),
    });
    signal.addEventListener("abort", () => {
      this.#highlights.clear();
      this.#geometry.forget();
      this.#controls.remove();
    });
  }

  #toggle() {
    prefer("feedback", this.#isShown ? "hidden" : "shown");
    this.#status.say(this.#isShown ? "shown" : "hidden");
    if (!this.#isShown) this.#panel.close();
    this.#show();
  }

  #show() {
    this.#threads.show(this.#isShown);
    const groups = this.#threads.groups();
    this.#host.toggleAttribute("data-counters", groups.length > 0);
    this.#controls.show({ isShown: this.#isShown, count: this.#threads.count });
    this.#geometry.measure({ needsCards: this.#panel.isOpen || groups.length > 0 });
    this.#counters.show(groups);
    this.#panel.lay();
  }

  #lay() {
    const needsCards = this.#panel.isOpen || this.#host.hasAttribute("data-counters");
    this.#geometry.measure({ needsCards });
    this.#counters.lay();
    this.#panel.lay();
  }

  /** Something was done in a card: others may stand elsewhere or be settled now. */
  async #renew() {
    const state = await this.#server.state();
    if (!state || this.#signal.aborted) return;
    this.#threads.set(state.threads);
    this.#show();
  }

  #compose(kind, span, back = null) {
    const place = { revision: this.#revision, ...this.#text.toPoints(span) };
    this.#draftLine.hide();
    return this.#opening.compose(kind, place, back);
  }

  #openFrom(counter, threads) {
    if (counter.getAttribute("aria-expanded") === "true") return this.#panel.close();
    return this.#opening.open(threads, counter);
  }

  /** A press beside all highlights puts cards away, but never a form. */
  #press(threads) {
    if (threads.length) this.#opening.open(threads);
    else if (this.#panel.isSide && this.#opening.isReading) this.#panel.close();
  }

  #hover(threads) {
    this.#host.toggleAttribute("data-over", threads.length > 0);
    if (!this.#panel.isOpen) this.#threads.emphasize(threads);
  }

  /** What a card is about stands out while it is looked at. */
  #attend(target) {
    if (!this.#opening.isReading) return;
    const card = target.closest?.(".feedback-item")?.querySelector("[data-thread]");
    this.#opening.attend(card ? Number(card.dataset.thread) : null);
  }

  #closed() {
    this.#opening.closed();
    this.#lay();
  }
}
