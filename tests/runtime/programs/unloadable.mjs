// Runs the task of a module that workers have trouble with, in all forms.
import * as rt from 'doall/runtime';

const { increment } = await import(`./modules/${process.argv[2]}.mjs`);
const expected = JSON.stringify([...rt.range(1, 601)]);
const streamed = [];
for await (const x of rt.imap(increment, rt.range(0, 600))) streamed.push(x);
const all = [
  rt.mapSync(increment, rt.range(0, 600)),
  [...rt.imapSync(increment, rt.range(0, 600))],
  await rt.map(increment, rt.range(0, 600)),
  streamed,
];
console.log(all.every((results) => JSON.stringify(results) === expected) ? 'right' : 'wrong');
