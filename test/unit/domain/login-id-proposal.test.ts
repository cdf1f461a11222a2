import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeId } from '../../../core/domain/ids.ts';
import { loginIdsFor } from '../../../core/domain/login-id-proposal.ts';
import { loginId } from '../../../core/domain/sections/profile.ts';
import { shownText } from '../../../core/domain/shown-text.ts';

const roundsOf = (first: string, last: string) => [...loginIdsFor(first, last)];
const first = (...name: [string, string]) => roundsOf(...name)[0]?.[0];

describe('C-48 login IDs from a name', () => {
  it('are the name itself, then shorter, then with numbers', () => {
    const [closest = [], ...others] = roundsOf('Ada', 'Lovelace');
    expect(closest).toHaveLength(20);
    expect(closest.slice(0, 7)).toEqual([
      'ada.lovelace',
      'alovelace',
      'a.lovelace',
      'adalovelace',
      'lovelace.ada',
      'ada.lovelace2',
      'ada.lovelace3',
    ]);
    expect(others.map((round) => round.every((one) => /^ada\.lovelace\d+$/.test(one)))).toEqual(
      others.map(() => true),
    );
  });

  it.each([
    ['Łukasz', 'Żak', 'lukasz.zak'],
    ['王', '伟', 'wang.wei'],
    ['Søren', 'Ångström', 'soren.angstrom'],
    ['Jean-Luc', 'O’Brien', 'jean-luc.obrien'],
    ['Ana María', 'de la Cruz', 'anamaria.delacruz'],
    ['Юлия', 'Иванова', expect.stringMatching(/^[a-z]+\.[a-z]+$/)],
    ['ＡＤＡ', 'Love_lace', 'ada.lovelace'],
    ['X', 'Æ', 'x.ae'],
    ['usr_', '01jd', 'usr.01jd'],
  ])('are in Latin letters: %s %s', (given, family, expected) => {
    expect(first(given, family)).toEqual(expected);
  });

  it('C-49 are always ones that the profile takes, and never like an id', () => {
    const name = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ maxLength: 100 }))
      .filter((text) => shownText(100).safeParse(text).success);
    fc.assert(
      fc.property(name, name, (given, family) => {
        const rounds = roundsOf(given, family);
        expect(rounds.every((round) => round.length > 0 && round.length <= 20)).toBe(true);
        for (const one of rounds.flat()) {
          expect(loginId.safeParse(one)).toEqual({ success: true, data: one });
          expect(looksLikeId(one)).toBe(false);
        }
      }),
    );
  });

  it('are there for a name in signs that nothing is known of, and for the shortest', () => {
    expect(first('𐤀', '𐤁')).toMatch(/^[a-z0-9.-]{3,}$/);
    expect(roundsOf('\u{E01FF}', 'q').flat().length).toBeGreaterThan(0);
  });
});
