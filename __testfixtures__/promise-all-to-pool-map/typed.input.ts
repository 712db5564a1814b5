interface Score {
  readonly id: number;
  readonly value: number;
}

function rate(id: number, weight: number): number {
  let value = id;
  for (let i = 0; i < 200_000; i++) value = (value * weight + i) % 65521;
  return value;
}

export async function rateAll(ids: readonly number[], weight: number): Promise<Score[]> {
  return Promise.all(
    ids.map(async (id): Promise<Score> => {
      const value = rate(id, weight);
      return { id, value };
    }),
  );
}

console.log(await rateAll([1, 2, 3], 31));
