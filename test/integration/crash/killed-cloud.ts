import { parseArgs } from 'node:util';
import * as z from 'zod';
import { startCloud } from '../../../local/cloud.ts';
import { synthesize } from '../../../local/synthesize.ts';

/**
 * An embedded cloud in a process of its own, which kills itself with SIGKILL when an execution comes to the moment
 * named, such as `SetPermissions:entered`. Tells its parent its addresses, and invokes functions for it.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: '' }, 'kill-at': { type: 'string' } },
});
const invocation = z.object({ invoke: z.string(), payload: z.unknown() });

const cloud = await startCloud({
  assembly: await synthesize(),
  dataDirectory: values.data,
  hooks: {
    onState: (state, moment) => {
      if (`${state}:${moment}` === values['kill-at']) process.kill(process.pid, 'SIGKILL');
    },
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
