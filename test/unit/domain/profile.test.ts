import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullPhone, isPlaceholderPhone, phone } from '../../../core/domain/phone.ts';
import { email, fullName, loginId, profile, sortableName } from '../../../core/domain/sections/profile.ts';
import { shownText } from '../../../core/domain/shown-text.ts';

/** Letters and digits in the width of ideographs: NFKC folds them to ASCII. */
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** The same text as somebody else might type it: other letter case, other width, space around it. */
const retyped = (text: string) =>
  fc
    .record({
      upper: fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }),
      wide: fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }),
      before: fc.constantFrom('', ' ', '\t', '\u3000', '\u00a0'),
      after: fc.constantFrom('', ' ', '\n', '\ufeff'),
    })
    .map(({ upper, wide, before, after }) => {
      const typed = [...text].map((character, index) => {
        const cased = upper[index] ? character.toUpperCase() : character;
        return wide[index] ? fullWidth(cased) : cased;
      });
      return before + typed.join('') + after;
    });

const loginIds = fc.stringMatching(/^[a-z0-9._-]{3,20}$/).filter((text) => !/^(acc|usr|run|api)_/.test(text));
const emails = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.stringMatching(/^[a-z0-9]{1,12}$/))
  .map(([name, domain]) => `${name}@${domain}.example`);

describe('email and login ID', () => {
  it.each([
    ['email', email, emails],
    ['login ID', loginId, loginIds],
  ] as const)(
    'C-49 makes one claim of an %s, whatever its letter case, width and space',
    (_, schema, texts) => {
      fc.assert(
        fc.property(
          texts.chain((text) => fc.tuple(fc.constant(text), retyped(text))),
          ([text, typed]) => {
            expect(schema.parse(typed)).toBe(text);
          },
        ),
      );
    },
  );

  it.each([
    ['email', email, '@example.com'],
    ['login ID', loginId, ''],
  ] as const)('reads an %s that it has read before as it is', (_, schema, end) => {
    const characters = [...'abcXYZ019._-', ...'ａＺ９', '\u212a', '\ufb01', '\u017f', '\u2170', '\u00b2'];
    const texts = fc.string({ unit: fc.constantFrom(...characters), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => {
        const once = schema.safeParse(`${text}${end}`);
        fc.pre(once.success);
        expect(schema.parse(once.data)).toBe(once.data);
      }),
    );
  });

  it.each(['K', 'ſ', 'ﬁ', 'İ', 'ǅ', 'ͺ', '¨', 'ﷺ', 'Å'])('folds %s to one form, once and for all', (text) => {
    const once = loginId.safeParse(`abc${text}abc`);
    if (once.success) expect(loginId.parse(once.data)).toBe(once.data);
    else expect(once.error.issues[0]?.message).toMatch(/^must be 3 to 64/);
  });

  it('C-49 takes the Kelvin sign and the ligature for the letters they show', () => {
    expect(loginId.parse('\u212Aate')).toBe('kate');
    expect(loginId.parse('\ufb01ona')).toBe('fiona');
  });

  it.each(['ab', 'a b c', 'ana@x', 'añа', '', 'x'.repeat(65)])('C-49 refuses the login ID %s', (text) => {
    expect(loginId.safeParse(text).success).toBe(false);
  });

  it.each(['usr_abc', 'ACC_abc', 'run_x', 'Api_key'])(
    'refuses %s: a login ID never looks like an id',
    (text) => {
      expect(loginId.safeParse(text).error?.issues[0]?.message).toBe('must not look like an id');
    },
  );

  it.each(['ana', 'ana@', '@example.com', 'ana ruiz@example.com', `${'a'.repeat(250)}@example.com`])(
    'refuses the email %s',
    (text) => {
      expect(email.safeParse(text).success).toBe(false);
    },
  );
});

