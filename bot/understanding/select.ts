/** The best of many without sorting them all. */

/** Numbers of `from` with the highest values, best first, equal ones in the order of `from`; at most `limit`. */
export function best(from: readonly number[], values: Readonly<Float64Array>, limit: number): number[] {
  if (limit <= 0) return [];
  const byValue = (a: number, b: number) => values[b]! - values[a]!;
  if (from.length <= limit) return [...from].sort(byValue);
  const least = nthHighest(
    Float64Array.from(from, (number) => values[number]!),
    limit,
  );
  const above = from.filter((number) => values[number]! > least);
  const equal = from.filter((number) => values[number]! === least);
  return [...above.sort(byValue), ...equal.slice(0, limit - above.length)];
}

/** Changes the order of the values. C. A. R. Hoare, "Algorithm 65: Find" (CACM 4, 1961).
 *  @param n  From 1 to the number of values. */
function nthHighest(values: Float64Array, n: number): number {
  let low = 0;
  let high = values.length - 1;
  const place = n - 1;
  while (low < high) {
    const middle = values[(low + high) >>> 1]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! > middle) left++;
      while (values[right]! < middle) right--;
      if (left > right) break;
      [values[left], values[right]] = [values[right]!, values[left]!];
      left++;
      right--;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place]!;
}
