import { escapeHtml } from './html.ts';
import type { MailLanguage } from './languages.ts';

/**
 * Text that a mail takes: no character without a shape, be it a control that could start another header or the joiner
 * of a compound emoji, which Cognito refuses.
 */
export const shaped = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ').replaceAll(/\p{C}+/gu, '');

/** A subject that Cognito sends: braces could be a placeholder, which nothing can escape there. */
export const cognitoSubject = (text: string): string => shaped(text).replaceAll(/[{}]+/g, ' ');

/** Text in a body. A name that holds what looks like a placeholder must not be filled in with a secret. */
const bodyText = (text: string): string => escapeHtml(shaped(text)).replaceAll('{', '&#123;');

/** An address of the console. Placeholders of Cognito's may stand in the path. */
export const consoleAddress = (consoleUrl: string, path: string): string =>
  `${consoleUrl.replace(/\/$/, '')}${path}`;

/** What stands in a mail: a few paragraphs, then a button, then what else is to be said. */
export interface MailContent {
  language: MailLanguage;
  before: readonly string[];
  action: { label: string; address: string };
  /** `{code}`: the code that Cognito fills in, which stands alone on its line. */
  after: readonly (string | { code: string })[];
}

const paragraph = (content: string | { code: string }): string =>
  typeof content === 'string'
    ? `<p>${bodyText(content)}</p>`
    : `<p style="font-size:20px;letter-spacing:2px"><b>${content.code}</b></p>`;

/** The look that all mails share. Styles stand in the elements, since mail programs drop style sheets. */
export const mailHtml = ({ language, before, action, after }: MailContent): string =>
  [
    `<!doctype html><html lang="${language}"><body style="font:16px/1.5 sans-serif;color:#1d2733">`,
    ...before.map(paragraph),
    `<p><a href="${escapeHtml(action.address)}" style="display:inline-block;padding:12px 20px;border-radius:6px;`,
    `background:#0b6b57;color:#fff;text-decoration:none">${bodyText(action.label)}</a></p>`,
    ...after.map(paragraph),
    '</body></html>',
  ].join('');
