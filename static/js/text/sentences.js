/* Sentences and words of one block of text, as spans within it, without the space between them. */

const SENTENCE = /[^.!?…。！？۔؟]+(?:[.!?…。！？۔؟]+["'”’»)\]]*|$)/gu;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

export function sentencesIn(text, language) {
  const pieces = segments(text, language, "sentence", SENTENCE);
  return pieces.map((piece) => trimmed(piece)).filter(({ start, end }) => start < end);
}

export function wordsIn(text, language) {
  return segments(text, language, "word", WORD)
    .filter(({ isWordLike }) => isWordLike !== false)
    .map((piece) => trimmed(piece));
}

function segments(text, language, granularity, pattern) {
  if (Intl.Segmenter) return [...segmenter(language, granularity).segment(text)];
  return Array.from(text.matchAll(pattern), (match) => ({ index: match.index, segment: match[0] }));
}

/** Languages are the author's word; one that Intl does not take is read by its general rules. */
function segmenter(language, granularity) {
  const [known] = supported(language);
  return new Intl.Segmenter(known, { granularity });
}

function supported(language) {
  try {
    return Intl.Segmenter.supportedLocalesOf(language || []);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function trimmed({ index, segment }) {
  const start = index + segment.length - segment.trimStart().length;
  return { start, end: start + segment.trim().length };
}
