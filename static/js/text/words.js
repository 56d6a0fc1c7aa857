/* Words of one block of text, as spans within it. */

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

export function wordsIn(text, language) {
  return pieces(text, language).map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
}

function pieces(text, language) {
  if (Intl.Segmenter) {
    return [...segmenter(language).segment(text)].filter(({ isWordLike }) => isWordLike);
  }
  return Array.from(text.matchAll(WORD), (match) => ({ index: match.index, segment: match[0] }));
}

/** Languages are the author's word; one that Intl does not take is read by its general rules. */
function segmenter(language) {
  const [known] = supported(language);
  return new Intl.Segmenter(known, { granularity: "word" });
}

function supported(language) {
  try {
    return Intl.Segmenter.supportedLocalesOf(language || []);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
