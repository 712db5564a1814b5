/** Edits to turn one word into the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

/** Words that no earlier one is much like. */
function distinct(words: string[], limit: number): string[] {
  return words.filter((word, i, all) => !all.some((other, j) => j < i && distance(word, other) < limit));
}

interface Place {
  readonly name: string;
}

/** The places themselves, each once. */
function visited(places: Place[]): Place[] {
  let trip: Place[] = [];
  for (const place of places) trip = trip.concat(place);
  return trip.filter(
    (place, _, all) => all.filter((other) => distance(other.name, place.name) === 0).length === 1,
  );
}

/** Whether names get longer and longer. */
function isOrdered(places: Place[]): boolean {
  return places.every(({ name }, i, { length }) => i > length || distance(name, '') >= 0);
}

const words = ['kitten', 'sitting', 'mitten', 'saturday', 'sunday', 'kitten'];
console.log(distinct(words, 3).join());

const here = { name: 'here' };
const there = { name: 'there' };
const once = visited([here, there, here]);
console.log(once.length, once[0] === there, isOrdered([here, there]));
