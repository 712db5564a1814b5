function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

function forMap(n) {
  const out = [];
  for (let i = 0; i < n; i++) out.push(heavy(i));
  return out;
}

function forFlatMap(n) {
  const out = [];
  for (let i = 0; i < n; i++) {
    const value = heavy(i);
    if (value % 2 === 0) out.push(value);
  }
  return out;
}

function forFission(n) {
  let best = -1;
  for (let i = 0; i < n; i++) {
    const value = heavy(i);
    if (value > best) best = value;
  }
  return best;
}

function forSearch(n) {
  for (let i = 0; i < n; i++) {
    if (heavy(i) % 7 === 0) return i;
  }
  return -1;
}

function forRows(width, height) {
  const image = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) image[y * width + x] = heavy(x * y);
  }
  return image;
}

function forOfMap(values) {
  const out = [];
  for (const value of values) out.push(heavy(value));
  return out;
}

function forOfFlatMap(values) {
  const out = [];
  for (const value of values) {
    const result = heavy(value);
    if (result % 2 === 0) out.push(result);
  }
  return out;
}

function forOfFission(values) {
  let sum = 0;
  for (const value of values) sum += heavy(value) / 3;
  return sum;
}

function forOfSearch(values) {
  for (const value of values) {
    if (heavy(value) % 7 === 0) return value;
  }
  return -1;
}

function methods() {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  const mapped = values.map((value) => heavy(value));
  const kept = values.filter((value) => heavy(value) % 2 === 0);
  const flat = values.flatMap((value) => (value > 3 ? [heavy(value), 1] : []));
  const some = values.some((value) => heavy(value) % 7 === 0);
  const every = values.every((value) => heavy(value) > 0);
  const found = values.find((value) => heavy(value) % 5 === 0);
  const index = values.findIndex((value) => heavy(value) % 5 === 0);
  const filled = Array.from({ length: values.length }, (_, i) => heavy(i));
  return { mapped, kept, flat, some, every, found, index, filled };
}

function each() {
  const values = [8, 7, 6, 5];
  const seen = new Map();
  values.forEach((value) => {
    seen.set(value, heavy(value));
  });
  return [...seen];
}

const values = [1, 2, 3, 4, 5, 6, 7, 8];
console.log(JSON.stringify([forMap(8), forFlatMap(8), forFission(8), forSearch(30), [...forRows(4, 3)]]));
console.log(JSON.stringify([forOfMap(values), forOfFlatMap(values), forOfFission(values), forOfSearch(values)]));
console.log(JSON.stringify([methods(), each()]));
