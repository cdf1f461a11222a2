import type { Configuration } from './config.ts';
import { configurationSetName } from './names.ts';

/** What a function reads that sends mail of our own. Replies go where those to invitations go. */
export const mailEnvironment = ({ stage, mail, consoleUrl }: Configuration) => ({
  MAIL_FROM: mail.from,
  MAIL_REPLY_TO: mail.replyTo ?? mail.from,
  MAIL_REGION: mail.region,
  MAIL_CONFIGURATION_SET: configurationSetName(stage),
  CONSOLE_URL: consoleUrl,
});
