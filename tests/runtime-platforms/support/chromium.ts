// A headless Chromium that shows the pages of a small server.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';

const bench = resolve(import.meta.dirname, '../../../bench');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What is used of a page of playwright. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<Result>(code: string): Promise<Result>;
  on(event: 'console', listener: (message: { text(): string }) => void): void;
}

interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  chromium: {
    launchPersistentContext(
      dir: string,
      options: { executablePath: string; headless: boolean; args: string[] },
    ): Promise<Context>;
  };
}

/** Why there is no browser to test in, or undefined when there is one. */
export const missing = !existsSync(executablePath)
  ? `no Chromium at ${executablePath} (apt-get install chromium, or set CHROMIUM)`
  : existsSync(join(bench, 'node_modules/playwright-core'))
    ? undefined
    : 'playwright-core is not installed (npm ci --prefix bench)';

export interface Browser {
  /** Opens a page of the site. */
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

function serve(dir: string, isIsolated: boolean): Server {
  const isolation = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(dir, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = types[extname(file)] ?? 'application/octet-stream';
    // The runtime must do under a strict policy, without eval.
    const policy = { 'Content-Security-Policy': "script-src 'self'; worker-src 'self'" };
    response.writeHead(200, { 'Content-Type': type, ...policy, ...(isIsolated ? isolation : {}) });
    return response.end(readFileSync(file));
  });
}

/** Starts Chromium on the files of a folder. */
export async function startBrowser(dir: string, isIsolated: boolean): Promise<Browser> {
  const { chromium } = createRequire(join(bench, 'package.json'))('playwright-core') as Playwright;
  const server = serve(dir, isIsolated);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const profile = mkdtempSync(join(tmpdir(), 'doall-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    async open(path) {
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}${path}`);
      return page;
    },
    async close() {
      await context.close();
      await new Promise((done) => server.close(done));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
