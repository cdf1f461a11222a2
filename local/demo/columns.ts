/** How a cell becomes a value; `form` says what it must look like, where the request's own rules have no words for it. */
interface Reading {
  read: (cell: string) => unknown;
  form?: string;
}

const items = (cell: string): string[] => cell.split(';').map((item) => item.trim());

const link = (item: string) => {
  const at = item.indexOf('=');
  return at < 0 ? item : { service: item.slice(0, at), url: item.slice(at + 1) };
};

const text: Reading = { read: (cell) => cell };
const list: Reading = { read: items };
const number: Reading = { read: (cell) => (/^\d+$/.test(cell) ? Number(cell) : cell) };
const flag: Reading = {
  read: (cell) => (cell === 'yes' || cell === 'no' ? cell === 'yes' : cell),
  form: 'must be yes or no',
};
const links: Reading = {
  read: (cell) => items(cell).map(link),
  form: 'must be service=address, several of them separated by ;',
};

/** A column of the roster, and the place of its cells in the onboarding request. An empty cell leaves it out. */
interface Column extends Reading {
  name: string;
  path: readonly string[];
}

const column = (name: string, pointer: string, reading: Reading): Column => ({
  name,
  path: pointer.split('/'),
  ...reading,
});

/** Every column that belongs to the request, in the order of the eight sections. */
export const REQUEST_COLUMNS: readonly Column[] = [
  column('first_name', 'profile/firstName', text),
  column('last_name', 'profile/lastName', text),
  column('email', 'profile/email', text),
  column('login_id', 'profile/loginId', text),
  column('phone', 'profile/phone', text),
  column('extension', 'profile/extension', text),
  column('language', 'profile/language', text),
  column('location', 'profile/location', text),
  column('send_invitation', 'profile/sendInvitation', flag),
  column('licenses', 'licenses/kinds', list),
  column('title', 'employee/title', text),
  column('department', 'employee/department', text),
  column('employee_number', 'employee/employeeNumber', text),
  column('mobile_phone', 'employee/mobilePhone', text),
  column('fax_number', 'employee/faxNumber', text),
  column('time_zone', 'employee/timeZone', text),
  column('hire_date', 'employee/hireDate', text),
  column('external_links', 'employee/externalLinks', links),
  column('designation', 'permissions/designation', text),
  column('role', 'permissions/role', text),
  column('data_view_level', 'permissions/dataViewLevel', text),
  column('site_permission_level', 'permissions/sitePermissionLevel', text),
  column('grants', 'permissions/grants', list),
  column('mass_email', 'messaging/massEmail/enabled', flag),
  column('mass_email_daily_limit', 'messaging/massEmail/dailyLimit', number),
  column('mass_fax', 'messaging/massFax/enabled', flag),
  column('mass_fax_daily_limit', 'messaging/massFax/dailyLimit', number),
  column('first_daily_attempts', 'dialing/firstDailyAttempts', number),
  column('second_daily_attempts', 'dialing/secondDailyAttempts', number),
  column('record_inbound_percent', 'dialing/callRecording/inboundPercent', number),
  column('record_outbound_percent', 'dialing/callRecording/outboundPercent', number),
  column('allowed_networks', 'access/allowedNetworks', list),
  column('campaigns', 'work/campaigns', list),
  column('initiatives', 'work/dialerInitiatives', list),
  column('queues', 'work/queues', list),
];

/** What the demo alone reads: how the run must end, and what a parked run is resumed with. */
const DEMO_COLUMNS = ['expected', 'correction'] as const;

export const COLUMN_NAMES: readonly string[] = [...REQUEST_COLUMNS.map(({ name }) => name), ...DEMO_COLUMNS];

/** The column a fault of the request comes from: the one it points into, or the first one of the part it points at. */
export const columnAt = (pointer: string): Column | undefined => {
  const path = pointer.split('/').slice(1);
  const agrees = (one: readonly string[], other: readonly string[]) =>
    one.every((part, index) => part === other[index]);
  return (
    REQUEST_COLUMNS.find((candidate) => agrees(candidate.path, path)) ??
    REQUEST_COLUMNS.find((candidate) => agrees(path, candidate.path))
  );
};
