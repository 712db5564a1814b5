export function apply(items, callback) {
  const out = [];
  for (const item of items) out.push(callback(item));
  return out;
}
