import * as z from 'zod/mini';
import { clock } from '../../core/adapters/clock.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { email } from '../../core/domain/sections/profile.ts';
import { noteBounce } from '../../core/usecases/note-bounce.ts';
import { withCleanErrors } from '../clean-errors.ts';

const note = noteBounce({ users: dynamodbUsers(openStore(readEnvironment('noteBounce'))), log });

/**
 * What we read of SES's event. Whom the mail was to, SES knows itself: each of ours goes to one person. Who it says has
 * bounced (`bouncedRecipients`) is left alone: that may come from the bounce message, which whoever runs the
 * recipient's mail server can let name anybody.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-bounce-object
 */
const bounceEvent = z.object({
  detail: z.object({
    bounce: z.object({ bounceType: z.string() }),
    mail: z.object({
      timestamp: z.pipe(
        z.iso.datetime({ offset: true }),
        z.transform((text) => new Date(text).toISOString()),
      ),
      destination: z.tuple([email]),
    }),
  }),
});

/** EventBridge calls it for each mail of ours that came back. A mailbox that is full today is no reason yet to worry. */
export const handler = withCleanErrors('BOUNCE_NOT_NOTED', async (event, requestId) => {
  const { bounce, mail } = bounceEvent.parse(event).detail;
  if (bounce.bounceType !== 'Permanent') return;
  const at = clock.now().toISOString();
  await note(
    { email: mail.destination[0], sentAt: mail.timestamp },
    { at, by: 'ses', channel: 'mail', requestId },
  );
});
