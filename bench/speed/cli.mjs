// node cli.mjs <arguments of doall>: runs the built CLI in this process; the last line on stderr is JSON: CPU and wall milliseconds, peak memory.
const start = performance.now();
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const cpu = (user + system) / 1000;
  process.stderr.write(`\n${JSON.stringify({ cpu, wall: performance.now() - start, memory })}\n`);
});
await import('../../dist/cli/main.js');
