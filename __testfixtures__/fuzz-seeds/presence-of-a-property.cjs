'use strict';
function absent(config) {
  const out = [];
  for (const x of [3, 1, 4]) {
    delete config.k;
    out.push('k' in config, x);
  }
  return out;
}
function present(config) {
  const out = [];
  for (const x of [3, 1, 4]) {
    config['k' + x] = x;
    out.push('k1' in config, x in out);
  }
  return out;
}
exports.run = () => ({ items: [], outcome: [absent({ k: 1 }), present({})] });
