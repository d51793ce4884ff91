// The order of lists of numbers, in which the first that differs decides.

export function compareScores(one, other) {
  const place = one.findIndex((score, index) => score !== other[index]);
  return place < 0 ? 0 : one[place] - other[place];
}
