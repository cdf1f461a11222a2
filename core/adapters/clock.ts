import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../usecases/ports.ts';

export const clock: Clock = {
  now: () => new Date(),
  sleepUntil: async (moment) => {
    const left = moment.getTime() - Date.now();
    if (left > 0) await sleep(left);
  },
};
