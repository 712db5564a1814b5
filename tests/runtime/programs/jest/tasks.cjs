// Tasks that a test under Jest maps with.
const { threadId } = require('node:worker_threads');
const { task } = require('doall/runtime');

class Vec3 {
  constructor(x) {
    this.x = x;
  }
}
exports.Vec3 = Vec3;

/** Something of each kind, and where it was made. */
exports.make = task(
  __filename,
  'make',
  ({ x, at }) => ({
    thread: threadId,
    list: [x, , -0],
    map: new Map([[x, new Set([x])]]),
    date: new Date(x),
    pattern: /a/g,
    error: Object.assign(new TypeError('no'), { code: x }),
    bytes: new Uint8Array([x]),
    vector: new Vec3(at.x),
    url: new URL(`https://example.org/${x}`),
  }),
  { classes: { Vec3 } },
);

exports.picky = task(__filename, 'picky', (x) => {
  if (x === 30) throw new RangeError('no 30');
  return x;
});
