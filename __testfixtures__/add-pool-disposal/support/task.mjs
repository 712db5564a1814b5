/** What the pools run: fails for negative numbers. */
export default function double(x) {
  if (x < 0) throw new RangeError(`negative: ${x}`);
  return 2 * x;
}
