import { expect } from 'vitest';
import { png, wav } from '../ports/file-samples.ts';
import { namedAssets, type World } from '../sections/field-values.ts';
import { hire } from './access/people.ts';
import type { Office } from './office.ts';

/** Makes the assets that field values name, as the office's administrator. */
export const furnishOffice = async ({ accountId, call }: Office): Promise<void> => {
  for (const { kind, key, more } of namedAssets()) {
    const path = `/accounts/${accountId}/assets/${kind}`;
    const { status, body } = await call('POST', path, { key, name: key, ...more });
    expect([status, body.type]).toEqual([201, undefined]);
  }
};

/** Uploads a file as the office's administrator, and has it taken over. */
export const uploadFile = async (
  { accountId, call }: Pick<Office, 'accountId' | 'call'>,
  purpose: 'picture' | 'greeting',
): Promise<string> => {
  const { body } = await call('POST', `/accounts/${accountId}/files`, { purpose });
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(body.upload.fields)) form.append(name, value);
  form.append('file', new Blob([Uint8Array.from(purpose === 'picture' ? png() : wav(2))]));
  expect((await fetch(body.upload.url, { method: 'POST', body: form })).status).toBe(204);
  const taken = await call('POST', `/accounts/${accountId}/files/${body.fileId}/acceptance`);
  expect(taken.status).toBe(200);
  return body.fileId;
};

/** All that field values refer to. */
export const worldOf = async (office: Office): Promise<World> => ({
  manager: (await hire(office)).userId,
  location: 'us-east-1',
  pictures: [await uploadFile(office, 'picture'), await uploadFile(office, 'picture')],
  greetings: [await uploadFile(office, 'greeting'), await uploadFile(office, 'greeting')],
});
