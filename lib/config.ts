import { readFileSync } from 'node:fs';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import * as z from 'zod';
import { help } from '../core/contract/help.ts';
import { MOST_LOCATIONS_BYTES } from '../core/contract/locations.ts';
import { MOST_PRICE_LIST_BYTES, priceList } from '../core/contract/price-list.ts';
import { isWebAddress } from '../core/contract/web-address.ts';
import { locationsEnvironment } from './locations-environment.ts';
import { mailRegionsOf } from './mail-regions.ts';

const REGIONS = new Set(RegionInfo.regions.map(({ name }) => name));

const region = z.string().refine((name) => REGIONS.has(name), 'must be an AWS region, such as eu-west-1');

const location = z.strictObject({
  region,
  /** What people see when they choose a location. */
  label: z.string().trim().min(1).max(60),
  /** Where the region is, in degrees: the nearest location is proposed first (B-7). */
  coordinates: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  /** The host a member's softphone registers with. */
  signallingHost: z.hostname('must be a host name'),
});

const oneOf = new Intl.ListFormat('en', { type: 'disjunction' });

const configuration = z
  .strictObject({
    /** Part of every name, so that several deployments fit in one AWS account. */
    stage: z
      .string()
      .regex(/^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$/, 'must be up to 20 characters of a-z, 0-9 and -'),
    /** Where the table is written, and where the user pool and all background work live. */
    homeRegion: region,
    /** Where the console is served: invitations lead there. */
    consoleUrl: z
      .string()
      .refine(isWebAddress, 'must be an https URL (http on localhost only), without query and fragment'),
    /** Serves the console at `consoleUrl` from S3 and CloudFront. Left out where somebody else serves it. */
    hosting: z
      .strictObject({
        /**
         * The certificate of the host in `consoleUrl`, in us-east-1, as CloudFront asks for it. Without one the console is
         * at an address of CloudFront's own, which the first deployment tells (docs/runbook.md).
         */
        certificateArn: z
          .string()
          .regex(
            /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/,
            'must be the ARN of an ACM certificate in us-east-1',
          )
          .optional(),
      })
      .optional(),
    /**
     * The sender of all mail: its domain must be a verified SES identity in that region, which Cognito in the home
     * region must be able to send from.
     */
    mail: z.strictObject({
      from: z.email('must be an email address'),
      replyTo: z.email('must be an email address').optional(),
      region,
    }),
    locations: z
      .array(location)
      .min(1)
      .refine(
        (list) => Buffer.byteLength(locationsEnvironment(list).LOCATIONS) <= MOST_LOCATIONS_BYTES,
        `must be at most ${MOST_LOCATIONS_BYTES / 1024} KB as JSON: they are part of the environment of functions`,
      ),
    /** Where people find help (A-21); all of it may be left out. */
    help: z.custom<z.input<typeof help>>().pipe(help).default({}),
    /** The plans an account can have: which license kinds, how many seats of each, and what one costs a month. */
    billing: z
      .custom<z.input<typeof priceList>>()
      .pipe(priceList)
      .refine(
        (list) => Buffer.byteLength(JSON.stringify(list)) <= MOST_PRICE_LIST_BYTES,
        `must be at most ${MOST_PRICE_LIST_BYTES / 1024} KB as JSON: it is part of the environment of functions`,
      ),
  })
  .superRefine(({ homeRegion, consoleUrl, hosting, mail, locations }, context) => {
    // A wrong address has been told already.
    if (hosting !== undefined && isWebAddress(consoleUrl) && new URL(consoleUrl).pathname !== '/') {
      context.addIssue({
        code: 'custom',
        path: ['consoleUrl'],
        message: 'must have no path: what `hosting` serves is at the root of its host',
      });
    }
    const regions = locations.map((one) => one.region);
    if (!regions.includes(homeRegion)) {
      context.addIssue({ code: 'custom', path: ['homeRegion'], message: 'must be one of the locations' });
    }
    // A region too new for the list is left to CloudFormation to judge.
    const mailRegions = mailRegionsOf(homeRegion) ?? [mail.region];
    if (!mailRegions.includes(mail.region)) {
      context.addIssue({
        code: 'custom',
        path: ['mail', 'region'],
        message: `must be ${oneOf.format(mailRegions)}: Cognito in ${homeRegion} sends through SES nowhere else`,
      });
    }
    for (const [index, name] of regions.entries()) {
      if (regions.indexOf(name) === index) continue;
      context.addIssue({
        code: 'custom',
        path: ['locations', index, 'region'],
        message: `must be unique: ${name} is there already`,
      });
    }
  });

/** One deployment of Rollcall. */
export type Configuration = z.infer<typeof configuration>;

/** The domain that mail is sent from: an identity of SES's, verified by the operator. */
export const mailDomain = ({ from }: Configuration['mail']): string => from.slice(from.lastIndexOf('@') + 1);

/** What is wrong with the configuration, in one line that names the faulty values. */
export class ConfigurationError extends Error {}

const contextOf = (file: string): Record<string, unknown> => {
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
      throw new ConfigurationError(`${file}: ${reason}`, { cause: error });
    }
  };
  const parsed = z.object({ context: z.record(z.string(), z.unknown()) }).safeParse(read());
  if (!parsed.success) throw new ConfigurationError(`${file}: context: must be an object`);
  return parsed.data.context;
};

const faultOf = (issue: z.core.$ZodIssue): string => {
  const at = ['context', 'rollcall', ...issue.path].join('.');
  if (issue.code === 'unrecognized_keys') return `${at}: does not know ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type') {
    return `${at}: ${issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`}`;
  }
  return `${at}: ${issue.message}`;
};

/**
 * Reads cdk.json: the whole context for CDK, and Rollcall's own part of it, checked.
 * Throws `ConfigurationError`.
 */
export const readConfiguration = (
  file: string,
): { context: Record<string, unknown>; configuration: Configuration } => {
  const context = contextOf(file);
  const parsed = configuration.safeParse(context.rollcall, { reportInput: true });
  if (!parsed.success) {
    throw new ConfigurationError(`${file}: ${parsed.error.issues.map(faultOf).join('; ')}`);
  }
  return { context, configuration: parsed.data };
};
