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
function main(items, vector) {
  const out = [];
  for (const x of items) {
    vector.x += 1;
    out.push(heavy(vector.norm) + x);
  }
  return out;
}
console.log(main([3, 5, 7], new Vector(1, 2)).join());
