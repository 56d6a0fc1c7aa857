/* Sentences of one block of text, as spans within it, without the space between them. The rules are
   those of prose/sentences.py, so that a passage is the same one with a script and without; one table
   of examples is read by both. */

const LINE = /[^\n]+/gu;
/* A French closing quote has a space before it, which a German opening one has too. */
const MARK = "[\\p{M}\\u200d]*";
const CLOSING = `(?:(?:["'”’»›)\\]}」』）】〉》*_]|[ \\u00a0\\u202f]»(?=\\s|$))${MARK})*`;
const STOP = new RegExp(
  `(?<western>(?:[.!?…؟۔।॥։።‽]${MARK})+${CLOSING}(?=\\s|$))` +
    `|(?<eastern>(?:[。！？．｡]${MARK})+${CLOSING}(?![。！？．｡]))`,
  "gu",
);
const GOES_ON = /^[\s"'“‘„«‹(\[—–\-]*\p{Ll}|^\s*[,;:،؛—–]/u;
const EASTERN_GOES_ON = /^(?:と|って|という)/u;
const LAST_WORD = /[\p{L}\p{M}.'’\-]*$/u;
const LONGEST_WORD = 12;

/* Before a name, never the end of a sentence. */
const TITLES = new Set(
  (
    "Adm Brig Capt Cmdr Col Cpl Dr Dra Fr Frl Gen Gov Hon Hr Lieut Lt Maj Messrs Mgr Mlle Mme Mr" +
    " Mrs Ms Mt Mx Nr Pres Prof Pvt Rep Rev Sen Sgt Sr Sra Srta St Ste cf e.g i.e vs bzw ca d.h z.B"
  ).split(" "),
);
/* Before a number, and otherwise words like any other. */
const COUNTED = new Set("no nos vol fig p pp op ch art".split(" "));
const INITIAL = /^(?:\p{Lu}\.)*\p{Lu}$/u;

/** Each line is apart, so that a line of a poem can be picked. */
export function sentencesIn(text) {
  const lines = [...text.matchAll(LINE)];
  return lines.flatMap(({ 0: line, index }) =>
    sentencesOf(line).map(({ start, end }) => ({ start: start + index, end: end + index })),
  );
}

function sentencesOf(line) {
  const stops = [...line.matchAll(STOP)].filter((stop) => endsSentence(line, stop));
  const ends = [...stops.map(({ 0: stop, index }) => index + stop.length), line.length];
  const spans = ends.map((end, i) => trimmed(line, ends[i - 1] ?? 0, end));
  return spans.filter(({ start, end }) => start < end);
}

function endsSentence(line, { 0: stop, index, groups }) {
  const rest = line.slice(index + stop.length);
  if (!rest) return true;
  if (groups.eastern) return !EASTERN_GOES_ON.test(rest);
  if (GOES_ON.test(rest)) return false;
  return stop !== "." || !isAbbreviated(line.slice(Math.max(0, index - LONGEST_WORD), index), rest);
}

/** Whether the word before the full stop is a title, an initial or the like. */
function isAbbreviated(before, after) {
  const [word] = LAST_WORD.exec(before);
  if (COUNTED.has(word.toLowerCase())) return /^\s*\p{N}/u.test(after);
  return TITLES.has(word) || (INITIAL.test(word) && word !== "I");
}

function trimmed(line, from, to) {
  const piece = line.slice(from, to);
  return { start: from + piece.length - piece.trimStart().length, end: from + piece.trimEnd().length };
}
