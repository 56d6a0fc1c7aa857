/* Threads by their place in the text: `{start, end}` of each in UTF-16 units, half-open. */
import { countBelow } from "./code-points.js";

export class ThreadIndex {
  #threads;
  #furthest = [];

  constructor(threads) {
    this.#threads = threads.toSorted((a, b) => a.start - b.start || a.end - b.end);
    let furthest = 0;
    for (const { end } of this.#threads) this.#furthest.push((furthest = Math.max(furthest, end)));
  }

  /** Those that touch the span, in text order. */
  touching({ start, end }) {
    const found = [];
    const past = countBelow(this.#threads.length, (i) => this.#threads[i].start <= end);
    for (let i = past - 1; i >= 0 && this.#furthest[i] >= start; i--) {
      if (this.#threads[i].end >= start) found.unshift(this.#threads[i]);
    }
    return found;
  }

  /** By the index of the block in `blocks` (spans in text order) that they begin in. */
  byBlock(blocks) {
    const groups = new Map();
    for (const thread of this.#threads) {
      const block = blockAt(blocks, thread.start);
      if (groups.has(block)) groups.get(block).push(thread);
      else groups.set(block, [thread]);
    }
    return groups;
  }
}

/** The index of the block that a place is in or follows; the first, if it is before all. */
export function blockAt(blocks, place) {
  return Math.max(0, countBelow(blocks.length, (i) => blocks[i].start <= place) - 1);
}
