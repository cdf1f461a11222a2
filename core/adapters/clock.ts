import type { Clock } from '../usecases/ports.ts';

export const clock: Clock = { now: () => new Date() };
