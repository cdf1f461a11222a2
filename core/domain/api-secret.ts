import { randomText } from './random-text.ts';

/** The secret of an API user: shown once, and never typed by anyone. */
export const apiSecret = (): string => randomText(48);
