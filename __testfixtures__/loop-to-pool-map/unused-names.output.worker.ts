// doall: tasks of ./unused-names.ts
import { task } from 'doall/runtime';

/** Names that a side of the cut doesn't need. */
function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 1000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export const computeHeavyValue = task(
  import.meta.url,
  'computeHeavyValue',
  ([, value]: [string, number]) => heavy(value),
);

export const computeValue = task(
  import.meta.url,
  'computeValue',
  ([key]: [number, string]) => `${heavy(key)}`,
);

export const computeHeavyValueInPoints = task(
  import.meta.url,
  'computeHeavyValueInPoints',
  ({ x, y }: { x: number; y: number; name: string }) => heavy(x + y),
);

export const computeHeavyValueInOld = task(
  import.meta.url,
  'computeHeavyValueInOld',
  (i: number, { list }: { list: number[] }) => {
    let index;
    index = heavy(list[i]);
    return heavy(index + 1);
  },
);

export const computeOut = task(import.meta.url, 'computeOut', (n: number): number => {
  let first;
  first = heavy(n);
  return heavy(first + 1);
});

export const computeHeavyValueInAllAbove = task(
  import.meta.url,
  'computeHeavyValueInAllAbove',
  (i: number, { list }: { list: number[] }) => {
    let index;
    index = heavy(list[i]);
    return heavy(index + 1);
  },
);

export const computeHeavyValueInFirstOnly = task(
  import.meta.url,
  'computeHeavyValueInFirstOnly',
  ([, y, z]: [number, number, number]) => heavy(y + z),
);

export const computeHeavyValueTask = task(
  import.meta.url,
  'computeHeavyValueTask',
  ({ y, z }: { x: number; y: number; z: number }) => heavy(y + z),
);

export const computeHeavyValueInLastOnly = task(
  import.meta.url,
  'computeHeavyValueInLastOnly',
  ([x, y]: [number, number, number]) => heavy(x + y),
);

export const computeHeavyValue2 = task(
  import.meta.url,
  'computeHeavyValue2',
  ({ x, y }: { x: number; y: number; z: number }) => heavy(x + y),
);

export const computeHeavyValueInRest = task(
  import.meta.url,
  'computeHeavyValueInRest',
  ([n]: [number, string, string]) => heavy(n),
);

export const computeHeavyValueInUnusedBefore = task(
  import.meta.url,
  'computeHeavyValueInUnusedBefore',
  ([unused, n]: [string, number]) => heavy(n),
);
