import { readRate } from './schedule-expression.ts';
import type { Home } from './template/home.ts';

/** Node's timers end at 2³¹ ms: a longer wait is made of several. */
const LONGEST_WAIT_MILLISECONDS = 2_147_483_647;

/** Invokes the targets of the template's schedules when they are due, until stopped. */
export const startSchedules = (
  home: Home,
  invoke: (functionArn: string, event: string) => Promise<void>,
): { readonly stop: () => void } => {
  const timers = new Map<string, NodeJS.Timeout>();
  for (const { logicalId, properties } of home.all('AWS::Scheduler::Schedule')) {
    const { ScheduleExpression, State, Target } = properties;
    const interval = readRate(ScheduleExpression);
    if (State === 'DISABLED') continue;
    const wait = (due: number): void => {
      const remaining = due - Date.now();
      const pause = Math.min(Math.max(remaining, 0), LONGEST_WAIT_MILLISECONDS);
      timers.set(
        logicalId,
        setTimeout(() => {
          if (pause < remaining) return wait(due);
          void invoke(Target.Arn, Target.Input);
          wait(Date.now() + interval);
        }, pause),
      );
    };
    wait(Date.now() + interval);
  }
  return {
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};
