import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration } from '../../lib/config.ts';
import { locationStackName } from '../../lib/names.ts';
import { callerOf, type Office, openOffice } from './office.ts';
import { operatorCommand } from './operator-command.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();
const { configuration } = readConfiguration('cdk.json');
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const configured = () =>
  configuration.locations.map(({ region, label, signallingHost }) => ({
    region,
    label,
    signallingHost,
    apiUrl: cloud().apiUrl,
  }));

const regionsFor = async (query: string) => {
  const { status, body } = await office.call('GET', `/locations?${query}`);
  expect([status, body.type]).toEqual([200, undefined]);
  return body.items.map(({ region }: { region: string }) => region);
};

describe('B-7 locations', () => {
  it('are told as they are configured, with the address of the API of each', async () => {
    expect(await office.call('GET', '/locations')).toMatchObject({
      status: 200,
      body: { items: configured() },
    });
    expect((await office.call('GET', '/locations?timeZone=Etc%2FUTC')).body.items).toEqual(configured());
  });

  it('are told nearest first, by degrees or by time zone', async () => {
    const sydney = ['ap-southeast-2', 'us-east-1', 'eu-west-1'];
    expect(await regionsFor('latitude=-37.8&longitude=144.96')).toEqual(sydney);
    expect(await regionsFor('timeZone=Australia%2FMelbourne')).toEqual(sydney);
    expect(await regionsFor('timeZone=Europe%2FKiev')).toEqual(['eu-west-1', 'us-east-1', 'ap-southeast-2']);
    const { body } = await office.call('GET', '/locations?latitude=38.95&longitude=-77.45');
    expect(body.items[0]).toEqual({ ...configured()[0], distanceKm: 0 });
  });

  it('are not guessed from what cannot be: every fault is told, with where it is', async () => {
    const { status, body } = await office.call('GET', '/locations?latitude=91&timeZone=Mars%2FOlympus');
    expect([status, body.errors]).toEqual([
      400,
      [
        { pointer: '/query/latitude', detail: 'must be a number of degrees from -90 to 90' },
        { pointer: '/query/timeZone', detail: 'must be an IANA time zone such as America/Chicago' },
        { pointer: '/query/longitude', detail: 'is required along with latitude' },
        { pointer: '/query/timeZone', detail: expect.stringContaining('one or the other') },
      ],
    ]);
  });

  it('decide which API and which signalling host a session is to use', async () => {
    const { body } = await office.call('GET', '/me');
    expect(body.memberships).toMatchObject([{ location: 'us-east-1', server: configured()[0] }]);
  });

  it('are named from what a deployment puts out: all of them, or nothing changes', async () => {
    const locations = operatorCommand('bin/locations.ts', cloud);
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-outputs-'));
    const fileWith = (regions: readonly string[]) => {
      const stacks = regions.map((region) => [
        locationStackName(configuration.stage, region),
        // As API Gateway has it: with a slash at the end.
        { ApiUrl: `${cloud().apiUrl}/` },
      ]);
      const file = join(folder, `${regions.length}.json`);
      writeFileSync(file, JSON.stringify(Object.fromEntries(stacks)));
      return file;
    };
    const regions = configuration.locations.map(({ region }) => region);
    expect(await locations([fileWith(regions)])).toEqual({
      code: 0,
      stderr: '',
      stdout: regions.map((region) => `${region}  ${cloud().apiUrl}\n`).join(''),
    });
    expect(await locations([fileWith(regions.slice(1))])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'us-east-1: is required, as for every configured location\n',
    });
    expect((await office.call('GET', '/locations')).body.items).toEqual(configured());
  });
});

describe('A-21 help', () => {
  it('is told to everybody, as it is configured', async () => {
    const { status, body } = await callerOf(cloud())('GET', '/help');
    expect([status, body]).toEqual([200, configuration.help]);
  });
});
