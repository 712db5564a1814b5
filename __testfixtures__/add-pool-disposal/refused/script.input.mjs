import workerpool from 'workerpool';

const pool = workerpool.pool('./hash.js');
console.log(await pool.exec('hash', ['a']));
