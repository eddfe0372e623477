// How the minutes of a set are shared out among its questions, as hooks/coursewright/sets/plan.py does it.

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Ranges of minutes [[low, high]] and a goal (0 for none) → the whole minutes of each, every one inside its range.
 *  Each has its lowest; what is left goes by the width of the ranges, largest remainders first, ties to the earlier. */
export function shareMinutes(ranges, goal) {
  const [low, high] = reach(ranges);
  const widths = ranges.map(([from, to]) => to - from);
  const spare = Math.min(Math.max((goal ? Math.min(high, goal) : high) - low, 0), sum(widths));
  const all = sum(widths) || 1;
  const wholes = widths.map((width) => Math.floor((spare * width) / all));
  const rests = widths.map((width) => (spare * width) % all);
  const order = [...widths.keys()].sort((a, b) => rests[b] - rests[a] || a - b);
  const more = new Set(order.slice(0, spare - sum(wholes)));
  return ranges.map(([from], at) => from + wholes[at] + (more.has(at) ? 1 : 0));
}

/** The fewest and the most minutes that questions take together. */
export function reach(ranges) {
  return [sum(ranges.map(([low]) => low)), sum(ranges.map(([, high]) => high))];
}
