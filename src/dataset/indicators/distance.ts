/** A bit for each letter that occurs. Two letters may have the same bit. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The Damerau-Levenshtein distance: letters to insert, delete, replace or swap with their neighbour (optimal string
 * alignment).
 * @param most counting stops there; more than it gives any larger number
 */
export function distance(a: string, b: string, most: number): number {
  const tooFar = most + 1;
  if (Math.abs(a.length - b.length) > most) return tooFar;
  // One edit adds or removes at most two different letters, so most pairs of words need no counting.
  if (countBits(lettersOf(a) ^ lettersOf(b)) > 2 * most) return tooFar;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    let least = i;
    // Cells further than `most` from the diagonal cannot be on a short path.
    const [first, final] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    for (let j = 1; j < first; j++) row.push(tooFar);
    for (let j = first; j <= final; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? tooFar) + 1,
        (row[j - 1] ?? tooFar) + 1,
        (last[j - 1] ?? tooFar) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? tooFar) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return tooFar;
    before = last;
    last = row;
  }
  return last[b.length] ?? tooFar;
}
