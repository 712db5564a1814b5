// doall: tasks of ./helpers-cjs.cjs
'use strict';

const { task } = require('doall/runtime');
const path = require('node:path');
const { createHash } = require('node:crypto');

const table = [3, 1, 4, 1, 5];
exports.table = table;

function scramble(n) {
  let x = n + table[n % table.length];
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

exports.scramble = scramble;

const name = (n) => path.basename(`/tmp/${scramble(n)}.txt`);

exports.computeAll = task(__filename, 'computeAll', (n) => createHash('md5').update(name(n)).digest('hex'));
