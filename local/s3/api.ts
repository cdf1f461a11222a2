import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Context, Hono } from 'hono';
import type { HttpEnvironment } from '../door.ts';
import type { LocalBucket } from './bucket.ts';
import { accessDenied, S3Error, toXml } from './errors.ts';
import { checkForm } from './policy.ts';
import { ALGORITHM, checkAddress } from './signature.ts';
import type { ObjectStore } from './store.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;
/** What S3 calls bytes of which nobody has said what they are. */
const ANYTHING = 'binary/octet-stream';

export interface S3Options {
  readonly buckets: readonly LocalBucket[];
  readonly store: ObjectStore;
  /** The secret of each access key, by its id. */
  readonly keys: ReadonlyMap<string, string>;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

const etagOf = (body: Uint8Array): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** Throws unless whoever calls has signed, or has an address that a function has signed. */
const checkCaller = (c: Context<HttpEnvironment>, { keys, now = Date.now }: S3Options): void => {
  // Who signed does not matter here; but a page in the browser cannot send this header to another origin unasked.
  if (c.req.header('authorization')?.startsWith(`${ALGORITHM} `)) return;
  const url = new URL(c.req.url);
  if (!url.searchParams.has('X-Amz-Signature')) throw accessDenied();
  checkAddress({ method: c.req.method, url, host: c.req.header('host') ?? '' }, keys, now());
};

/** A form's fields up to the file, which comes last: S3 looks at nothing that follows. */
const readForm = async (c: Context<HttpEnvironment>) => {
  const fields = new Map<string, string>();
  for (const [name, value] of await c.req.formData()) {
    if (typeof value !== 'string') return { fields, body: new Uint8Array(await value.arrayBuffer()) };
    fields.set(name.toLowerCase(), value);
  }
  throw new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
};

const post = async (c: Context<HttpEnvironment>, bucket: string, options: S3Options): Promise<Response> => {
  const { store, keys, now = Date.now } = options;
  const { fields, body } = await readForm(c);
  checkForm({ fields, bytes: body.length }, bucket, keys, now());
  const key = fields.get('key') ?? '';
  store.put(bucket, key, { body, contentType: ANYTHING, modifiedAtMilliseconds: now() });
  return c.body(null, 204, { etag: etagOf(body) });
};

const put = async (
  c: Context<HttpEnvironment>,
  place: readonly [bucket: string, key: string],
  { store, now = Date.now }: S3Options,
): Promise<Response> => {
  if (c.req.header('content-encoding') === 'aws-chunked') {
    throw new S3Error(501, 'NotImplemented', 'Bodies in signed chunks are not hosted');
  }
  const body = new Uint8Array(await c.req.arrayBuffer());
  const checksum = c.req.header('x-amz-checksum-crc32');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  if (checksum !== undefined && checksum !== sum.toString('base64')) {
    throw new S3Error(400, 'BadDigest', 'The CRC32 you specified did not match the calculated checksum.');
  }
  const contentType = c.req.header('content-type') ?? ANYTHING;
  store.put(...place, { body, contentType, modifiedAtMilliseconds: now() });
  return c.body(null, 200, { etag: etagOf(body) });
};

const get = (
  c: Context<HttpEnvironment>,
  place: readonly [bucket: string, key: string],
  { store }: S3Options,
): Response => {
  const found = store.get(...place);
  // Whoever may not list the bucket, as no function may, is not told that there is nothing.
  if (found === undefined) throw accessDenied();
  const disposition = c.req.query('response-content-disposition');
  return c.body(Uint8Array.from(found.body).buffer, 200, {
    'content-type': c.req.query('response-content-type') ?? found.contentType,
    'content-length': String(found.body.length),
    'last-modified': new Date(found.modifiedAtMilliseconds).toUTCString(),
    etag: etagOf(found.body),
    ...(disposition !== undefined && { 'content-disposition': disposition }),
  });
};

/** The calls of S3 that Rollcall makes, and those that browsers make with what it has signed; buckets in the path. */
export const createS3 = (options: S3Options): Hono<HttpEnvironment> => {
  const { buckets, store, now = Date.now } = options;

  const bucketOf = (name: string): LocalBucket => {
    const found = buckets.find((bucket) => bucket.name === name);
    if (found === undefined) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
    // A lifecycle's day ends when somebody looks: nobody can tell the difference.
    for (const { prefix, days } of found.expirations)
      store.expire(name, prefix, now() - days * DAY_MILLISECONDS);
    return found;
  };

  const answer = async (c: Context<HttpEnvironment>, bucket: LocalBucket, key: string): Promise<Response> => {
    const { method } = c.req;
    if (method === 'POST' && key === '') return post(c, bucket.name, options);
    checkCaller(c, options);
    const place = [bucket.name, key] as const;
    if (method === 'PUT' && key !== '') return put(c, place, options);
    if (method === 'GET' && key !== '') return get(c, place, options);
    if (method !== 'DELETE' || key === '') {
      throw new S3Error(
        405,
        'MethodNotAllowed',
        'The specified method is not allowed against this resource.',
      );
    }
    store.remove(...place);
    return c.body(null, 204);
  };

  const app = new Hono<HttpEnvironment>();
  app.onError((error, c) => {
    if (!(error instanceof S3Error)) throw error;
    return c.body(toXml(error), error.status, { 'content-type': 'application/xml' });
  });
  app.all('*', async (c) => {
    const [, name = '', ...rest] = new URL(c.req.url).pathname.split('/');
    const bucket = bucketOf(decodeURIComponent(name));
    const origin = c.req.header('origin');
    if (c.req.method === 'OPTIONS') {
      const headers = bucket.corsHeaders(origin, c.req.header('access-control-request-method') ?? '');
      if (headers === undefined)
        throw new S3Error(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
      return c.body(null, 200, headers);
    }
    const headers = bucket.corsHeaders(origin, c.req.method) ?? {};
    // Set first, so that a refusal has them too.
    for (const [header, value] of Object.entries(headers)) c.header(header, value);
    return answer(c, bucket, decodeURIComponent(rest.join('/')));
  });
  return app;
};
