/** A reason not to start that the person at the terminal can act on: printed as one line, without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** `code` of a Node.js system error (`EADDRINUSE`, `ENOENT`…); undefined for any other error. */
export const systemErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

export const portInUse = (port: unknown): string =>
  `port ${String(port)} is in use: stop what uses it, or choose others with --port N`;
