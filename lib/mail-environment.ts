import type { Configuration } from './config.ts';

/** What a function reads that sends mail of our own. Replies go where those to invitations go. */
export const mailEnvironment = ({ mail, consoleUrl }: Configuration) => ({
  MAIL_FROM: mail.from,
  MAIL_REPLY_TO: mail.replyTo ?? mail.from,
  MAIL_REGION: mail.region,
  CONSOLE_URL: consoleUrl,
});
