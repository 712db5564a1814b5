// Runs under Jest, whose tests live in a context with globals of their own.
const { map, mapSync, range } = require('doall/runtime');
const { Vec3, make, picky } = require('./tasks.cjs');

const forced = { force: true, strict: true };
const items = Array.from({ length: 40 }, (_, x) => ({ x, at: new Vec3(x) }));

function check(results) {
  expect(Math.max(...results.map(({ thread }) => thread))).toBeGreaterThan(0);
  for (const [x, result] of results.entries()) {
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(result.list).toBeInstanceOf(Array);
    expect(1 in result.list).toBe(false);
    expect(result.map).toBeInstanceOf(Map);
    expect(result.map.get(x)).toBeInstanceOf(Set);
    expect(result.date).toBeInstanceOf(Date);
    expect(result.pattern).toBeInstanceOf(RegExp);
    expect(result.error).toBeInstanceOf(TypeError);
    expect(result.bytes).toBeInstanceOf(Uint8Array);
    expect(result.vector).toBeInstanceOf(Vec3);
    expect(result.url).toBeInstanceOf(URL);
    const { thread } = result;
    expect(result).toStrictEqual({ ...make(items[x], undefined), thread });
  }
}

test('results are of the realm of the test', async () => {
  check(mapSync(make, items, undefined, forced));
  check(await map(make, items, undefined, { ...forced, threads: 3, chunkSize: 5 }));
});

test('so are errors', () => {
  expect(() => mapSync(picky, range(0, 40), undefined, forced)).toThrow(RangeError);
});

test('fake timers leave calls alone', async () => {
  jest.useFakeTimers();
  expect(await map(picky, range(0, 20), undefined, forced)).toHaveLength(20);
  jest.useRealTimers();
});
