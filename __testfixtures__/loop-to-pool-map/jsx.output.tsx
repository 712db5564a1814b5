import { imapSync } from 'doall/runtime';
import { computeHighest } from './jsx.worker.js';

// A stand-in for React: elements are plain objects.
const React = {
  createElement: (type: string, props: object | null, ...children: unknown[]) => ({ type, props, children }),
};

export function Chart({ points }: { points: number[] }) {
  let highest = 0;
  for (const value of imapSync(computeHighest, points)) {
    highest = Math.max(highest, value);
  }
  return <p title="highest">{highest}</p>;
}

export function main(): void {
  console.log(Chart({ points: [1, 2, 3] }));
}

declare global {
  namespace JSX {
    type Element = object;
    interface IntrinsicElements {
      p: { title: string };
    }
  }
}
