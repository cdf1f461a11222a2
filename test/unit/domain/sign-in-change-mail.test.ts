import { describe, expect, it } from 'vitest';
import { MAIL_LANGUAGES } from '../../../core/domain/languages.ts';
import { signInChangeMail } from '../../../core/domain/sign-in-change-mail.ts';

const mail = (more: Partial<Parameters<typeof signInChangeMail>[0]> = {}) =>
  signInChangeMail({
    language: 'en',
    firstName: 'Ana',
    accountName: 'Acme',
    by: { name: 'Olga Ruiz' },
    before: { email: 'ana@example.com', loginId: 'ana' },
    after: { email: 'eve@elsewhere.example', loginId: 'eve.adams' },
    consoleUrl: 'https://console.example.com/',
    ...more,
  });

describe('the mail about a changed sign-in', () => {
  it.each(MAIL_LANGUAGES)('C-49 D-35 says in %s who has changed what, and whom to ask', (language) => {
    const { html, text } = mail({ language });
    for (const body of [html, text])
      for (const part of ['Ana', 'Olga Ruiz', 'Acme', 'ana@example.com', 'e…@elsewhere.example', 'e…'])
        expect(body).toContain(part);
    expect(text).toMatch(/administra.* Acme/);
    expect(html).toContain(`lang="${language}"`);
  });

  it('shows what is new in full only to a mailbox that is still theirs', () => {
    for (const hidden of ['eve@elsewhere.example', 'eve.adams']) expect(mail().text).not.toContain(hidden);
    const same = mail({ after: { email: 'ana@example.com', loginId: 'eve.adams' } });
    expect(same.text).toContain('from ana to eve.adams');
    expect(same.text).not.toContain('email address');
    expect(mail({ after: { email: 'eve@elsewhere.example', loginId: 'ana' } }).text).not.toContain(
      'login ID',
    );
  });

  it('speaks of the person themselves, and of a program, as such', () => {
    expect(mail({ by: 'themselves' }).text).toContain('You have changed how you sign in');
    expect(mail({ by: 'a-program' }).text).toContain('A program, of the account Acme');
    expect(mail({ by: 'a-program', language: 'es' }).text).toContain('Un programa');
  });

  it('shows names as text, and holds no secret: its link only leads to where one signs in', () => {
    const { html, text } = mail({ by: { name: '<b>x</b>\r\n\r\nVisit evil.example' } });
    expect(html).not.toContain('<b>x');
    expect(text).not.toContain('\n\nVisit');
    expect(/href="([^"]+)"/.exec(html)?.[1]).toBe('https://console.example.com/');
  });
});
