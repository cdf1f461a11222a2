import * as z from 'zod';
import { accessDenied, S3Error } from './errors.ts';
import { ALGORITHM, checkSignature } from './signature.ts';

/** As much of a POST policy as we use: what a field must be, what it must begin with, how long the file may be. */
const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()).refine((fields) => Object.keys(fields).length === 1),
    ]),
  ),
});

/** No condition has to name these. */
const FREE_FIELDS = new Set(['policy', 'x-amz-signature', 'file']);

const invalid = (why: string): S3Error => accessDenied(`Invalid according to Policy: ${why}`);

/** Throws where the length is not within the range that the policy gives. */
const checkLength = (bytes: number, least: number, most: number): void => {
  if (bytes > most) {
    throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: bytes,
      MaxSizeAllowed: most,
    });
  }
  if (bytes < least) {
    throw new S3Error(
      400,
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      { ProposedSize: bytes, MinSizeAllowed: least },
    );
  }
};

const readPolicy = (text: string) => {
  try {
    return policySchema.parse(JSON.parse(Buffer.from(text, 'base64').toString()));
  } catch {
    throw new S3Error(400, 'InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
  }
};

/** A form as it was sent: its fields, which S3 knows in any case, and how long the file is. */
export interface Form {
  /** By name, in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly bytes: number;
}

/** Throws unless the form is what a function has signed a policy for, and the policy's time is not over. */
export const checkForm = (
  { fields, bytes }: Form,
  bucket: string,
  keys: ReadonlyMap<string, string>,
  nowMilliseconds: number,
): void => {
  const field = (name: string): string => fields.get(name) ?? '';
  // Nobody may write without a policy.
  if (!fields.has('policy') || field('x-amz-algorithm') !== ALGORITHM) throw accessDenied();
  const signed = { credential: field('x-amz-credential'), signature: field('x-amz-signature') };
  checkSignature({ ...signed, text: field('policy') }, keys);
  const policy = readPolicy(field('policy'));
  if (nowMilliseconds >= Date.parse(policy.expiration)) throw invalid('Policy expired.');

  const named = new Set<string>();
  const check = (isExact: boolean, name: string, wanted: string): void => {
    const key = name.toLowerCase();
    named.add(key);
    // The address says which bucket it is.
    const given = key === 'bucket' ? bucket : field(key);
    const holds = isExact ? given === wanted : given.startsWith(wanted);
    if (!holds) {
      const condition = JSON.stringify([isExact ? 'eq' : 'starts-with', `$${name}`, wanted]);
      throw invalid(`Policy Condition failed: ${condition}`);
    }
  };
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, wanted] of Object.entries(condition)) check(true, name, wanted);
    } else if (condition[0] !== 'content-length-range') {
      check(condition[0] === 'eq', condition[1].slice(1), condition[2]);
    }
  }
  const extra = [...fields.keys()].find((name) => !FREE_FIELDS.has(name) && !named.has(name));
  if (extra !== undefined) throw invalid(`Extra input fields: ${extra}`);
  for (const condition of policy.conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      checkLength(bytes, condition[1], condition[2]);
    }
  }
};
