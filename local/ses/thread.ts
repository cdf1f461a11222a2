/**
 * The mailbox's thread. `aws-ses-v2-local` keeps its mails in one list for the whole module, so each mailbox needs a
 * module registry of its own: a thread. Its server takes the SES calls and gives the mails; the page is ours.
 */
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import sesLocal from 'aws-ses-v2-local';
import { getStoreReadonly, saveEmail } from 'aws-ses-v2-local/dist/store.js';
import { type MailboxReport, mailboxDataSchema, mailSchema, sendEmailSchema } from './messages.ts';
import { PAGE, PAGE_HEADERS } from './page.ts';

const { port, keptIn } = mailboxDataSchema.parse(workerData);
const report = (message: MailboxReport): void => parentPort?.postMessage(message);

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/**
 * Gives the number of lines left out: the last one may have been cut off when the process was killed. Then the file is
 * written anew, since the next mail would be appended to that line and be lost with it.
 */
const restore = (file: string): number => {
  if (!existsSync(file)) return 0;
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const readable = lines.filter((line) => {
    const mail = mailSchema.safeParse(parseLine(line));
    if (mail.success) saveEmail({ ...mail.data, attachments: [] });
    return mail.success;
  });
  if (readable.length < lines.length) {
    writeFileSync(`${file}.new`, readable.map((line) => `${line}\n`).join(''), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return lines.length - readable.length;
};

const keep = (file: string): (() => void) => {
  let kept = getStoreReadonly().emails.length;
  return () => {
    const { emails } = getStoreReadonly();
    if (emails.length < kept) {
      kept = 0;
      writeFileSync(file, '', { mode: 0o600 });
    }
    for (const mail of emails.slice(kept)) appendFileSync(file, `${JSON.stringify(mail)}\n`, { mode: 0o600 });
    kept = emails.length;
  };
};

const unreadable = keptIn === null ? 0 : restore(keptIn);
const keepNew = keptIn === null ? () => {} : keep(keptIn);

/** The mailbox does not keep what a mail's configuration set was, so it is told of while the request is at hand. */
const reportSent = (request: IncomingMessage, response: ServerResponse): void => {
  const call = sendEmailSchema.safeParse(Reflect.get(request, 'body'));
  // The library stores a mail and answers in one go, so the newest is the one that was just sent.
  const mail = getStoreReadonly().emails.at(-1);
  if (!call.success || response.statusCode !== 200 || mail === undefined) return;
  const { messageId, from, destination } = mail;
  const to = [...destination.to, ...destination.cc, ...destination.bcc];
  const sent = { messageId, from, to, sentAt: new Date().toISOString() };
  report({ kind: 'sent', mail: { ...sent, configurationSet: call.data.ConfigurationSetName } });
};

/** `GET /mails?to=address`: a few of the mails in a mailbox that may hold thousands, as `GET /store` gives them. */
const answerMailsTo = (to: string | null, response: ServerResponse): void => {
  const emails = getStoreReadonly().emails.filter(({ destination }) =>
    destination.to.some((one) => one === to),
  );
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ emails }));
};

/** What is acknowledged must be there after a stop: a mail is kept before its sender has the answer. */
const keepBeforeAnswer = (request: IncomingMessage, response: ServerResponse): void => {
  const end: unknown = response.end;
  if (typeof end !== 'function') return;
  Reflect.set(response, 'end', (...parts: unknown[]) => {
    keepNew();
    reportSent(request, response);
    return Reflect.apply(end, response, parts);
  });
};

const server = await sesLocal.default({ host: '127.0.0.1', port });
const address = server.address();
if (typeof address === 'object' && address !== null) {
  const [library] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // A page of another site must not get here under a name that it has pointed at this machine.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
      response.writeHead(403).end();
    } else if (request.method === 'GET' && request.url === '/') {
      response.writeHead(200, PAGE_HEADERS).end(PAGE);
    } else if (request.method === 'GET' && request.url?.startsWith('/mails?')) {
      answerMailsTo(new URLSearchParams(request.url.split('?')[1]).get('to'), response);
    } else {
      keepBeforeAnswer(request, response);
      library?.(request, response);
    }
  });
  report({ kind: 'listening', port: address.port, unreadable });
} else {
  // Express hands a failure to listen to the same callback as success.
  report({ kind: 'port-in-use', port });
}
