import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Real workers on a shared machine: in CI a test that fails once is run again, and reported as retried.
    retry: process.env['CI'] === undefined ? 0 : 2,
    pool: 'forks',
    maxWorkers: 2,
  },
});
