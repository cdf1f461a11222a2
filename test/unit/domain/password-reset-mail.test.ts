import { describe, expect, it } from 'vitest';
import { MAIL_LANGUAGES } from '../../../core/domain/languages.ts';
import { passwordResetMail } from '../../../core/domain/password-reset-mail.ts';

const mail = (more: Partial<Parameters<typeof passwordResetMail>[0]> = {}) =>
  passwordResetMail({
    language: 'en',
    firstName: 'Ana',
    username: 'usr_1',
    consoleUrl: 'https://console.example.com/',
    code: '{####}',
    ...more,
  });

describe('the mail for a new password', () => {
  it.each(MAIL_LANGUAGES)('holds the code in the link’s fragment and to be typed, in %s', (language) => {
    const { body } = mail({ language });
    expect(body).toContain('href="https://console.example.com/reset#u=usr_1&amp;c={####}"');
    expect(body).toContain('<b>{####}</b>');
    expect(body).toContain('Ana');
    expect(body).toContain(`lang="${language}"`);
  });

  it('says how long Cognito’s code works, and that nothing changes until it is used', () => {
    const { body } = mail();
    expect(body).toContain('for one hour');
    expect(body).toContain('Nothing changes until you choose one.');
  });

  it('holds only characters that Cognito takes, and no code where a name asks for one', () => {
    const { subject, body } = mail({ firstName: '{####} \u200d<i>', username: 'usr 1&x=2' });
    for (const text of [subject, body]) expect(text).toMatch(/^[\p{L}\p{M}\p{S}\p{N}\p{P}\s]*$/u);
    expect(body.split('{####}')).toHaveLength(3);
    expect(body).not.toContain('<i>');
    expect(body).toContain('#u=usr%201%26x%3D2&amp;c=');
  });
});
