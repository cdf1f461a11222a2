import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { accessDenied, S3Error, signatureDoesNotMatch } from './errors.ts';

/**
 * What a browser brings was signed by a function, and must be as the function signed it: so these signatures are checked in
 * full (AWS Signature Version 4), unlike those of the SDK's own calls.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export const ALGORITHM = 'AWS4-HMAC-SHA256';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** `{key id}/{date}/{region}/s3/aws4_request` */
const scopeOf = (credential: string): { id: string; scope: readonly string[] } => {
  const [id = '', ...scope] = credential.split('/');
  if (scope.length !== 4 || scope[2] !== 's3') throw signatureDoesNotMatch();
  return { id, scope };
};

/** Throws unless the text was signed with the key of these credentials. */
export const checkSignature = (
  { credential, signature, text }: { credential: string; signature: string; text: string },
  keys: ReadonlyMap<string, string>,
): void => {
  const { id, scope } = scopeOf(credential);
  const secret = keys.get(id);
  if (secret === undefined) {
    throw new S3Error(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  const key = scope.reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${secret}`);
  const expected = hmac(key, text);
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw signatureDoesNotMatch();
};

/** `20260102T030405Z` as milliseconds since 1970. */
const momentOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Throws unless this is an address that a function has signed, and its time is not over. */
export const checkAddress = (
  { method, url, host }: { method: string; url: URL; host: string },
  keys: ReadonlyMap<string, string>,
  nowMilliseconds: number,
): void => {
  const query = url.searchParams;
  const date = query.get('X-Amz-Date') ?? '';
  const credential = query.get('X-Amz-Credential') ?? '';
  if (query.get('X-Amz-Algorithm') !== ALGORITHM || query.get('X-Amz-SignedHeaders') !== 'host') {
    throw accessDenied();
  }
  const expires = momentOf(date) + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(nowMilliseconds < expires)) throw accessDenied('Request has expired');
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const request = [method, url.pathname, canonicalQuery, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'];
  const hash = createHash('sha256').update(request.join('\n')).digest('hex');
  const text = [ALGORITHM, date, credential.split('/').slice(1).join('/'), hash].join('\n');
  checkSignature({ credential, signature: query.get('X-Amz-Signature') ?? '', text }, keys);
};
