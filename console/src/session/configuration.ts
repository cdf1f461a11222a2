import type { ConsoleConfiguration } from '../../../core/contract/console.ts';

/** What the console is told about its deployment. */
export type Configuration = ConsoleConfiguration;

/** The configuration is not there, or not what it should be: whoever deployed the console has to mend it. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured';
}

const NAMES = ['apiUrl', 'userPoolId', 'clientId', 'userPoolEndpoint', 'region'] as const;
const ADDRESSES: readonly string[] = ['apiUrl', 'userPoolEndpoint'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const faultOf = (name: string, value: unknown): string | undefined => {
  if (typeof value !== 'string' || value === '') return `${name} is missing`;
  return ADDRESSES.includes(name) && !URL.canParse(value) ? `${name} is no address` : undefined;
};

const textsOf = (json: unknown): Record<(typeof NAMES)[number], string> => {
  const given = isRecord(json) ? json : {};
  const faults = NAMES.flatMap((name) => faultOf(name, given[name]) ?? []);
  if (faults.length > 0) throw new Misconfigured(`/config.json: ${faults.join('; ')}`);
  const text = (name: string): string => String(given[name]);
  return {
    apiUrl: text('apiUrl').replace(/\/$/, ''),
    userPoolId: text('userPoolId'),
    clientId: text('clientId'),
    userPoolEndpoint: text('userPoolEndpoint'),
    region: text('region'),
  };
};

/** Reads `/config.json`. Throws `Misconfigured`, or what `fetch` throws when nothing answers. */
export const readConfiguration = async (): Promise<Configuration> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Misconfigured(`/config.json: ${response.status}`);
  const json: unknown = await response.json().catch(() => undefined);
  if (json === undefined) throw new Misconfigured('/config.json: is not JSON');
  return textsOf(json);
};
