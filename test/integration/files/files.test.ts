import { beforeAll, describe, expect, it } from 'vitest';
import { jpeg, mp3, png, SVG_WITH_SCRIPT, wav } from '../../ports/file-samples.ts';
import { expectRefused, type Person, welcome } from '../access/people.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

type Caller = Pick<Office, 'call'>;

const begin = async (purpose: string, { call }: Caller = office) => {
  const { status, body } = await call('POST', `/accounts/${office.accountId}/files`, { purpose });
  expect(status).toBe(201);
  return body;
};

/** As a browser on the console's pages sends it. */
const send = async (
  { upload }: { upload: { url: string; fields: Record<string, string> } },
  content: Uint8Array,
  more: Record<string, string> = {},
) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...upload.fields, ...more })) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(content)]), 'picture.png');
  const headers = { origin: cloud().consoleUrl };
  const response = await fetch(upload.url, { method: 'POST', body: form, headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Whether anything is in storage, in quarantine or out of it: asked as our functions ask. */
const isStored = async ({
  fileId,
  upload,
}: {
  fileId: string;
  upload: { fields: Record<string, string> };
}) => {
  const { AWS_ENDPOINT_URL_S3: storage } = cloud().environment;
  const headers = { authorization: 'AWS4-HMAC-SHA256 as any function' };
  const answers = await Promise.all(
    ['quarantine', 'files'].map((kind) =>
      fetch(`${storage}/${upload.fields.bucket}/${kind}/${office.accountId}/${fileId}`, { headers }),
    ),
  );
  return answers.map(({ status }) => status === 200);
};

const takeOver = ({ fileId }: { fileId: string }, { call }: Caller = office) =>
  call('POST', `/accounts/${office.accountId}/files/${fileId}/acceptance`);

describe('files', () => {
  it.each([
    ['picture', jpeg(2_000, 500), { contentType: 'image/jpeg', width: 1_024, height: 256 }],
    ['greeting', wav(3), { contentType: 'audio/wav', seconds: 3 }],
    ['greeting', mp3(3), { contentType: 'audio/mpeg' }],
  ])('D-10 C-51 are uploaded past the API, looked at, and kept: a %s', async (purpose, content, facts) => {
    const begun = await begin(purpose);
    expectRefused(await takeOver(begun), 'file-not-uploaded');
    const sent = await send(begun, content);
    expect([sent.status, sent.text]).toEqual([204, '']);
    expect(sent.headers.get('access-control-allow-origin')).toBe(cloud().consoleUrl);
    const taken = await takeOver(begun);
    expect([taken.status, taken.body]).toMatchObject([200, { fileId: begun.fileId, purpose, ...facts }]);
    expect((await takeOver(begun)).body).toEqual(taken.body);
    expect(await isStored(begun)).toEqual([false, true]);
  });

  it.each([
    ['a script in an SVG', 'picture', SVG_WITH_SCRIPT],
    ['a picture that is cut off', 'picture', png().subarray(0, 50)],
    ['an archive', 'greeting', Buffer.from('504b0304140000000800', 'hex')],
    ['a picture', 'greeting', png()],
  ])('that are not what they are for are refused, and gone from storage: %s', async (_, purpose, content) => {
    const begun = await begin(purpose);
    expect((await send(begun, content)).status).toBe(204);
    expect(await isStored(begun)).toEqual([true, false]);
    const refused = await takeOver(begun);
    expectRefused(refused, 'file-refused');
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([{ pointer: '/path/fileId', detail: expect.stringMatching(/^is /) }]);
    expectRefused(await takeOver(begun), 'not-found');
    expect(await isStored(begun)).toEqual([false, false]);
  });

  it('that are too large are refused by storage itself, and nothing of them is kept', async () => {
    const begun = await begin('picture');
    const sent = await send(begun, new Uint8Array(5 * 1024 * 1024 + 1));
    expect(sent.status).toBe(400);
    expect(sent.text).toContain('<Code>EntityTooLarge</Code>');
    expect((await send(begun, new Uint8Array(0))).text).toContain('<Code>EntityTooSmall</Code>');
    expectRefused(await takeOver(begun), 'file-not-uploaded');
    expect(await isStored(begun)).toEqual([false, false]);
  });

  it('go nowhere but where the form says', async () => {
    const [begun, other] = [await begin('picture'), await begin('picture')];
    const sent = await send(begun, png(), { key: other.upload.fields.key });
    expect([sent.status, sent.text]).toMatchObject([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
    expectRefused(await takeOver(other), 'file-not-uploaded');
  });

  it('are another’s, and another account’s, as if they were not there', async () => {
    const begun = await begin('picture');
    await send(begun, png());
    const [colleague, stranger] = await Promise.all([welcome(cloud(), office), openOffice(cloud())]);
    expectRefused(await takeOver(begun, colleague), 'not-found');
    expectRefused(await takeOver(begun, stranger), 'not-found');
    const theirs = `/accounts/${stranger.accountId}/files/${begun.fileId}/acceptance`;
    expectRefused(await stranger.call('POST', theirs), 'not-found');
    expect((await takeOver(begun)).status).toBe(200);
  });

  it('D-10 are seen by who may see the member who has them, and as nobody else’s', async () => {
    const begun = await begin('picture');
    await send(begun, png(20, 10));
    await takeOver(begun);
    const [agent, colleague] = await Promise.all([
      welcome(cloud(), office, { employee: { picture: begun.fileId } }),
      welcome(cloud(), office),
    ]);
    const path = `${agent.path}/files/${begun.fileId}`;
    for (const { call } of [office, agent]) {
      const { status, body } = await call('GET', path);
      expect([status, body.contentType]).toEqual([200, 'image/png']);
      const shown = await fetch(body.url);
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
    expectRefused(await colleague.call('GET', path), 'forbidden');
    expectRefused(await office.call('GET', `${colleague.path}/files/${begun.fileId}`), 'not-found');
    const stranger = await openOffice(cloud());
    expectRefused(await stranger.call('GET', path), 'not-found');
  });

  it('are begun by every member of the account, and again under one key as the same', async () => {
    const agent: Person = await welcome(cloud(), office);
    const path = `/accounts/${office.accountId}/files`;
    const key = { 'idempotency-key': 'picture-1' };
    const first = await agent.call('POST', path, { purpose: 'picture' }, key);
    const again = await agent.call('POST', path, { purpose: 'picture' }, key);
    expect([first.status, again.status, again.body.fileId]).toEqual([201, 201, first.body.fileId]);
    expectRefused(await agent.call('POST', path, { purpose: 'greeting' }, key), 'idempotency-key-reused');
    expectRefused(await agent.call('POST', path, { purpose: 'film' }), 'invalid-request');
  });
});