describe('phone numbers', () => {
  it.each([
    ['+14155550123', '+14155550123'],
    [' +44 20 7183 8750 ', '+442071838750'],
    ['+1 (415) 555-0123', '+14155550123'],
    ['+1.415.555.0123', '+14155550123'],
    ['(415) 555-0123', '4155550123'],
  ])('A-18 takes %s, as people write it, and keeps %s', (text, kept) => {
    expect(phone.parse(text)).toBe(kept);
  });

  it('C-52 takes no placeholder and no extension where it is really called', () => {
    expect(fullPhone.parse('+44 20 7183 8750')).toBe('+442071838750');
    for (const text of ['4155550123', '2041', '+44 20 7183 8750 ext. 12'])
      expect(fullPhone.safeParse(text).error?.issues[0]?.message).toMatch(/cannot be called from outside/);
  });

  it('B-9 takes any ten digits as a placeholder, and knows it for one', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), (digits) => {
        expect(phone.parse(digits)).toBe(digits);
        expect(isPlaceholderPhone(digits)).toBe(true);
      }),
    );
    expect(isPlaceholderPhone('+14155550123')).toBe(false);
  });

  it.each(['415555012', '41555501234', '++14155550123', '0000000000x', '+1 415 555 0123 ext 5', ''])(
    'refuses %s, and says what it wants',
    (text) => {
      expect(phone.safeParse(text).error?.issues[0]?.message).toMatch(/with its country.*ten digits/);
    },
  );
});

describe('names', () => {
  it('trims and keeps them as they are spelled, and refuses those of nothing but space', () => {
    expect(shownText(100).parse('  José ')).toBe('José');
    expect(shownText(100).safeParse(' \u3000 ').success).toBe(false);
    expect(fullName({ firstName: 'José', lastName: 'Pérez' })).toBe('José Pérez');
  });

  it('C-48 sorts by the letters alone: case, accents and width make no difference, and once is enough', () => {
    expect(sortableName(' JOSÉ Pérez')).toBe('jose perez');
    expect(sortableName('Ｊｏｓé')).toBe('jose');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const sortable = sortableName(name);
        expect(sortableName(sortable)).toBe(sortable);
      }),
    );
  });
});

describe('the profile', () => {
  const asked = {
    email: 'ana@example.com',
    loginId: 'ana',
    firstName: 'Ana',
    lastName: 'Ruiz',
    location: 'us-east-1',
  };

  it('C-5 C-6 D-9 fills in what may be left out: English, in the root folder, with an invitation, without an extension', () => {
    expect(profile.parse(asked)).toEqual({
      ...asked,
      language: 'en',
      folderId: 'fld_root',
      sendInvitation: true,
    });
  });

  it.each(['email', 'loginId', 'firstName', 'lastName', 'location'])('D-7 needs %s', (name) => {
    expect(profile.safeParse({ ...asked, [name]: undefined }).error?.issues[0]?.path).toEqual([name]);
  });

  it('refuses fields that it does not know', () => {
    expect(profile.safeParse({ ...asked, admin: true }).success).toBe(false);
  });

  it('reads what it has read before as it is', () => {
    const once = profile.parse({ ...asked, email: ' ANA@example.com', extension: '007' });
    expect(profile.parse(once)).toEqual(once);
  });
});

describe('text that people read', () => {
  it.each(['a\r\nBcc: x@y.z', '\u0000x', '\u200b', '\u0301', '\ud800', 'a\u202eb', 'a\ufffd', '--'])(
    'is refused when there is something hidden in it, or nothing to see: %j',
    (text) => {
      expect(shownText(100).safeParse(text).success).toBe(false);
    },
  );

  it.each(["D'Andre", 'Anne-Marie', 'Ní Bhriain', '李 小龙', 'محمد', 'می\u200cنا', 'X Æ A-12'])(
    'is taken in every script: %s',
    (text) => {
      expect(shownText(100).safeParse(text).success).toBe(true);
    },
  );
});
