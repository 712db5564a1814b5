const workerpool = require('workerpool');

async function run(files) {
  const pool = workerpool.pool(__dirname + '/hash.js');
  const hashes = await Promise.all(files.map((file) => pool.exec('hash', [file])));
  await pool.terminate();
  console.log(hashes.length);
}
