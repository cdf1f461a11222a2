import * as z from 'zod';
import type { Client } from './client.ts';
import { CognitoError, invalidParameter } from './errors.ts';
import type { Pool } from './pool.ts';
import type { User } from './store/user.ts';
import type { ClientMetadata, Triggers } from './triggers.ts';

export type SendMail = (mail: {
  from: string;
  to: string;
  subject: string;
  html: string;
  /** The pool's, with which SES tells what becomes of the mail. */
  configurationSet?: string | undefined;
}) => Promise<void>;

const CODE = '{####}';
const USERNAME = '{username}';
const DEFAULT_FROM = 'no-reply@verificationemail.com';

const customMessageSchema = z.object({
  emailMessage: z.string().nullish(),
  emailSubject: z.string().nullish(),
});

interface Message {
  readonly subject: string;
  readonly body: string;
}

type Occasion = 'AdminCreateUser' | 'ForgotPassword';

interface Delivery {
  readonly occasion: Occasion;
  readonly user: User;
  /** The temporary password, or the code. */
  readonly secret: string;
  readonly client?: Client;
  readonly clientMetadata?: ClientMetadata | undefined;
}

const templateOf = (pool: Pool, occasion: Occasion): Message => {
  switch (occasion) {
    case 'AdminCreateUser': {
      const template = pool.AdminCreateUserConfig.InviteMessageTemplate;
      return {
        subject: template.EmailSubject ?? 'Your temporary password',
        body: template.EmailMessage ?? `Your username is ${USERNAME} and temporary password is ${CODE}.`,
      };
    }
    case 'ForgotPassword': {
      const template = pool.VerificationMessageTemplate;
      return {
        subject: template.EmailSubject ?? pool.EmailVerificationSubject ?? 'Your verification code',
        body: template.EmailMessage ?? pool.EmailVerificationMessage ?? `Your verification code is ${CODE}.`,
      };
    }
  }
};

/** An invitation without either placeholder would leave its reader outside: Cognito refuses to send it. */
const requirePlaceholders = (occasion: Occasion, body: string): void => {
  const required = occasion === 'AdminCreateUser' ? [USERNAME, CODE] : [CODE];
  const missing = required.filter((placeholder) => !body.includes(placeholder));
  if (missing.length > 0) {
    throw new CognitoError(
      'InvalidLambdaResponseException',
      `CustomMessage: emailMessage must contain ${missing.join(' and ')}`,
    );
  }
};

/** The limits of MessageTemplateType in Cognito's API reference. */
const LIMITS = {
  emailSubject: { maxLength: 140, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+' },
  emailBody: { maxLength: 20_000, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*' },
};

/** Cognito's expressions are Java's, whose white space is ASCII: it refuses a no-break space, as it does a joiner. */
const matches = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.replace('\\s', ' \\t\\n\\v\\f\\r')}$`, 'u').test(value);

/** Refused in the words of Cognito's own validation, which are not those for a function's other mistakes. */
const requireWithinLimits = (member: keyof typeof LIMITS, value: string): void => {
  const { maxLength, pattern } = LIMITS[member];
  const refuse = (constraint: string): never => {
    throw invalidParameter(
      `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${constraint}`,
    );
  };
  if (value.length > maxLength) refuse(`have length less than or equal to ${maxLength}`);
  if (!matches(pattern, value)) refuse(`satisfy regular expression pattern: ${pattern}`);
};

export const createMessages = (pool: Pool, triggers: Triggers, sendMail: SendMail) => {
  const compose = async (delivery: Delivery): Promise<Message> => {
    const template = templateOf(pool, delivery.occasion);
    const custom = await triggers.call({
      trigger: 'CustomMessage',
      occasion: delivery.occasion,
      user: delivery.user,
      client: delivery.client,
      // The user name is asked for in invitations only.
      request: {
        codeParameter: CODE,
        usernameParameter: delivery.occasion === 'AdminCreateUser' ? USERNAME : null,
      },
      clientMetadata: delivery.clientMetadata,
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
      answers: customMessageSchema,
    });
    if (custom?.emailMessage != null) requirePlaceholders(delivery.occasion, custom.emailMessage);
    const subject = custom?.emailSubject ?? template.subject;
    const body = custom?.emailMessage ?? template.body;
    requireWithinLimits('emailSubject', subject);
    requireWithinLimits('emailBody', body);
    return { subject, body };
  };

  return {
    /** Mails a temporary password or a code to the user's email. Throws CodeDeliveryFailureException. */
    deliver: async (delivery: Delivery, to: string): Promise<void> => {
      const { subject, body } = await compose(delivery);
      const html = body
        .replaceAll(USERNAME, () => delivery.user.username)
        .replaceAll(CODE, () => delivery.secret);
      const { From: from = DEFAULT_FROM, ConfigurationSet: configurationSet } = pool.EmailConfiguration;
      try {
        await sendMail({ from, to, subject, html, configurationSet });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CognitoError('CodeDeliveryFailureException', `Failed to deliver the message: ${reason}`);
      }
    },
  };
};

export type Messages = ReturnType<typeof createMessages>;

/** How an answer names an address without telling it: `j***@e***`. */
export const masked = (email: string): string => {
  const [local = '', domain = ''] = email.split('@');
  return `${local.charAt(0)}***@${domain.charAt(0)}***`;
};
