import { randomUUID } from 'node:crypto';
import type { Home } from '../template/home.ts';
import { readPattern } from './pattern.ts';

/** What a service of AWS tells the default bus. */
export interface ServiceEvent {
  readonly source: string;
  readonly 'detail-type': string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Hosts the rules of the default event bus: each event goes to the targets of every rule that it matches. Throws for a
 * pattern it could not keep.
 */
export const hostRules = (
  home: Home,
  invoke: (functionArn: string, event: string) => Promise<void>,
): ((event: ServiceEvent) => void) => {
  const rules = home.all('AWS::Events::Rule').map(({ properties }) => ({
    matches: readPattern(properties.EventPattern),
    isEnabled: properties.State === 'ENABLED',
    targets: properties.Targets.map(({ Arn }) => Arn),
  }));
  return (told) => {
    const time = `${new Date().toISOString().slice(0, 19)}Z`;
    const event = { version: '0', id: randomUUID(), account: home.account, time, ...told };
    for (const { matches, isEnabled, targets } of rules) {
      if (!isEnabled || !matches(event)) continue;
      for (const target of targets) void invoke(target, JSON.stringify(event));
    }
  };
};
