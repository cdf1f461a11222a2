import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { settingsTable, type settingsView } from '../../../core/contract/settings.ts';
import { sections as request } from '../../../core/domain/sections/index.ts';
import {
  OWNER_FIELDS,
  SELF_FIELDS,
  SELF_FIELDS_BY_PERMISSION,
  SIGN_IN_FIELDS,
} from '../../../core/domain/self-edit.ts';
import { STEPS } from '../../../core/domain/steps.ts';
import { settingsSection } from '../../../core/http/settings-section.ts';

const table = settingsTable() as z.infer<typeof settingsView>;
const { sections, settings } = table;
const byPointer = new Map(settings.map((setting) => [setting.pointer, setting]));

describe('A-20 the table of settings', () => {
  it('has the eight sections in their order, and every field of each', () => {
    expect(sections.map(({ step, section }) => [step, section])).toEqual(
      STEPS.map(({ section }, index) => [index + 1, section]),
    );
    for (const { section } of STEPS) {
      const schema = request.shape[section];
      const { shape } = 'shape' in schema ? schema : schema._zod.def.innerType;
      for (const field of Object.keys(shape)) expect([...byPointer.keys()]).toContain(`/${section}/${field}`);
    }
  });

  it('C-14 gives every option a title, and a help text that is a sentence of its own', () => {
    const told = [...sections.map((section) => ({ ...section, pointer: section.section })), ...settings];
    for (const { pointer, title, help } of told) {
      expect([pointer, title]).toEqual([pointer, expect.stringMatching(/^\p{Lu}/u)]);
      expect([pointer, help]).toEqual([pointer, expect.stringMatching(/^\p{Lu}.{9,}\.$/u)]);
    }
    const helps = settings.map(({ help }) => help);
    expect(helps.filter((help, index) => helps.indexOf(help) < index)).toEqual([]);
    for (const { values = [], type } of settings.filter((setting) => setting.type === 'choice'))
      for (const choice of values)
        expect([type, choice.help]).toEqual(['choice', expect.stringMatching(/\.$/)]);
  });

  it('B-6 marks what is required, and says what is taken otherwise', () => {
    expect(sections.filter(({ required }) => required).map(({ section }) => section)).toEqual([
      'profile',
      'licenses',
      'permissions',
    ]);
    const required = settings.filter((setting) => setting.required && setting.section === 'profile');
    expect(required.map(({ pointer }) => pointer)).toEqual([
      '/profile/firstName',
      '/profile/lastName',
      '/profile/email',
      '/profile/loginId',
      '/profile/location',
    ]);
    expect(byPointer.get('/profile/language')).toMatchObject({ required: false, default: 'en' });
  });

  it('is the same once the whole contract has given the request a name of its own', async () => {
    await import('../../../core/contract/openapi.ts');
    expect(settingsTable()).toEqual(table);
    expect(settings.find(({ pointer }) => pointer === '/permissions/role')?.values).toHaveLength(19);
  });

  it('tells what an option can be: bounds, values, and the variants of a choice', () => {
    expect(byPointer.get('/dialing/firstDailyAttempts')).toMatchObject({
      type: 'whole-number',
      least: 0,
      most: 1000,
    });
    expect(byPointer.get('/dialing/softphone/bitrate')?.values).toContainEqual({ value: 48 });
    expect(byPointer.get('/dialing/ifUnavailable')).toMatchObject({
      type: 'choice',
      values: [{ value: 'no-voicemail' }, { value: 'voicemail' }, { value: 'forward' }],
    });
    expect(byPointer.get('/dialing/ifUnavailable/forwardTo')).toMatchObject({ when: 'forward' });
    expect(byPointer.get('/employee/externalLinks/*/url')).toMatchObject({ type: 'text', required: true });
    expect(byPointer.get('/permissions/role')?.values).toContainEqual({ value: 'call-agent' });
  });

  it('D-35 C-60 says who changes it, by fields that there are', () => {
    for (const pointer of [
      ...SELF_FIELDS,
      ...OWNER_FIELDS,
      ...SIGN_IN_FIELDS,
      ...Object.keys(SELF_FIELDS_BY_PERMISSION),
    ])
      expect([...byPointer.keys()]).toContain(pointer);
    const edit = ['edit-users'];
    expect(byPointer.get('/profile/email')?.changedBy).toEqual({
      members: false,
      permissions: ['edit-users', 'modify-security'],
      ownerOnly: true,
    });
    expect(byPointer.get('/dialing/callerId')?.changedBy).toEqual({
      members: true,
      membersNeed: 'set-caller-id',
      permissions: edit,
      ownerOnly: false,
    });
    // What is inside a field is changed with it.
    expect(byPointer.get('/employee/contactPreferences/hours/from')?.changedBy).toMatchObject({
      members: true,
      permissions: edit,
    });
    expect(byPointer.get('/permissions/role')?.changedBy.permissions).toEqual(['modify-security']);
    expect(byPointer.get('/profile/folderId')?.changedBy.permissions).toEqual(['modify-security']);
  });

  it('is shown on the page as well, every option of it', () => {
    const page = settingsSection(table);
    for (const { pointer } of settings) expect(page).toContain(`<code>${pointer}</code>`);
    expect(page).toContain('members with <code>set-caller-id</code>');
    expect(page).not.toMatch(/undefined|\[object/);
  });
});
