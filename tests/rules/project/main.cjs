const Piscina = require('piscina');

const pool = new Piscina({ filename: require.resolve('./task.cjs') });

function report(rows) {
  return rows.map((row) => row.total);
}

async function main() {
  console.log(report(await pool.run({ file: 'rows.csv' })));
}

main().catch((error) => {
  process.exitCode = 1;
  console.error(error);
});

module.exports = { report };
