class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get norm() {
    return Math.hypot(this.x, this.y);
  }
}
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + (x ?? 3) * n) % 1009;
  return sum;
}
function main(items) {
  const vectors = [new Vector(1, 2), new Vector(3, 4)];
  const out = [];
  for (const x of items) {
    vectors[0].x += 1;
    out.push(heavy(vectors[0].norm) + x);
  }
  return { out, vectors };
}
console.log(main([3, 5, 7]).out.join());
