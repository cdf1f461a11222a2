import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as errors from '../../../core/domain/errors.ts';
import { escapeHtml } from '../../../core/domain/html.ts';
import { accountId, looksLikeId, newId, runId, userId } from '../../../core/domain/ids.ts';
import { languageTag, mailLanguage } from '../../../core/domain/languages.ts';
import { LICENSE_KIND_NAMES, LICENSE_KINDS } from '../../../core/domain/licenses.ts';
import { locationFaults } from '../../../core/domain/location.ts';
import { freeSeats } from '../../../core/domain/pool.ts';
import { everyError } from '../every-error.ts';

describe('licenses', () => {
  it('C-14 every license kind explains itself', () => {
    expect([...LICENSE_KIND_NAMES].sort()).toEqual(Object.keys(LICENSE_KINDS).sort());
    for (const { help } of Object.values(LICENSE_KINDS)) expect(help).toMatch(/^[A-Z].*\.$/);
  });

  it('A-9 counts free seats', () => {
    expect(freeSeats({ purchased: 5, assigned: 3, inUse: 0 })).toBe(2);
    expect(freeSeats({ purchased: 5, assigned: 0, inUse: 4 })).toBe(1);
  });
});

describe('ids', () => {
  it('are told apart by what they name', () => {
    expect(accountId.safeParse(newId('account')).success).toBe(true);
    expect(userId.safeParse(newId('user')).success).toBe(true);
    expect(runId.safeParse(newId('account')).success).toBe(false);
    expect(runId.safeParse(`${newId('run')}x`).success).toBe(false);
    expect(runId.safeParse(newId('run').toUpperCase()).success).toBe(false);
  });

  it('are recognised in text that must not be one', () => {
    expect(['acc_', 'usr_x', 'run_x', 'api_x'].every(looksLikeId)).toBe(true);
    expect(looksLikeId('user_x')).toBe(false);
  });
});

describe('languages', () => {
  it.each([
    ['es-MX', 'es'],
    ['ES', 'es'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['esperanto', 'en'],
  ] as const)('X-7 writes to %s in %s', (tag, expected) => {
    expect(mailLanguage(tag)).toBe(expected);
  });

  it('are BCP 47 tags', () => {
    expect(['en', 'es-MX', 'zh-Hant-TW'].every((tag) => languageTag.safeParse(tag).success)).toBe(true);
    expect(['e', 'en_US', '', 'english!'].some((tag) => languageTag.safeParse(tag).success)).toBe(false);
  });
});

describe('B-7 locations', () => {
  const faults = locationFaults(['us-east-1', 'eu-west-1']);
  const detail = 'must be one of us-east-1, eu-west-1';

  it.each([
    [{ profile: { location: 'mars' } }, '/profile/location'],
    [{ sections: { profile: { location: 'mars' } } }, '/sections/profile/location'],
    [{ administrator: { location: '' } }, '/administrator/location'],
  ])('refuses one that is not configured in %j', (request, pointer) => {
    expect(faults(request)).toEqual([{ pointer, detail }]);
  });

  it.each([
    { profile: { location: 'eu-west-1' } },
    { profile: { location: 7 } },
    { profile: null },
    { profile: 'us' },
    'text',
    null,
    undefined,
    [],
  ])('finds nothing wrong in %j: what is missing is for the schema to say', (request) => {
    expect(faults(request)).toEqual([]);
  });
});

describe('HTML', () => {
  it('escapes whatever could end text or an attribute', () => {
    expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('domain errors', () => {
  it('each have a code of their own, in kebab case', () => {
    const classes = Object.values(errors).filter((value) => value !== errors.DomainError);
    expect(everyError).toHaveLength(classes.length);
    expect(new Set(everyError.map(({ code }) => code)).size).toBe(everyError.length);
    for (const { code, message } of everyError) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(message).toMatch(/\.$/);
    }
  });

  it('D-31 say “A user with this email address already exists.”', () => {
    expect(new errors.UserExists([]).message).toBe('A user with this email address already exists.');
  });
});
