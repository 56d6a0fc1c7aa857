/* Cards beside the text: each where it wants to be, or as near as the others let it. */

/** The tops of cards in one column, given where each wants its top, in order, and how tall it is.
 * The one at `fixed` gets what it wants; the others are pushed away from it, none to above 0. */
export function spread(wanted, heights, fixed = 0, gap = 12) {
  const tops = [...wanted];
  for (let i = fixed - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i], tops[i + 1] - gap - heights[i]);
  }
  if (tops.length) tops[0] = Math.max(Math.min(0, wanted[0]), tops[0]);
  for (let i = 1; i < tops.length; i++) {
    tops[i] = Math.max(tops[i], tops[i - 1] + heights[i - 1] + gap);
  }
  return tops;
}
