import { asset } from '../../core/domain/asset.ts';
import { newId } from '../../core/domain/ids.ts';
import type { Ports, Stamp } from '../../core/usecases/ports.ts';
import { namedAssets, type World } from './field-values.ts';

/** Gives an account the assets that field values name. */
export const furnish = async (
  ports: Pick<Ports, 'assets'>,
  accountId: string,
  stamp: Stamp,
): Promise<void> => {
  for (const { kind, key, more } of namedAssets()) {
    const made = {
      accountId,
      kind,
      key,
      name: key,
      archived: false,
      version: 1,
      createdAt: stamp.at,
      ...more,
    };
    await ports.assets.create(asset.parse(made), stamp);
  }
};

const CONTENTS = {
  picture: { contentType: 'image/png', bytes: 100, width: 10, height: 10 },
  greeting: { contentType: 'audio/wav', bytes: 100, seconds: 2 },
};

/** A file that this user has uploaded, and that has been found good. */
const uploaded = async (
  { files }: Pick<Ports, 'files'>,
  accountId: string,
  purpose: 'picture' | 'greeting',
  stamp: Stamp,
): Promise<string> => {
  const fileId = newId('file');
  const due = '2099-01-01T00:00:00.000Z';
  const file = {
    accountId,
    fileId,
    purpose,
    state: 'uploading' as const,
    uploadedBy: stamp.by,
    createdAt: stamp.at,
  };
  await files.create(file, due, stamp);
  await files.accept({ accountId, fileId }, CONTENTS[purpose], due, stamp);
  return fileId;
};

/** All that field values refer to, with files that this user has uploaded. */
export const worldFor = async (
  ports: Pick<Ports, 'files'>,
  { accountId, manager, location }: { accountId: string; manager: string; location: string },
  stamp: Stamp,
): Promise<World> => ({
  manager,
  location,
  pictures: [
    await uploaded(ports, accountId, 'picture', stamp),
    await uploaded(ports, accountId, 'picture', stamp),
  ],
  greetings: [
    await uploaded(ports, accountId, 'greeting', stamp),
    await uploaded(ports, accountId, 'greeting', stamp),
  ],
});
