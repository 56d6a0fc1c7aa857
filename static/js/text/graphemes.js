/* Spans that a reader would call whole: no white space at the ends, no character cut in two. */

/** The span without white space at its ends and out to whole grapheme clusters; null when empty. */
export function tidy(text, { start, end }) {
  const chosen = text.slice(start, end);
  if (chosen.trim() === "") return null;
  start += chosen.length - chosen.trimStart().length;
  end -= chosen.length - chosen.trimEnd().length;
  return { start: clusterAround(text, start).start, end: boundaryAfter(text, end) };
}

function boundaryAfter(text, place) {
  const cluster = clusterAround(text, place);
  return cluster.start === place ? place : cluster.end;
}

/** The cluster that `place` is in or starts. A line break always parts clusters, so one line will do. */
function clusterAround(text, place) {
  if (place >= text.length || place === 0) return { start: place, end: place };
  const from = text.lastIndexOf("\n", place - 1) + 1;
  const to = (text.indexOf("\n", place) + 1 || text.length + 1) - 1;
  if (place >= to) return { start: place, end: place };
  const found = clusterIn(text.slice(from, to), place - from);
  return { start: from + found.start, end: from + found.end };
}

function clusterIn(line, place) {
  if (Intl.Segmenter) {
    const { index, segment } = new Intl.Segmenter(undefined, { granularity: "grapheme" })
      .segment(line)
      .containing(place);
    return { start: index, end: index + segment.length };
  }
  for (const match of line.matchAll(/\P{M}[\p{M}\u200D]*/gu)) {
    const end = match.index + match[0].length;
    if (end > place) return { start: match.index, end };
  }
  return { start: place, end: place };
}
