import type { CustomMessageTriggerEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { readEnvironment } from '../../core/contract/environments.ts';
import { invitationMail } from '../../core/domain/invitation-mail.ts';
import { mailLanguage } from '../../core/domain/languages.ts';

const { CONSOLE_URL: consoleUrl, INVITATION_VALIDITY_DAYS } = readEnvironment('invitationMail');
const validityDays = z.coerce.number().check(z.int(), z.positive()).parse(INVITATION_VALIDITY_DAYS);

/** What we read of the trigger's request. */
const invitation = z.object({
  userAttributes: z.object({ locale: z.optional(z.string()), given_name: z._default(z.string(), '') }),
  clientMetadata: z.nullish(z.object({ accountName: z.optional(z.string()) })),
  usernameParameter: z._default(z.nullable(z.string()), null),
  codeParameter: z.string(),
});

/**
 * Cognito's CustomMessage trigger: writes the invitation in the user's language. Every other message of Cognito's
 * stays as it is. Cognito puts user name and temporary password where the placeholders stand.
 */
export const handler = async (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
  if (event.triggerSource !== 'CustomMessage_AdminCreateUser') return event;
  const { userAttributes, clientMetadata, usernameParameter, codeParameter } = invitation.parse(
    event.request,
  );
  const { subject, body } = invitationMail({
    language: mailLanguage(userAttributes.locale),
    accountName: clientMetadata?.accountName ?? 'Rollcall',
    firstName: userAttributes.given_name,
    consoleUrl,
    validityDays,
    placeholders: { username: usernameParameter ?? '{username}', code: codeParameter },
  });
  return { ...event, response: { ...event.response, emailSubject: subject, emailMessage: body } };
};
