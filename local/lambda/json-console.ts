import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';

const LEVELS = { debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const;

const request = new AsyncLocalStorage<string>();

/** Runs a function's handler so that what it writes is marked with its request. */
export const duringRequest = <Result>(requestId: string, run: () => Result): Result =>
  request.run(requestId, run);

/** What a function writes becomes a line of Lambda's JSON log format: time, level, request id, message. */
export const writeJsonLines = (): void => {
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[method] = (...said: readonly unknown[]) => {
      const message = said.length === 1 ? said[0] : format(...said);
      const line = {
        timestamp: new Date().toISOString(),
        level: LEVELS[method],
        requestId: request.getStore(),
        message,
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    };
  }
};
