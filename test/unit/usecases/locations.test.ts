import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../../core/domain/errors.ts';
import { listLocations } from '../../../core/usecases/list-locations.ts';
import { nameLocations } from '../../../core/usecases/name-locations.ts';
import { proposeLoginId } from '../../../core/usecases/propose-login-id.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { LOCATIONS } from '../../ports/locations.ts';
import { given, request, stampAt } from '../../ports/samples.ts';

const apiUrls = { 'us-east-1': 'https://one.example', 'eu-west-1': 'https://two.example' };

describe('B-7 the locations', () => {
  const regionsFor = async (where: Parameters<ReturnType<typeof listLocations>>[0]) =>
    (await listLocations(inMemory().ports, LOCATIONS)(where)).map(({ region, distanceKm }) => [
      region,
      distanceKm,
    ]);

  it('come nearest first, by degrees or by time zone', async () => {
    expect(await regionsFor({ latitude: 48.9, longitude: 2.4 })).toEqual([
      ['eu-west-1', expect.any(Number)],
      ['us-east-1', expect.any(Number)],
    ]);
    expect((await regionsFor({ timeZone: 'Europe/Kiev' }))[0]?.[0]).toBe('eu-west-1');
    expect((await regionsFor({ timeZone: 'US/Central' }))[0]?.[0]).toBe('us-east-1');
  });

  it('come as they are configured where nobody says, or by a zone that is no place', async () => {
    const asConfigured = LOCATIONS.map(({ region }) => [region, undefined]);
    expect(await regionsFor({})).toEqual(asConfigured);
    expect(await regionsFor({ timeZone: 'Etc/UTC' })).toEqual(asConfigured);
  });

  it('have the address of their API once it is told, however often', async () => {
    const { ports } = inMemory();
    const list = () => listLocations(ports, LOCATIONS)({});
    expect((await list()).map(({ apiUrl }) => apiUrl)).toEqual([undefined, undefined]);
    const name = nameLocations(ports, LOCATIONS);
    for (let time = 0; time < 2; time += 1) {
      expect(await name(apiUrls, stampAt())).toEqual({
        items: [
          { region: 'us-east-1', apiUrl: 'https://one.example' },
          { region: 'eu-west-1', apiUrl: 'https://two.example' },
        ],
      });
    }
    expect((await list()).map(({ apiUrl }) => apiUrl)).toEqual(Object.values(apiUrls));
    const fewer = LOCATIONS.slice(0, 1);
    await nameLocations(ports, fewer)({ 'us-east-1': 'https://one.example' }, stampAt());
    expect(await ports.locations.apiUrls()).toEqual({ 'us-east-1': 'https://one.example' });
  });

  it('are told all together and no others, or nothing changes', async () => {
    const { ports } = inMemory();
    await nameLocations(ports, LOCATIONS)(apiUrls, stampAt());
    const refusal = await nameLocations(ports, LOCATIONS)(
      { 'us-east-1': 'https://new.example', 'eu-south-1': 'https://three.example' },
      stampAt(),
    ).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRequest);
    expect(refusal).toMatchObject({
      faults: [{ pointer: '/apiUrls/eu-south-1' }, { pointer: '/apiUrls/eu-west-1' }],
    });
    expect(await ports.locations.apiUrls()).toEqual(apiUrls);
  });
});

describe('C-48 the proposal of a login ID', () => {
  it('C-49 is the closest that nobody has, not even somebody on their way in', async () => {
    const { ports, database } = inMemory();
    const propose = () => proposeLoginId(ports)('Ada', 'Lovelace');
    expect(await propose()).toBe('ada.lovelace');
    const { profile } = request();
    await given(ports).run(undefined, request({ profile: { ...profile, loginId: 'ada.lovelace' } }));
    expect(await propose()).toBe('alovelace');
    for (const taken of ['alovelace', 'a.lovelace', 'adalovelace', 'lovelace.ada', 'ada.lovelace2'])
      database.loginIds.set(taken, 'usr_x');
    expect(await propose()).toBe('ada.lovelace3');
    for (let number = 3; number < 100; number += 1) database.loginIds.set(`ada.lovelace${number}`, 'usr_x');
    expect(await propose()).toMatch(/^ada\.lovelace\d{3}$/);
  });

  it('asks to try again when none is free', async () => {
    const { ports } = inMemory();
    const full = { users: { ...ports.users, takenLoginIds: async (all: readonly string[]) => new Set(all) } };
    await expect(proposeLoginId(full)('Ada', 'Lovelace')).rejects.toMatchObject({ code: 'busy' });
  });
});
