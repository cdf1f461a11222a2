import { parseArgs } from 'node:util';
import * as z from 'zod';
import { startCloud } from '../../../local/cloud.ts';
import { synthesize } from '../../../local/synthesize.ts';

/**
 * An embedded cloud in a process of its own, which kills itself with SIGKILL once executions have come to the moments
 * named, such as `SetPermissions:entered`: each of them is held at one of its own, the first at the first; `any` is the
 * next that it comes to. Tells its parent its addresses, and invokes functions for it.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    'kill-at': { type: 'string', multiple: true, default: [] },
  },
});
const moments = values['kill-at'];
const momentOf = new Map<string, string | undefined>();
let held = 0;

const holdOrKill = async (at: string, execution: string): Promise<void> => {
  if (!momentOf.has(execution)) momentOf.set(execution, moments[momentOf.size]);
  const moment = momentOf.get(execution);
  if (moment !== at && moment !== 'any') return;
  held += 1;
  if (held === moments.length) process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
};

const invocation = z.object({ invoke: z.string(), payload: z.unknown() });

const cloud = await startCloud({
  assembly: await synthesize(),
  dataDirectory: values.data,
  hooks: {
    onState: (state, moment, execution) => holdOrKill(`${state}:${moment}`, execution),
  },
});
process.on('message', async (message) => {
  if (message === 'stop') {
    await cloud.stop();
    process.disconnect();
    return;
  }
  const { invoke, payload } = invocation.parse(message);
  process.send?.({ answer: await cloud.invoke(invoke, payload) });
});
// It must not outlive a test that has given it up.
process.on('disconnect', () => process.exit());
const { apiUrl, cognitoUrl, mailboxUrl, consoleUrl, region, userPoolId, clientId } = cloud;
process.send?.({ apiUrl, cognitoUrl, mailboxUrl, consoleUrl, region, userPoolId, clientId });
