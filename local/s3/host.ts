import type { Hono } from 'hono';
import type { HttpEnvironment } from '../door.ts';
import { ACCESS_KEY } from '../lambda/from-template.ts';
import type { Home } from '../template/home.ts';
import { createS3 } from './api.ts';
import { readBucket } from './bucket.ts';
import { openObjectStore } from './store.ts';

/** The buckets of the template. Where their rules name the console, they mean the one at `consoleUrl`. */
export const hostBuckets = (
  home: Home,
  { databasePath, consoleUrl }: { databasePath: string; consoleUrl: string },
): { readonly app: Hono<HttpEnvironment>; readonly stop: () => void } => {
  const deployed = home
    .all('AWS::Lambda::Function')
    .flatMap(({ properties }) => properties.Environment.Variables.CONSOLE_URL ?? []);
  const consoles = new Map(deployed.map((url) => [new URL(url).origin, consoleUrl]));
  const store = openObjectStore(databasePath);
  const buckets = home.all('AWS::S3::Bucket').map((bucket) => readBucket(bucket, consoles));
  const app = createS3({ buckets, store, keys: new Map([[ACCESS_KEY.id, ACCESS_KEY.secret]]) });
  return { app, stop: store.close };
};
