import { filterSync, range } from 'doall/runtime';
import { isKeptWord, isKeptPlace, distance } from './whole-array.worker.js';

/** Words that no earlier one is much like. */
function distinct(words: string[], limit: number): string[] {
  return filterSync(isKeptWord, range(0, words.length), { all: words, limit }).map((i) => words[i]!);
}

export interface Place {
  readonly name: string;
}

/** The places themselves, each once. */
function visited(places: Place[]): Place[] {
  let trip: Place[] = [];
  for (const place of places) trip = trip.concat(place);
  return filterSync(isKeptPlace, range(0, trip.length), { all: trip }).map((index) => trip[index]!);
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
