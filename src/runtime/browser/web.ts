// The part of the web platform that is used here, as types: the project compiles without those of the DOM.

export interface WebMessage {
  readonly data?: unknown;
  readonly message?: string;
}

export interface WebTarget {
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: WebMessage) => void): void;
}

export interface WebWorker extends WebTarget {
  postMessage(message: unknown): void;
  terminate(): void;
}

interface Web extends Partial<WebTarget> {
  readonly Worker?: new (url: string, options: { type: 'module'; name: string }) => WebWorker;
  readonly navigator?: { readonly hardwareConcurrency?: number };
  /** Only there in a worker. */
  readonly WorkerGlobalScope?: unknown;
  postMessage?(message: unknown): void;
}

export const web = globalThis as unknown as Web;
