import { join } from 'node:path';
import * as z from 'zod';
import { namedLocations } from '../core/contract/locations.ts';
import { readConfiguration } from '../lib/config.ts';
import { functionName } from '../lib/names.ts';
import { PROJECT_ROOT } from './project.ts';

interface Hosted {
  readonly apiUrl: string;
  readonly functionNames: readonly string[];
  readonly invoke: (functionName: string, payload: unknown) => Promise<unknown>;
}

/**
 * Tells Rollcall where its APIs are, as `npm run deploy` does: the addresses of all locations lead to the one API there
 * is here. An app that has no function for it is not Rollcall, and needs none of it.
 */
export const nameLocations = async ({ apiUrl, functionNames, invoke }: Hosted): Promise<void> => {
  const { stage, locations } = readConfiguration(join(PROJECT_ROOT, 'cdk.json')).configuration;
  const name = functionName(stage, 'nameLocations');
  if (!functionNames.includes(name)) return;
  const apiUrls = Object.fromEntries(locations.map(({ region }) => [region, apiUrl]));
  z.parse(namedLocations, await invoke(name, { apiUrls }));
};
