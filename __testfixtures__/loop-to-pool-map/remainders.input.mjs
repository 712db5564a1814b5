function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export function main() {
  const items = Array.from({ length: 12 }, (_, i) => ({ id: i, group: i % 3 }));

  let sum = 0;
  for (const item of items) {
    sum += heavy(item.id) / 7;
  }
  console.log(sum);

  const byId = new Map();
  for (const item of items) {
    byId.set(item.id, heavy(item.group));
  }
  console.log(byId);

  const groups = {};
  items.forEach((item) => {
    const value = heavy(item.id) % 10;
    if (value === 3) return;
    groups[item.group] = (groups[item.group] ?? 0) + value;
  });
  console.log(groups);

  const stored = new Array(items.length);
  for (let i = 0; i < items.length; i++) {
    stored[i] = heavy(items[i].id);
  }
  console.log(stored);

  const pairs = [];
  for (const [i, item] of items.entries()) {
    pairs.push({ item, score: heavy(i) });
  }
  console.log(pairs[4].item === items[4], pairs.length, pairs[4].score);

  for (const item of items) {
    const value = heavy(item.id);
    console.log('item', item.id, value);
    if (value % 5 === 4) break;
  }
}
