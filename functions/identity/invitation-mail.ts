import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { readEnvironment } from '../../core/contract/environments.ts';
import { invitationMail } from '../../core/domain/invitation-mail.ts';
import { mailLanguage } from '../../core/domain/languages.ts';

const environment = readEnvironment('invitationMail');

/**
 * Cognito's CustomMessage trigger: writes the invitation in the user's language. Every other message of Cognito's
 * stays as it is. Cognito puts user name and temporary password where the placeholders stand.
 */
export const handler = async (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
  if (event.triggerSource !== 'CustomMessage_AdminCreateUser') return event;
  const { userAttributes, clientMetadata, usernameParameter, codeParameter } = event.request;
  const { subject, body } = invitationMail({
    language: mailLanguage(userAttributes.locale),
    accountName: clientMetadata?.accountName ?? 'Rollcall',
    firstName: userAttributes.given_name ?? '',
    consoleUrl: environment.CONSOLE_URL,
    validityDays: Number(environment.INVITATION_VALIDITY_DAYS),
    placeholders: { username: usernameParameter ?? '{username}', code: codeParameter },
  });
  return { ...event, response: { ...event.response, emailSubject: subject, emailMessage: body } };
};
