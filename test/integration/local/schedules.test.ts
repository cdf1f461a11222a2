import { afterEach, expect, it, vi } from 'vitest';
import { readRate } from '../../../local/schedule-expression.ts';
import { startSchedules } from '../../../local/scheduler.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';
import { fixtureAssembly } from './fixture/fixture.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('invokes the target with its input at the rate, until stopped', async () => {
  const home = readHome(resolveStacks(readAssembly(await fixtureAssembly()), 'http://127.0.0.1'));
  vi.useFakeTimers();
  const invoke = vi.fn(async () => {});
  const { stop } = startSchedules(home, invoke);
  vi.advanceTimersByTime(59_000);
  expect(invoke).not.toHaveBeenCalled();
  vi.advanceTimersByTime(122_000);
  expect(invoke).toHaveBeenCalledTimes(3);
  expect(invoke).toHaveBeenCalledWith(
    'arn:aws:lambda:eu-west-1:000000000000:function:fixture-directory-probe',
    '{"do":"mark-schedule"}',
  );
  stop();
  vi.advanceTimersByTime(600_000);
  expect(invoke).toHaveBeenCalledTimes(3);
});

it.each([
  ['rate(1 minute)', 60_000],
  ['rate(2 hours)', 7_200_000],
  ['rate(1 day)', 86_400_000],
])('reads %s as %i milliseconds', (expression, milliseconds) => {
  expect(readRate(expression)).toBe(milliseconds);
});

it.each(['cron(0/15 * * * ? *)', 'at(2026-01-01T00:00:00)', 'rate(1 week)', 'rate(0 minutes)'])(
  'refuses %s, which it could not keep, in one line',
  (expression) => {
    expect(() => readRate(expression)).toThrow(
      `the schedule ${expression} is not hosted by the embedded cloud, which knows rate(…) only`,
    );
  },
);
