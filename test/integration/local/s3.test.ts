import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3FileStorage } from '../../../core/adapters/s3/file-storage.ts';
import { newId } from '../../../core/domain/ids.ts';
import { type Door, openDoor } from '../../../local/door.ts';
import { createS3 } from '../../../local/s3/api.ts';
import { readBucket } from '../../../local/s3/bucket.ts';
import { openObjectStore } from '../../../local/s3/store.ts';

const BUCKET = 'rollcall-test-files';
const CONSOLE = 'http://127.0.0.1:4000';
const DAY = 24 * 3_600_000;
const HELLO = Buffer.from('hello');

let door: Door;
let client: S3Client;
let later = 0;
const store = openObjectStore(':memory:');

beforeAll(async () => {
  door = await openDoor(0);
  const properties = {
    CorsConfiguration: {
      CorsRules: [
        { AllowedOrigins: ['https://console.example'], AllowedMethods: ['POST', 'GET'], MaxAge: 60 },
      ],
    },
    LifecycleConfiguration: {
      Rules: [{ Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' as const }],
    },
  };
  const template = { logicalId: 'Files', ref: BUCKET, attributes: {}, properties, assets: new Map() };
  const buckets = [readBucket(template, new Map([['https://console.example', CONSOLE]]))];
  const keys = new Map([['local', 'local']]);
  door.serve(createS3({ buckets, store, keys, now: () => Date.now() + later }));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new S3Client({ region: 'us-east-1', endpoint: door.url, credentials });
});
afterAll(async () => {
  client.destroy();
  await door.stop();
  store.close();
});

const codeOf = async (response: Response) => [
  response.status,
  /<Code>(.*)<\/Code>/.exec(await response.text())?.[1],
];

const form = (more: Partial<PresignedPostOptions> = {}, by = client) =>
  createPresignedPost(by, {
    Bucket: BUCKET,
    Key: 'quarantine/one',
    Conditions: [['content-length-range', 1, 10]],
    Expires: 60,
    ...more,
  });

const post = (
  { url, fields }: Awaited<ReturnType<typeof form>>,
  more: Record<string, string> = {},
  content = HELLO,
) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...more })) body.append(name, value);
  body.append('file', new Blob([content]), 'x.png');
  return fetch(url, { method: 'POST', body });
};

const found = (key: string) => {
  const object = store.get(BUCKET, key);
  return object && Buffer.from(object.body).toString();
};

