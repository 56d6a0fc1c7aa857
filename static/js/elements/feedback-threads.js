/* The threads on a chapter's page: which are shown, where they stand, how they are highlighted. */
import { ThreadIndex, blockAt } from "../text/thread-index.js";

const KINDS = ["error", "critique", "question", "praise"];

export class PageThreads {
  #text;
  #blocks;
  #highlights;
  #all = [];
  #fresh = new Set();
  #index = new ThreadIndex([]);
  #areShown = false;

  /** `blocks` are the spans of the text's blocks, in order. */
  constructor(text, blocks, highlights) {
    this.#text = text;
    this.#blocks = blocks;
    this.#highlights = highlights;
  }

  get count() {
    return this.#all.length;
  }

  /** What the server gave, in code points; those without a place are elsewhere. */
  set(threads) {
    const placed = threads.filter(({ start }) => start !== null);
    this.#all = placed.map((thread) => ({ ...thread, ...this.#text.fromPoints(thread) }));
    for (const thread of this.#all) thread.range = this.#text.rangeOf(thread);
    this.show(this.#areShown);
  }

  /** A thread that the reader has just begun, to be seen even where the others are hidden. */
  add(thread) {
    this.#fresh.add(thread.id);
    const others = this.#all.filter(({ id }) => id !== thread.id);
    this.set([...others.map((each) => ({ ...each, ...this.#text.toPoints(each) })), thread]);
  }

  show(areShown) {
    this.#areShown = areShown;
    const shown = this.#all.filter(({ id }) => areShown || this.#fresh.has(id));
    this.#index = new ThreadIndex(shown);
    for (const kind of KINDS) {
      const open = shown.filter((thread) => thread.kind === kind && thread.open);
      this.#highlights.show(kind, rangesOf(open));
    }
    this.#highlights.show("settled", rangesOf(shown.filter(({ open }) => !open)));
  }

  touching(span) {
    return this.#index.touching(span);
  }

  find(id) {
    return this.#all.find((thread) => thread.id === id) ?? null;
  }

  blockOf({ start }) {
    return blockAt(this.#blocks, start);
  }

  /** The shown threads by the block they begin in: `{block, range, threads}` in text order, `range`
   * being where the block's own text begins. */
  groups() {
    const groups = [...this.#index.byBlock(this.#blocks)];
    return groups.map(([block, threads]) => ({ block, threads, range: this.#beginning(block) }));
  }

  emphasize(threads) {
    for (const kind of KINDS) {
      const those = threads.filter((thread) => thread.kind === kind);
      this.#highlights.show(`attended-${kind}`, rangesOf(those), 1);
    }
  }

  #beginning(block) {
    const { start, end } = this.#blocks[block];
    const blank = this.#text.text.slice(start, end).search(/\S/u);
    const first = start + Math.max(0, blank);
    return this.#text.rangeOf({ start: first, end: first + 1 });
  }
}

function rangesOf(threads) {
  return threads.map(({ range }) => range);
}
