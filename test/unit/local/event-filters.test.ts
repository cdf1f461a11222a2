import { describe, expect, it } from 'vitest';
import { CHANGE_PATTERNS } from '../../../core/contract/change-patterns.ts';
import { readPattern } from '../../../local/events/pattern.ts';
import { readFilters } from '../../../local/streams/filter.ts';

/** A change of one item, by its attributes. */
const change = (eventName: string, NewImage: Record<string, object>, pk = 'ACCOUNT#a', sk = 'POOL#lmp') => ({
  eventName,
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage },
});

describe('an event pattern, as EventBridge documents it', () => {
  it.each([
    ['an equal text', { a: ['x', 'y'] }, { a: 'y' }, true],
    ['another text', { a: ['x'] }, { a: 'xy' }, false],
    ['a text in another case', { a: ['x'] }, { a: 'X' }, false],
    ['an equal number', { a: [1] }, { a: 1 }, true],
    ['a number written as text', { a: [1] }, { a: '1' }, false],
    ['null', { a: [null] }, { a: null }, true],
    ['null for what is not there', { a: [null] }, {}, false],
    ['a value that is not there', { a: ['x'] }, { b: 'x' }, false],
    ['one of several values', { a: ['x'] }, { a: ['w', 'x'] }, true],
    ['none of several values', { a: ['x'] }, { a: ['v', 'w'] }, false],
    ['all fields', { a: ['x'], b: ['y'] }, { a: 'x', b: 'y' }, true],
    ['not all fields', { a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
    ['a field further down', { a: { b: ['x'] } }, { a: { b: 'x' } }, true],
    ['an object where a value should be', { a: ['x'] }, { a: { x: 'x' } }, false],
    ['a prefix', { a: [{ prefix: 'PO' }] }, { a: 'POOL' }, true],
    ['another prefix', { a: [{ prefix: 'PO' }] }, { a: 'SEAT#PO' }, false],
    ['a prefix, of a number', { a: [{ prefix: '1' }] }, { a: 12 }, false],
    ['a prefix, of nothing', { a: [{ prefix: '' }] }, {}, false],
    ['something else', { a: [{ 'anything-but': ['0'] }] }, { a: '1' }, true],
    ['what is ruled out', { a: [{ 'anything-but': ['0', '1'] }] }, { a: '1' }, false],
    ['what alone is ruled out', { a: [{ 'anything-but': '0' }] }, { a: '0' }, false],
    ['something else that is not there', { a: [{ 'anything-but': ['0'] }] }, {}, false],
    ['a value to be there', { a: [{ exists: true }] }, { a: '' }, true],
    ['a value to be there that is not', { a: [{ exists: true }] }, {}, false],
    ['a value not to be there', { a: [{ exists: false }] }, {}, true],
    ['a value not to be there, with what is around it', { a: { b: [{ exists: false }] } }, {}, true],
    ['a value not to be there that is', { a: [{ exists: false }] }, { a: 'x' }, false],
    ['an object, which is no value', { a: [{ exists: true }] }, { a: { b: 'x' } }, false],
    ['either of two tests', { a: ['x', { prefix: 'y' }] }, { a: 'yes' }, true],
    ['nothing or a text', { a: ['x', { exists: false }] }, {}, true],
  ])('looks for %s', (_, pattern, record, expected) => {
    expect(readPattern(pattern)(record)).toBe(expected);
  });

  it.each([
    { a: [{ numeric: ['>', 1] }] },
    { a: [{ suffix: 'x' }] },
    { a: [{ 'equals-ignore-case': 'x' }] },
    { a: [{ prefix: { 'equals-ignore-case': 'x' } }] },
    { a: [{ prefix: 'x', exists: true }] },
    { a: [{ 'anything-but': { prefix: 'x' } }] },
    { a: [{ 'anything-but': [] }] },
    { a: [{ exists: 'yes' }] },
    { a: [] },
    { a: [['x']] },
    { a: {} },
    { a: 'x' },
    { $or: [{ a: ['x'] }, { b: ['y'] }] },
    ['x'],
  ])('that holds what is not known here is refused: %j', (pattern) => {
    expect(() => readPattern(pattern)).toThrow(/is not hosted by the embedded cloud/);
  });
});

describe('the filters of an event source', () => {
  it('let through what any of several patterns matches, and everything when there is none', () => {
    const filter = readFilters(['{"a":["x"]}', '{"b":["y"]}']);
    expect(filter({ a: 'x' })).toBe(true);
    expect(filter({ b: 'y' })).toBe(true);
    expect(filter({ a: 'y', b: 'x' })).toBe(false);
    expect(readFilters([])({})).toBe(true);
  });
});

describe("the feed's own patterns", () => {
  const isWanted = readFilters(CHANGE_PATTERNS.map((pattern) => JSON.stringify(pattern)));

  it.each(['INSERT', 'MODIFY'])('let through a pool that somebody waits for: %s', (eventName) => {
    expect(isWanted(change(eventName, { waiting: { N: '1' } }))).toBe(true);
    expect(isWanted(change(eventName, { waiting: { N: '10' } }))).toBe(true);
  });

  it('let through an invitation that is to go out', () => {
    expect(isWanted(change('INSERT', {}, 'INVITING#acc_1', 'usr_1'))).toBe(true);
  });

  it.each([
    ['a pool that nobody waits for', change('MODIFY', { waiting: { N: '0' } })],
    ['a pool that nobody has waited for yet', change('INSERT', { assigned: { N: '3' } })],
    ['a pool that is gone', { eventName: 'REMOVE', dynamodb: { Keys: { sk: { S: 'POOL#lmp' } } } }],
    ['another item of an account', change('MODIFY', { waiting: { N: '1' } }, 'ACCOUNT#a', 'HEAD')],
    ['an invitation that has gone out', change('REMOVE', {}, 'INVITING#acc_1', 'usr_1')],
  ])('leave out %s', (_, record) => {
    expect(isWanted(record)).toBe(false);
  });
});
