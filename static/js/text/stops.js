/* The places in a text's blocks where a passage that is picked by keyboard may begin and end. */
import { sentencesIn } from "./sentences.js";
import { blockAt } from "./thread-index.js";
import { wordsIn } from "./words.js";

export class Stops {
  #text;
  #blocks;
  #language;
  #known = new Map();

  /** `blocks` are the spans of the text's blocks, in order. */
  constructor(text, blocks, language) {
    this.#text = text;
    this.#blocks = blocks;
    this.#language = language;
  }

  /** The first sentence at or after the block at `index`, or else the last before it. */
  sentenceFrom(index) {
    return this.#first(index, 1) ?? this.#first(index, -1);
  }

  /** The sentence that follows the span, or for a step of −1 the one before; null at the ends. */
  sentenceBeside({ start, end }, step) {
    const block = blockAt(this.#blocks, step > 0 ? end - 1 : start);
    const { sentences } = this.#in(block);
    const beside =
      step > 0
        ? sentences.find((each) => each.start >= end)
        : sentences.findLast((each) => each.start < start);
    return beside ?? this.#first(block + step, step);
  }

  /** The next place after `place` where a passage may end, or begin; before it for a step of −1. */
  end(place, step) {
    return this.#stop("ends", place, step);
  }

  start(place, step) {
    return this.#stop("starts", place, step);
  }

  #first(index, step) {
    for (let i = index; i >= 0 && i < this.#blocks.length; i += step) {
      const { sentences } = this.#in(i);
      if (sentences.length) return sentences.at(step > 0 ? 0 : -1);
    }
    return null;
  }

  #stop(which, place, step) {
    const isBeyond = (stop) => (step > 0 ? stop > place : stop < place);
    for (let i = blockAt(this.#blocks, place); i >= 0 && i < this.#blocks.length; i += step) {
      const stops = this.#in(i)[which].filter(isBeyond);
      if (stops.length) return stops.at(step > 0 ? 0 : -1);
    }
    return place;
  }

  #in(index) {
    if (!this.#known.has(index)) this.#known.set(index, this.#read(this.#blocks[index]));
    return this.#known.get(index);
  }

  #read({ start, end }) {
    const text = this.#text.slice(start, end);
    const placed = (span) => ({ start: span.start + start, end: span.end + start });
    const sentences = sentencesIn(text).map(placed);
    const all = [...sentences, ...wordsIn(text, this.#language).map(placed)];
    return {
      sentences,
      starts: inOrder(all.map((span) => span.start)),
      ends: inOrder(all.map((span) => span.end)),
    };
  }
}

function inOrder(places) {
  return [...new Set(places)].sort((a, b) => a - b);
}
