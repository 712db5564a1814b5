type Counts = Readonly<Record<string, number>>;

function heavy(text: string): number {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + text.length * i) % 1009;
  return t;
}

function ranks(counts: Counts): string[] {
  const out: string[] = [];
  for (const word in counts) {
    out.push(`${word}: ${heavy(word) + (counts[word] ?? 0)}`);
  }
  return out;
}

function best(counts: Counts): string | undefined {
  let found: string | undefined;
  for (const word in counts) {
    if (heavy(word) % 7 === 3) {
      found = word;
      break;
    }
  }
  return found;
}

function longWords(counts: Counts): string[] {
  const kept: string[] = [];
  for (const word in counts) {
    if (heavy(word) > 300) kept.push(word);
  }
  return kept;
}

export function show(counts: Counts): void {
  console.log(ranks(counts), best(counts), longWords(counts));
}

show({ b: 1, 10: 2, a: 3, 2: 4 });
show({});