describe('the local S3', () => {
  it('takes a form as a function has signed it', async () => {
    expect((await post(await form())).status).toBe(204);
    expect(found('quarantine/one')).toBe('hello');
  });

  it.each([
    ['has another key', { key: 'files/one' }, 'AccessDenied'],
    ['has a field more', { acl: 'public-read' }, 'AccessDenied'],
    ['has another policy', { Policy: Buffer.from('{}').toString('base64') }, 'SignatureDoesNotMatch'],
    ['has another signature', { 'X-Amz-Signature': '00' }, 'SignatureDoesNotMatch'],
    [
      'is of somebody unknown',
      { 'X-Amz-Credential': 'me/20260101/us-east-1/s3/aws4_request' },
      'InvalidAccessKeyId',
    ],
  ])('refuses a form that %s', async (_, more, code) => {
    const key = 'quarantine/refused';
    expect(await codeOf(await post(await form({ Key: key }), more))).toEqual([403, code]);
    expect(found(key)).toBeUndefined();
    expect(found('files/one')).toBeUndefined();
  });

  it('refuses a form without a policy, and one whose time is over', async () => {
    const { url, fields } = await form();
    expect(await codeOf(await post({ url, fields: { key: fields.key ?? '' } }))).toEqual([
      403,
      'AccessDenied',
    ]);
    later = 61_000;
    expect(await codeOf(await post({ url, fields }))).toEqual([403, 'AccessDenied']);
    later = 0;
  });

  it.each([
    ['EntityTooLarge', Buffer.alloc(11)],
    ['EntityTooSmall', Buffer.alloc(0)],
  ])('holds to the length that the form allows: %s', async (code, content) => {
    const key = 'quarantine/length';
    expect(await codeOf(await post(await form({ Key: key }), {}, content))).toEqual([400, code]);
    expect(found(key)).toBeUndefined();
  });

  it('takes nothing from whoever has not signed', async () => {
    const url = `${door.url}/${BUCKET}/files/unsigned`;
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect(await codeOf(await fetch(url, { method }))).toEqual([403, 'AccessDenied']);
    }
    const other = `${door.url}/another/files/unsigned`;
    expect(await codeOf(await fetch(other))).toEqual([404, 'NoSuchBucket']);
  });

  it('shows what an address was signed for, as long as it was', async () => {
    await client.send(
      new PutObjectCommand({ Bucket: BUCKET, Key: 'files/a', Body: HELLO, ContentType: 'image/png' }),
    );
    const command = new GetObjectCommand({
      Bucket: BUCKET,
      Key: 'files/a',
      ResponseContentType: 'audio/wav',
      ResponseContentDisposition: 'inline',
    });
    const url = await getSignedUrl(client, command, { expiresIn: 60 });
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([200, 'hello']);
    expect(response.headers.get('content-type')).toBe('audio/wav');
    expect(response.headers.get('content-disposition')).toBe('inline');
    for (const forged of [
      url.replace('files/a', 'files/b'),
      url.replace('audio%2Fwav', 'text%2Fhtml'),
      url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000'),
    ]) {
      expect(await codeOf(await fetch(forged))).toEqual([403, 'SignatureDoesNotMatch']);
    }
    expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toEqual([403, 'SignatureDoesNotMatch']);
    later = 61_000;
    expect(await codeOf(await fetch(url))).toEqual([403, 'AccessDenied']);
    later = 0;
  });

  it('refuses what has changed on the way', async () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 as any function', 'x-amz-checksum-crc32': 'AAAAAA==' };
    const url = `${door.url}/${BUCKET}/files/changed`;
    expect(await codeOf(await fetch(url, { method: 'PUT', body: HELLO, headers }))).toEqual([
      400,
      'BadDigest',
    ]);
  });

  it('forgets after a day what is in quarantine, and nothing else', async () => {
    await post(await form());
    await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'files/kept', Body: HELLO }));
    const get = (Key: string) => client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    later = DAY - 1_000;
    await get('quarantine/one');
    later = DAY + 1_000;
    // Whoever may not list is not told that there is nothing.
    await expect(get('quarantine/one')).rejects.toMatchObject({ name: 'AccessDenied' });
    await get('files/kept');
    later = 0;
  });

  it('lets the console’s pages call it, and no others', async () => {
    const ask = (origin: string, method: string) =>
      fetch(`${door.url}/${BUCKET}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': method },
      });
    const allowed = await ask(CONSOLE, 'POST');
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, CONSOLE]);
    expect((await ask('https://elsewhere.example', 'POST')).status).toBe(403);
    expect((await ask(CONSOLE, 'DELETE')).status).toBe(403);
  });

  it('serves the port of files: upload, read, keep, show, discard', async () => {
    const environment = { FILES_BUCKET: BUCKET, HOME_REGION: 'us-east-1' };
    const saved = { ...process.env };
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_S3: door.url,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    const storage = s3FileStorage(environment);
    const ref = { accountId: newId('account'), fileId: newId('file') };
    expect(await storage.readUpload(ref, 10)).toBeUndefined();
    expect((await post(await storage.openUpload(ref, { mostBytes: 10, seconds: 60 }))).status).toBe(204);
    expect(await storage.readUpload(ref, 4)).toBeUndefined();
    expect(Buffer.from((await storage.readUpload(ref, 10)) ?? []).toString()).toBe('hello');
    await storage.keep(ref, { bytes: Buffer.from('kept'), contentType: 'image/png' });
    expect(await storage.readUpload(ref, 10)).toBeUndefined();
    const shown = await fetch(await storage.addressOf(ref, 'image/png', 60));
    expect([await shown.text(), shown.headers.get('content-type')]).toEqual(['kept', 'image/png']);
    await storage.discard(ref);
    await storage.discard(ref);
    expect((await fetch(await storage.addressOf(ref, 'image/png', 60))).status).toBe(403);
    process.env = saved;
  });
});
