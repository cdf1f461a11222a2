import { describe, expect, it } from 'vitest';
import { accessOfferMail } from '../../../core/domain/access-offer-mail.ts';
import { MAIL_LANGUAGES } from '../../../core/domain/languages.ts';

const mail = (more: Partial<Parameters<typeof accessOfferMail>[0]> = {}) =>
  accessOfferMail({
    language: 'en',
    firstName: 'Ana',
    accountName: 'Acme',
    offeredBy: 'Olga Ruiz',
    roleName: 'Call agent',
    consoleUrl: 'https://console.example.com/',
    validityDays: 14,
    ...more,
  });

describe('the offer of access to another account', () => {
  it.each(MAIL_LANGUAGES)(
    'X-19 says in %s, as HTML and as text, who offers what, for how long, and where to answer',
    (language) => {
      const { subject, html, text } = mail({ language });
      expect(subject).toContain('Acme');
      for (const body of [html, text]) {
        for (const part of [
          'Ana',
          'Acme',
          'Olga Ruiz',
          'Call agent',
          '14',
          'https://console.example.com/offers',
        ]) {
          expect(body).toContain(part);
        }
      }
      expect(html).toContain(`lang="${language}"`);
    },
  );

  it('X-19 says that it is to be accepted or declined, and that nothing changes before', () => {
    for (const body of [mail().html, mail().text]) {
      expect(body).toContain('Accept or decline the offer: until you accept, nothing changes.');
    }
    expect(mail({ language: 'es' }).text).toContain('Acepte o rechace la oferta');
  });

  it('holds no secret: whoever reads the mail must still sign in', () => {
    const [, link] = /href="([^"]+)"/.exec(mail().html) ?? [];
    expect(link).toBe('https://console.example.com/offers');
  });

  it('speaks of a single day as such', () => {
    expect(mail({ validityDays: 1 }).text).toContain('for one day.');
    expect(mail({ validityDays: 1, language: 'es' }).text).toContain('durante un día.');
  });

  it('shows names as text, whatever they hold', () => {
    const { html, text } = mail({ accountName: '<b>A & B</b>', offeredBy: '"><script>alert(1)</script>' });
    expect(html).toContain('&lt;b&gt;A &amp; B&lt;/b&gt;');
    expect(html).not.toContain('<script>');
    expect(text).toContain('<b>A & B</b>');
  });

  it('keeps a name on its line: it starts no header, and no paragraph of its own', () => {
    const { subject, text } = mail({
      accountName: 'Acme\r\nBcc: all@example.com\u0000\n\nVisit evil.example',
    });
    expect(subject).not.toMatch(/[\p{Cc}]/u);
    expect(text).not.toContain('\n\nVisit');
  });
});
