import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamodbSeats } from '../../../core/adapters/dynamodb/seats.ts';
import { given, LATER, openingOf, stampAt } from '../../ports/samples.ts';
import { seating } from '../../ports/seat-samples.ts';
import { openDynamodb, startTable } from './dynamodb-store.ts';

let engine: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  engine = await startTable();
});
afterAll(() => engine.stop());

/** Seats of somebody who is overtaken: others do this when the blocks have been read, and before anything is written. */
const overtakenBy = (others: () => Promise<unknown>) => {
  const { region, endpoint, credentials } = engine.table.client.config;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region, ...(endpoint && { endpoint }), credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  let reads = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (parameters) => {
        const answer = await next(parameters);
        if (commandName === 'QueryCommand') {
          reads += 1;
          if (reads === 1) await others();
        }
        return answer;
      },
    { step: 'initialize', priority: 'high' },
  );
  const ports = openDynamodb(engine.table).ports;
  const late = seating({ ...ports, seats: dynamodbSeats({ client, table: engine.table.table }) });
  return { ...late, reads: () => reads, stop: () => client.destroy() };
};

describe('X-3 what was read of the blocks decides nothing', () => {
  it('AP-30 nobody overtakes who joined the line in between', async () => {
    const { ports } = openDynamodb(engine.table);
    const { member, wait, pool } = seating(ports);
    const accountId = await given(ports).account({ lmp: 5, voip: 0 });
    const first = await member(accountId, ['lmp', 'voip']);
    const late = await member(accountId);
    const { take, stop } = overtakenBy(() => wait(first, ['voip']));
    expect(await take(late)).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
    expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
    stop();
  });

  it('AP-30 a seat that was given away in between is not sold again, and is missing only once a read shows it', async () => {
    const { ports } = openDynamodb(engine.table);
    const { member, take, pool } = seating(ports);
    const accountId = await given(ports).account({ lmp: 1 });
    const [first, late] = [await member(accountId), await member(accountId)];
    const overtaken = overtakenBy(() => take(first));
    expect(await overtaken.take(late)).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
    expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
    expect(overtaken.reads()).toBe(2);
    overtaken.stop();
  });

  it('AP-31 who joins counts in the blocks that were bought in between', async () => {
    const { ports } = openDynamodb(engine.table);
    const { member, take, serve, pool } = seating(ports);
    const accountId = await given(ports).account({ lmp: 40, fax: 0 });
    const [late, newcomer] = [await member(accountId, ['lmp', 'fax']), await member(accountId)];
    const entry = { ...openingOf(accountId, { lmp: 400, fax: 0 }), entry: 2, at: LATER };
    const { wait, stop } = overtakenBy(() => ports.billing.change(entry, stampAt()));
    expect(await wait(late, ['fax'])).toEqual({ outcome: 'moved' });
    expect(await take(newcomer)).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
    // A block that did not count them could not let them go.
    const more = { ...openingOf(accountId, { lmp: 400, fax: 1 }), entry: 3, at: LATER };
    await ports.billing.change(more, stampAt());
    expect(await serve(late)).toEqual({ outcome: 'moved' });
    expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1, waiting: 0 });
    expect(await take(newcomer)).toEqual({ outcome: 'moved' });
    stop();
  });

  it('AP-33 nobody is passed over for whom a seat was bought in between, in whichever block', async () => {
    const { ports } = openDynamodb(engine.table);
    const { member, wait, serve } = seating(ports);
    const accountId = await given(ports).account({ lmp: 5, fax: 0, voip: 0 });
    const first = await member(accountId, ['lmp', 'fax']);
    const second = await member(accountId);
    await wait(first, ['fax']);
    await wait(second, ['lmp']);
    const entry = { ...openingOf(accountId, { lmp: 5, voip: 0, fax: 400 }), entry: 2, at: LATER };
    const bought = overtakenBy(() => ports.billing.change(entry, stampAt()));
    expect(await bought.serve(second, ['fax'])).toEqual({ outcome: 'available' });
    expect(await serve(first)).toEqual({ outcome: 'moved' });
    bought.stop();
  });
});
