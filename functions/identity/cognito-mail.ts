import type { CustomMessageTriggerEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { readEnvironment } from '../../core/contract/environments.ts';
import { invitationMail } from '../../core/domain/invitation-mail.ts';
import { mailLanguage } from '../../core/domain/languages.ts';
import { passwordResetMail } from '../../core/domain/password-reset-mail.ts';

const { CONSOLE_URL: consoleUrl, INVITATION_VALIDITY_DAYS } = readEnvironment('cognitoMail');
const validityDays = z.coerce.number().check(z.int(), z.positive()).parse(INVITATION_VALIDITY_DAYS);

/** What we read of the trigger's request. */
const message = z.object({
  userAttributes: z.object({ locale: z.optional(z.string()), given_name: z._default(z.string(), '') }),
  clientMetadata: z.nullish(z.object({ accountName: z.optional(z.string()) })),
  usernameParameter: z._default(z.nullable(z.string()), null),
  codeParameter: z.string(),
});

const invitation = ({ request }: CustomMessageTriggerEvent) => {
  const { userAttributes, clientMetadata, usernameParameter, codeParameter } = message.parse(request);
  return invitationMail({
    language: mailLanguage(userAttributes.locale),
    accountName: clientMetadata?.accountName ?? 'Rollcall',
    firstName: userAttributes.given_name,
    consoleUrl,
    validityDays,
    placeholders: { username: usernameParameter ?? '{username}', code: codeParameter },
  });
};

const passwordReset = ({ request, userName }: CustomMessageTriggerEvent) => {
  const { userAttributes, codeParameter } = message.parse(request);
  return passwordResetMail({
    language: mailLanguage(userAttributes.locale),
    firstName: userAttributes.given_name,
    // Cognito fills in no user name here, so it is written out: an id of ours.
    username: userName,
    consoleUrl,
    code: codeParameter,
  });
};

const mailFor = (event: CustomMessageTriggerEvent) => {
  switch (event.triggerSource) {
    case 'CustomMessage_AdminCreateUser':
      return invitation(event);
    case 'CustomMessage_ForgotPassword':
      return passwordReset(event);
    default:
      return undefined;
  }
};

/**
 * Cognito's CustomMessage trigger: writes the invitation and the mail for a forgotten password in the user's language.
 * Every other message of Cognito's stays as it is. Cognito puts user name and secret where the placeholders stand.
 */
export const handler = async (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
  const mail = mailFor(event);
  if (mail === undefined) return event;
  return { ...event, response: { ...event.response, emailSubject: mail.subject, emailMessage: mail.body } };
};
