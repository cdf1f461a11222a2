import type { CloudPorts } from './addresses.ts';
import { startCognito } from './cognito/server.ts';
import { startDynamoDb } from './dynamodb/server.ts';
import { ensureTables } from './dynamodb/tables.ts';
import type { Parts } from './parts.ts';
import { startMailbox } from './ses/mailbox.ts';
import type { SentMail } from './ses/messages.ts';
import type { Home } from './template/home.ts';

interface ServiceOptions {
  readonly home: Home;
  readonly ports: CloudPorts;
  /** Where a service keeps its data, by the name of the file or folder. */
  readonly keptIn: (name: string) => string;
  readonly inMemory: boolean;
  /** Runs one of the user pool's triggers. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  /** Is told of each mail that SES has accepted. */
  readonly onSent: (mail: SentMail) => void;
}

/** What the functions call, and what takes time to start: all at once. */
export const startServices = async (
  parts: Parts,
  { home, ports, keptIn, inMemory, invoke, onSent }: ServiceOptions,
) => {
  const pool = home.only('AWS::Cognito::UserPool');
  const clients = home.all('AWS::Cognito::UserPoolClient');
  const mailboxStarting = parts.add(
    startMailbox(ports.mailbox, inMemory ? null : keptIn('mails.jsonl'), onSent),
  );
  const [dynamoDb, mailbox, cognito] = await Promise.all([
    parts.add(startDynamoDb(keptIn('dynamodb'))).then(async (started) => {
      await ensureTables(started.url, home);
      return started;
    }),
    mailboxStarting,
    parts.add(
      startCognito({
        port: ports.cognito,
        databasePath: inMemory ? ':memory:' : keptIn('cognito.sqlite'),
        region: home.region,
        poolId: pool.ref,
        pool: pool.properties,
        clients: clients.map(({ ref, properties }) => ({ clientId: ref, properties })),
        invoke,
        sendMail: async (mail) => (await mailboxStarting).send(mail),
      }),
    ),
  ]);
  return { dynamoDb, mailbox, cognito };
};
