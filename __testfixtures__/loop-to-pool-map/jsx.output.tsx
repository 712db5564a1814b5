import { imapSync } from 'doall/runtime';
import { computeWorkValue } from './jsx.worker.js';

// A stand-in for React: elements are plain objects.
const React = {
  createElement: (type: string, props: object | null, ...children: unknown[]) => ({ type, props, children }),
};

export function Chart({ points }: { points: number[] }) {
  let highest = 0;
  for (const workValue of imapSync(computeWorkValue, points)) {
    highest = Math.max(highest, workValue);
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
