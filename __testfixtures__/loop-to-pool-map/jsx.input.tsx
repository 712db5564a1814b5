// A stand-in for React: elements are plain objects.
const React = {
  createElement: (type: string, props: object | null, ...children: unknown[]) => ({ type, props, children }),
};

function work(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export function Chart({ points }: { points: number[] }) {
  let highest = 0;
  for (const point of points) {
    highest = Math.max(highest, work(point));
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
