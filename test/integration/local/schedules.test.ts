import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseSchedule } from '../../../local/schedule-expression.ts';
import { startSchedules } from '../../../local/scheduler.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';
import { fixtureAssembly } from './fixture/fixture.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T10:00:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('invokes the target with its input at the rate, until stopped', async () => {
  vi.useRealTimers();
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
  ['rate(1 minute)', '2026-03-01T10:01:30.000Z'],
  ['rate(2 hours)', '2026-03-01T12:00:30.000Z'],
  ['cron(0/15 * * * ? *)', '2026-03-01T10:15:00.000Z'],
  ['cron(30 3 * * ? *)', '2026-03-02T03:30:00.000Z'],
  ['cron(0 8 ? * MON-FRI *)', '2026-03-02T08:00:00.000Z'],
  ['cron(0 0 1 JAN,JUL ? *)', '2026-07-01T00:00:00.000Z'],
])('%s is due next at %s', (expression, due) => {
  expect(new Date(parseSchedule(expression, 'UTC')(Date.now())).toISOString()).toBe(due);
});

it('reads a cron expression in its time zone', () => {
  const next = parseSchedule('cron(0 9 * * ? *)', 'Australia/Sydney')(Date.now());
  expect(new Date(next).toISOString()).toBe('2026-03-01T22:00:00.000Z');
});

it.each([
  'cron(0 0 L * ? *)',
  'cron(0 0 ? * 2#1 *)',
  'cron(0 0 * * *)',
  'rate(1 week)',
  'at(2026-01-01T00:00:00)',
])('refuses %s, which it could not keep', (expression) => {
  expect(() => parseSchedule(expression, 'UTC')).toThrow(/is not hosted by the embedded cloud/);
});
