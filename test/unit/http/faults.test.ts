import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sections } from '../../../core/domain/sections/index.ts';
import { read } from '../../../core/http/faults.ts';

const faultOf = (schema: z.ZodType, value: unknown) => read(schema, value, '').faults[0];

describe('pointers', () => {
  it('X-11 lead to the very place, from where the part stands', () => {
    const schema = z.object({ list: z.array(z.object({ name: z.string() })) });
    const value = { list: [{ name: 'a' }, { name: 1 }] };
    expect(read(schema, value, '').faults).toEqual([{ pointer: '/list/1/name', detail: 'must be a string' }]);
    expect(read(schema, value, '/query').faults[0]?.pointer).toBe('/query/list/1/name');
  });

  it('escape as RFC 6901 says: ~ before /', () => {
    const schema = z.strictObject({ 'a/b~c': z.string() });
    expect(faultOf(schema, { 'a/b~c': 1 })?.pointer).toBe('/a~1b~0c');
    expect(read(schema, { 'a/b~c': '', '~1/': 1 }, '').faults).toEqual([
      { pointer: '/~01~1', detail: 'is not a field we know' },
    ]);
  });

  it('name the whole of a part that is of the wrong kind', () => {
    expect(faultOf(z.object({}), [])).toEqual({ pointer: '', detail: 'must be an object' });
  });

  it('X-11 name every field that is not known, each for itself', () => {
    const { faults } = read(
      z.strictObject({ known: z.strictObject({}) }),
      { known: { a: 1, b: 2 }, c: 3 },
      '',
    );
    expect(faults.map(({ pointer }) => pointer).sort()).toEqual(['/c', '/known/a', '/known/b']);
  });
});

describe('words', () => {
  it.each([
    [z.object({ a: z.string() }), {}, 'is required'],
    [z.object({ a: z.enum(['x', 'y']) }), {}, 'is required'],
    [z.object({ a: z.string() }), { a: null }, 'must be a string'],
    [z.object({ a: z.boolean() }), { a: 'true' }, 'must be a boolean'],
    [z.object({ a: z.array(z.string()) }), { a: {} }, 'must be a list'],
    [z.object({ a: z.object({}) }), { a: 'x' }, 'must be an object'],
    [z.object({ a: z.int() }), { a: 1.5 }, 'must be a whole number'],
    [z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 'must be one of x, y'],
    [z.object({ a: z.string().min(1) }), { a: '' }, 'must not be empty'],
    [z.object({ a: z.array(z.string()).min(1) }), { a: [] }, 'must not be empty'],
    [z.object({ a: z.array(z.string()).max(1) }), { a: ['x', 'y'] }, 'must hold at most 1'],
    [z.object({ a: z.string().max(3) }), { a: 'long' }, 'must be at most 3 characters'],
    [z.object({ a: z.int().min(2) }), { a: 1 }, 'must be at least 2'],
    [z.object({ a: z.number().max(2) }), { a: 3 }, 'must be at most 2'],
    [z.object({ a: z.iso.date() }), { a: '31.1.2027' }, 'must be a date such as 2027-01-31'],
    [z.object({ a: z.httpUrl() }), { a: 'x' }, 'must be a web address such as https://example.com/'],
    [z.object({ a: z.coerce.number().int() }), { a: 'x' }, 'must be a number'],
    [z.object({ a: z.string().regex(/x/, 'must hold an x') }), { a: 'y' }, 'must hold an x'],
  ])('%#: a person reads what is wanted: %j', (schema, value, detail) => {
    expect(faultOf(schema, value)).toEqual({ pointer: '/a', detail });
  });

  it('are ours for whatever can be wrong with an onboarding request', () => {
    const wrong = [
      { profile: [], licenses: 1, permissions: null, employee: '', work: { queues: 'q' } },
      {
        profile: {
          email: 1,
          loginId: '',
          firstName: '',
          lastName: 'x'.repeat(101),
          location: '',
          phone: '1',
        },
        licenses: { kinds: Array.from({ length: 9 }, () => 'lmp') },
        permissions: { role: '', grants: ['x'], dataViewLevel: 1 },
        employee: {
          hireDate: 'x',
          externalLinks: [{ service: '', url: '' }],
          timeZone: 'x',
          managerUserId: '',
        },
        messaging: { massEmail: { enabled: 1, dailyLimit: 0 } },
        dialing: { firstDailyAttempts: 1e9, secondDailyAttempts: '1' },
        access: { allowedNetworks: ['x'] },
      },
    ];
    const details = wrong.flatMap((value) => read(sections, value, '').faults.map(({ detail }) => detail));
    expect(details.length).toBeGreaterThan(20);
    for (const detail of details) expect(detail).toMatch(/^(is|must|names|needs) /);
  });
});

describe('reading', () => {
  it('answers the value as the schema makes it, and no fault', () => {
    expect(read(z.object({ a: z.string().trim().default('b') }), {}, '')).toEqual({
      value: { a: 'b' },
      faults: [],
    });
  });
});
