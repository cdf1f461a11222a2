import { describe, expect, it } from 'vitest';
import { invitationMail } from '../../../core/domain/invitation-mail.ts';
import { MAIL_LANGUAGES } from '../../../core/domain/languages.ts';

const mail = (more: Partial<Parameters<typeof invitationMail>[0]> = {}) =>
  invitationMail({
    language: 'en',
    accountName: 'Acme',
    firstName: 'Ana',
    consoleUrl: 'https://console.example.com',
    validityDays: 7,
    placeholders: { username: '{username}', code: '{####}' },
    ...more,
  });

describe('the invitation', () => {
  it.each(MAIL_LANGUAGES)(
    'X-7 holds both placeholders, the account, the name and the validity in %s',
    (language) => {
      const { subject, body } = mail({ language });
      expect(subject).toContain('Acme');
      for (const part of ['{username}', '{####}', 'Acme', 'Ana', '7', `lang="${language}"`]) {
        expect(body).toContain(part);
      }
    },
  );

  it('X-7 is written differently in each language', () => {
    expect(new Set(MAIL_LANGUAGES.map((language) => mail({ language }).body)).size).toBe(
      MAIL_LANGUAGES.length,
    );
  });

  it('keeps user name and password in the fragment, which no server logs', () => {
    const [, link = ''] = /href="([^"]+)"/.exec(mail().body) ?? [];
    expect(link).toBe('https://console.example.com/welcome#u={username}&amp;p={####}');
  });

  it('leads to the console whether or not its address ends with a slash', () => {
    expect(mail({ consoleUrl: 'https://c.example.com/' }).body).toContain('https://c.example.com/welcome#');
  });

  it('shows names as text, whatever they hold', () => {
    const { body } = mail({ accountName: '<b>A & B</b>', firstName: '"><script>alert(1)</script>' });
    expect(body).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;');
    expect(body).not.toContain('<script>');
  });

  it('keeps the subject on one line: nothing can start another header', () => {
    const { subject } = mail({ accountName: 'Acme\r\nBcc: all@example.com\u0000' });
    expect(subject).not.toMatch(/[\p{Cc}]/u);
  });

  it('holds only characters that Cognito takes, whatever the names hold', () => {
    const { subject, body } = mail({
      accountName: 'Ac\u00adme \u{1f469}\u200d\u{1f4bb}',
      firstName: 'می\u200cنا\u0000',
    });
    for (const text of [subject, body]) expect(text).toMatch(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]*$/u);
    expect(subject).toContain('Acme');
  });

  it('never fills a name that looks like a placeholder with the password', () => {
    const { subject, body } = mail({ accountName: 'Acme {####}', firstName: '{username}' });
    expect(subject).not.toContain('{####}');
    expect(body.split('{####}')).toHaveLength(2);
    expect(body.split('{username}')).toHaveLength(2);
    expect(body).toContain('&#123;username}');
  });
});
