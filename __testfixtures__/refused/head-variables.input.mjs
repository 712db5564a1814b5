// The head of a `for` declares more than the index: such a variable lives as long as the loop.
export function powers(count, factor) {
  const out = [];
  for (let i = 0, next = 1; i < count; i++) {
    out.push(Math.sqrt(next) * factor);
    next *= factor;
  }
  return out;
}
