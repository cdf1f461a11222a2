import { type Sections, sections } from '../core/domain/sections/index.ts';

/** A request with every section filled, for the n-th person; no setting names anything of the account. */
export const sampleRequest = (n: number, location = 'us-east-1'): Sections =>
  sections.parse({
    profile: {
      email: `agent${n}@example.com`,
      loginId: `agent.${n}`,
      firstName: 'Ana',
      lastName: `Lopez ${n}`,
      phone: '+14155550123',
      extension: String(2000 + n),
      language: 'es',
      location,
    },
    licenses: { kinds: ['lmp', 'dialer', 'voip'] },
    employee: {
      title: 'Sales agent',
      department: 'Outbound',
      employeeNumber: `E-${n}`,
      mobilePhone: '+14155550124',
      timeZone: 'America/Chicago',
      hireDate: '2026-01-12',
    },
    permissions: { role: 'call-agent', dataViewLevel: 'own', grants: ['set-caller-id', 'start-im'] },
    messaging: { massEmail: { enabled: true, dailyLimit: 500 } },
    dialing: {
      firstDailyAttempts: 120,
      secondDailyAttempts: 60,
      callRecording: { inboundPercent: 100, outboundPercent: 25 },
    },
    access: { allowedNetworks: ['203.0.113.0/24', '127.0.0.0/8'] },
    work: { campaigns: ['solar-west', 'solar-east'], dialerInitiatives: ['spring'], queues: ['support'] },
  });
