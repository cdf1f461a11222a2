import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { me } from '../../../core/contract/resources/me.ts';
import { allRoutes } from '../../../core/contract/routes.ts';
import { extraProfile } from '../../../core/domain/extra-profile.ts';

/** The names of all fields in a schema, however deep. */
const fieldsOf = (schema: z.core.$ZodType): ReadonlySet<string> => {
  const found = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }), (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) found.add(name);
    return value;
  });
  return found;
};

describe('E-24 the extra profile', () => {
  const own = Object.keys(extraProfile.shape);

  it('is in no answer but the person’s own', () => {
    const mine: readonly string[] = [me.readExtraProfile.operationId, me.answerExtraProfile.operationId];
    let looked = 0;
    for (const { operationId, success } of allRoutes) {
      if (success.schema === undefined) continue;
      looked += 1;
      const fields = fieldsOf(success.schema);
      const shown = own.filter((name) => fields.has(name));
      expect([operationId, shown]).toEqual([operationId, mine.includes(operationId) ? own : []]);
    }
    expect(looked).toBeGreaterThan(50);
  });

  it('needs no answer at all', () => {
    expect(extraProfile.parse({})).toEqual({});
    for (const answers of [{ shirtSize: 'M' }, { gender: 'non-binary' }, { smsOptIn: false }])
      expect(extraProfile.parse(answers)).toEqual(answers);
  });

  it.each([
    [{ smsOptIn: true }, 'smsOptIn', 'needs a cell phone to send to'],
    [{ cellPhone: '1234567890' }, 'cellPhone', /full phone number/],
    [{ shirtSize: 'huge' }, 'shirtSize', /./],
    [{ gender: 'x'.repeat(61) }, 'gender', /./],
    [{ age: 30 }, undefined, /./],
  ])('refuses %j', (answers, field, message) => {
    const { error } = extraProfile.safeParse(answers);
    expect(error?.issues).toEqual([
      expect.objectContaining({
        path: field === undefined ? [] : [field],
        message: expect.stringMatching(message),
      }),
    ]);
  });
});
