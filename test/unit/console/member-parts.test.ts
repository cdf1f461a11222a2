import { describe, expect, it } from 'vitest';
import { MEMBER_PARTS, settingsOf } from '../../../console/src/form/member-parts.ts';
import { isSame } from '../../../console/src/form/values.ts';
import { settingsTable } from '../../../core/contract/settings.ts';
import { EDITABLE } from '../../../core/domain/member-patch.ts';

const { settings } = settingsTable();

describe('the parts of a profile', () => {
  it('A-17 C-48 has contact data on top: the name first, then the login ID', () => {
    const contact = settingsOf('contact', settings).map(({ pointer }) => pointer);
    expect(contact.slice(0, 5)).toEqual([
      '/profile/firstName',
      '/profile/lastName',
      '/profile/loginId',
      '/profile/email',
      '/profile/phone',
    ]);
  });

  it('A-17 has beside it what members change themselves, and nothing else', () => {
    const own = settingsOf('own', settings);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ changedBy }) => changedBy.members)).toBe(true);
  });

  it('A-13 has every field that can be edited, each once', () => {
    const shown = MEMBER_PARTS.flatMap((part) => settingsOf(part, settings)).map(({ pointer }) => pointer);
    const editable = Object.entries(EDITABLE).flatMap(([section, { shape }]) =>
      Object.keys(shape).map((field) => `/${section}/${field}`),
    );
    expect(shown.toSorted()).toEqual(editable.toSorted());
  });
});

describe('whether two values are the same', () => {
  it('does not depend on the order of names, and does on that of items', () => {
    expect(isSame({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(isSame({ a: undefined }, {})).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame({ a: 1 }, { a: 2 })).toBe(false);
    expect(isSame(undefined, {})).toBe(false);
  });
});
