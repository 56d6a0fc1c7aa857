/* Places in a text, counted two ways: in UTF-16 units, as the DOM does, and in code points, as the
   server does. They differ by one for each character beyond U+FFFF that stands before. */
export class CodePoints {
  #pairs = [];

  constructor(text) {
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#pairs.push(match.index);
  }

  fromUnits(place) {
    return place - countBelow(this.#pairs.length, (i) => this.#pairs[i] < place);
  }

  toUnits(place) {
    return place + countBelow(this.#pairs.length, (i) => this.#pairs[i] - i < place);
  }
}

/** How many of the indexes 0 … size−1 satisfy `is`, which holds for the first ones and then no more. */
export function countBelow(size, is) {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
