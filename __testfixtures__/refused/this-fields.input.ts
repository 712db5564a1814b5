function heavy(n: number): number {
  let total = n;
  for (let i = 0; i < 20000; i++) total = (total * 31 + i) % 10007;
  return total;
}

class Machine {
  state = 1;
  readonly limits = { most: 3 };
  readonly items: number[] = [1, 2, 3, 4];
  private calls = 0;

  get step(): number {
    return ++this.calls;
  }

  weigh(n: number): number {
    return n * this.state;
  }

  written(): number[] {
    return this.items.map((item) => (this.state = heavy(item + this.state)));
  }

  changedInside(): number[] {
    return this.items.map((item) => heavy(item + this.limits.most++));
  }

  getter(): number[] {
    return this.items.map((item) => heavy(item + this.step));
  }

  method(): number[] {
    return this.items.map((item) => heavy(this.weigh(item)));
  }

  grows(): void {
    for (let i = 0; i < this.items.length && i < 20; i++) this.items.push(heavy(i));
  }

  growsOf(): void {
    for (const item of this.items) if (this.items.length < 20) this.items.push(heavy(item));
  }

  ownThis(): number[] {
    return this.items.map(function (this: unknown, item: number) {
      return heavy(item + (this === undefined ? 1 : 0));
    });
  }
}

const machine = new Machine();
console.log(machine.written(), machine.changedInside(), machine.getter(), machine.method(), machine.ownThis());
machine.grows();
machine.growsOf();
console.log(machine.items);
