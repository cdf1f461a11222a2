import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../lib/config.ts';
import { COLUMN_NAMES } from '../../local/demo/columns.ts';
import { batches } from '../../local/demo/onboard.ts';
import { parseRoster, RosterError } from '../../local/demo/roster.ts';

const ROOT = join(import.meta.dirname, '../..');
const sample = parseRoster(readFileSync(join(ROOT, 'examples/roster.csv'), 'utf8'), 'roster.csv');

const RIGHT: Record<string, string> = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  login_id: 'ada.example',
  location: 'us-east-1',
  licenses: 'lmp',
  role: 'call-agent',
  expected: 'invited',
};

const lineFor = (cells: Record<string, string>): string =>
  COLUMN_NAMES.map((name) => `"${(cells[name] ?? '').replaceAll('"', '""')}"`).join(',');

/** A roster of rows that are right but for the cells given. */
const rosterOf = (...rows: Record<string, string>[]): string =>
  [COLUMN_NAMES.join(','), ...rows.map((cells) => lineFor({ ...RIGHT, ...cells }))].join('\n');

/** Every line of the error that a roster is refused with. */
const faultsOf = (csv: string): readonly string[] => {
  try {
    parseRoster(csv, 'roster.csv');
  } catch (error) {
    if (error instanceof RosterError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('a roster row', () => {
  it('becomes the onboarding request with one section per step', () => {
    const [row] = parseRoster(
      rosterOf({
        send_invitation: 'no',
        licenses: 'lmp; dialer',
        title: 'Agent',
        external_links: 'CRM=https://crm.example.com/?id=1;Pay=https://pay.example.com/',
        grants: 'search-users;export-leads',
        mass_email: 'yes',
        mass_email_daily_limit: '50',
        first_daily_attempts: '10',
        second_daily_attempts: '5',
        record_inbound_percent: '100',
        record_outbound_percent: '0',
        allowed_networks: '203.0.113.0/24;2001:db8::/32',
        campaigns: 'spring',
        initiatives: 'east',
        queues: 'support-en;overflow',
        expected: 'active',
      }),
      'roster.csv',
    );
    expect(row).toEqual({
      line: 2,
      expected: 'active',
      sections: {
        profile: {
          email: 'ada@example.com',
          loginId: 'ada.example',
          firstName: 'Ada',
          lastName: 'Example',
          language: 'en',
          location: 'us-east-1',
          folderId: 'fld_root',
          sendInvitation: false,
        },
        licenses: { kinds: ['lmp', 'dialer'] },
        employee: {
          title: 'Agent',
          externalLinks: [
            { service: 'CRM', url: 'https://crm.example.com/?id=1' },
            { service: 'Pay', url: 'https://pay.example.com/' },
          ],
        },
        permissions: {
          role: 'call-agent',
          grants: ['search-users', 'export-leads'],
          groups: [],
        },
        messaging: { massEmail: { enabled: true, dailyLimit: 50 }, massFax: { enabled: false } },
        dialing: {
          firstDailyAttempts: 10,
          secondDailyAttempts: 5,
          callRecording: { inboundPercent: 100, outboundPercent: 0, campaigns: [] },
        },
        access: { allowedNetworks: ['203.0.113.0/24', '2001:db8::/32'] },
        work: {
          campaigns: ['spring'],
          dialerInitiatives: ['east'],
          queues: ['support-en', 'overflow'],
          trackingNumbers: [],
          smartRouters: [],
          agentGroups: [],
        },
      },
    });
  });

  it('A-27 leaves out a section whose cells are all empty, so that its step is skipped', () => {
    const [row] = parseRoster(rosterOf({}), 'roster.csv');
    expect(Object.keys(row?.sections ?? {})).toEqual(['profile', 'licenses', 'permissions']);
  });

  it('corrects the whole section of the corrected cell, and nothing else', () => {
    const [row] = parseRoster(
      rosterOf({ licenses: 'lmp;fax', expected: 'parked-then-invited', correction: 'licenses=lmp;dialer' }),
      'roster.csv',
    );
    expect(row?.sections.licenses).toEqual({ kinds: ['lmp', 'fax'] });
    expect(row?.correction).toEqual({ licenses: { kinds: ['lmp', 'dialer'] } });
  });

  it('may be spread over lines by a quoted cell, and a byte order mark does no harm', () => {
    const rows = parseRoster(`\uFEFF${rosterOf({ title: 'Agent, with "quotes"\n' }, {})}`, 'roster.csv');
    expect(rows[0]?.sections.employee?.title).toBe('Agent, with "quotes"');
    expect(rows).toHaveLength(2);
  });
});

describe('a bad roster', () => {
  it.each([
    [{ email: 'ada at example' }, 'line 2, column email: must be an email address'],
    [{ email: '' }, 'line 2, column email: is required'],
    [{ login_id: 'Ada Example' }, 'line 2, column login_id: must be 3 to 64 letters, digits'],
    [{ phone: '555-0100' }, 'line 2, column phone: must be a phone number with its country'],
    [{ send_invitation: 'maybe' }, 'line 2, column send_invitation: must be yes or no'],
    [{ licenses: 'dialer' }, 'line 2, column licenses: must hold the base license lmp'],
    [{ licenses: 'lmp;gold' }, 'line 2, column licenses: must be one of lmp, dialer'],
    [{ external_links: 'crm.example.com' }, 'line 2, column external_links: must be service=address'],
    [{ role: 'king' }, 'line 2, column role: must be a built-in role or the id of a role'],
    [{ mass_email_daily_limit: '5' }, 'line 2, column mass_email: is required'],
    [{ first_daily_attempts: 'ten', second_daily_attempts: '5' }, 'column first_daily_attempts: must be'],
    [{ record_inbound_percent: '50' }, 'line 2, column record_outbound_percent: is required'],
    [{ allowed_networks: '203.0.113.0/24;10.0.0.300/8' }, 'column allowed_networks: must be an IPv4 or IPv6'],
    [{ queues: 'support;support' }, 'line 2, column queues: names support twice'],
    [{ expected: 'fine' }, 'line 2, column expected: must be one of invited, active, deactivated'],
    [{ correction: 'licenses=lmp' }, 'line 2, column correction: belongs to parked-then-invited'],
    [{ expected: 'parked-then-invited' }, 'line 2, column correction: belongs to parked-then-invited'],
    [
      { expected: 'parked-then-invited', correction: 'shoes=red' },
      'line 2, column correction: must be column=cell',
    ],
    [
      { expected: 'parked-then-invited', correction: 'licenses=gold' },
      'line 2, column licenses: must be one of lmp, dialer, voip, email, fax, desktop, once corrected',
    ],
  ])('is refused with line and column: %o', (cells, fault) => {
    expect(faultsOf(rosterOf(cells)).join('\n')).toContain(fault);
  });

  it('is refused with all of its faults at once, each with its own line', () => {
    expect(faultsOf(rosterOf({ email: 'x' }, {}, { licenses: '', location: '' }))).toEqual([
      'roster.csv: line 2, column email: must be an email address',
      'roster.csv: line 4, column location: is required',
      'roster.csv: line 4, column licenses: is required',
    ]);
  });

  it('is refused when a column is missing, unknown, or there twice', () => {
    const columns = [...COLUMN_NAMES.filter((name) => name !== 'email'), 'shoe_size', 'role'];
    expect(faultsOf(columns.join(','))).toEqual([
      'roster.csv: line 1: the column email is missing',
      'roster.csv: line 1: no column is called shoe_size',
      'roster.csv: line 1: the column role is there twice',
    ]);
  });

  it('is refused when a row has too few cells, and when it is no CSV', () => {
    expect(faultsOf(`${COLUMN_NAMES.join(',')}\nAda,Example`)).toEqual([
      `roster.csv: line 2: has 2 cells, but there are ${COLUMN_NAMES.length} columns`,
    ]);
    expect(faultsOf(`${COLUMN_NAMES.join(',')}\n"Ada`)).toHaveLength(1);
  });
});

describe('the sample roster', () => {
  it('B-5 and C-7 holds both designations, and people whose role is that of their folder', () => {
    const permissions = sample.map(({ sections }) => sections.permissions);
    expect(new Set(permissions.map(({ designation }) => designation))).toEqual(new Set(['manager', 'agent']));
    expect(permissions.some(({ role }) => role === undefined)).toBe(true);
  });

  it('B-9 holds a placeholder number, several roles and languages, and both families of networks', () => {
    const profiles = sample.map(({ sections }) => sections.profile);
    expect(profiles.some(({ phone }) => /^\d{10}$/.test(phone ?? ''))).toBe(true);
    expect(new Set(sample.flatMap(({ sections }) => sections.permissions.role ?? [])).size).toBe(5);
    expect(new Set(profiles.map(({ language }) => language.slice(0, 2)))).toEqual(new Set(['en', 'es']));
    const networks = sample.flatMap(({ sections }) => sections.access?.allowedNetworks ?? []);
    expect(networks.some((network) => network.includes('.'))).toBe(true);
    expect(networks.some((network) => network.includes(':'))).toBe(true);
  });

  it('names only locations of cdk.json and domains kept for examples', () => {
    const { configuration } = readConfiguration(join(ROOT, 'cdk.json'));
    const regions = configuration.locations.map(({ region }) => region);
    for (const { sections } of sample) {
      expect(regions).toContain(sections.profile.location);
      expect(sections.profile.email).toMatch(/[@.]example\.(com|org|net)$/);
    }
  });

  it('has every column explained in examples/README.md', () => {
    const text = readFileSync(join(ROOT, 'examples/README.md'), 'utf8');
    expect(COLUMN_NAMES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('is onboarded in order, and never two rows at once that expect different ends', () => {
    const made = batches(sample);
    expect(made.flat()).toEqual(sample);
    for (const batch of made) {
      expect(new Set(batch.map(({ expected }) => expected)).size).toBe(1);
      expect(batch.length).toBeLessThanOrEqual(4);
    }
  });
});
