import type * as z from 'zod/mini';
import type { settingsView } from '../contract/settings.ts';
import { escapeHtml } from '../domain/html.ts';

type Settings = z.input<typeof settingsView>;
type Setting = Settings['settings'][number];

/** A list longer than this is that of the catalogue, which says more of each. */
const MOST_VALUES = 10;

const code = (text: unknown): string => `<code>${escapeHtml(String(text))}</code>`;

const takes = ({ type, values = [], least, most }: Setting): string => {
  const shown =
    values.length > MOST_VALUES
      ? 'as in the <a href="catalogue">catalogue</a>'
      : values.map(({ value }) => code(value)).join(' ');
  const bounds = least === undefined && most === undefined ? '' : `${least ?? 0} to ${most ?? 'any'}`;
  const unit = type === 'text' ? ' characters' : type === 'list' ? ' items' : '';
  return [escapeHtml(type.replaceAll('-', ' ')), shown, bounds && bounds + unit].filter(Boolean).join(', ');
};

const whoChanges = ({ changedBy: { members, membersNeed, permissions, ownerOnly } }: Setting): string =>
  [
    ...(members ? [membersNeed === undefined ? 'members' : `members with ${code(membersNeed)}`] : []),
    permissions.map(code).join(' and '),
    ...(ownerOnly ? ['in the account that created the user'] : []),
  ].join(', ');

const row = (setting: Setting): string => {
  const { pointer, title, help, required, when, default: fallback } = setting;
  const more = [
    when === undefined ? '' : ` With ${code(when)} only.`,
    fallback === undefined ? '' : ` Default: ${code(JSON.stringify(fallback))}.`,
  ].join('');
  return `<tr><td>${escapeHtml(title)}<br>${code(pointer)}</td><td>${required ? 'required' : ''}</td><td>${takes(setting)}</td><td>${escapeHtml(help)}${more}</td><td>${whoChanges(setting)}</td></tr>`;
};

/** The table of settings (A-20) as part of a page. */
export const settingsSection = ({ sections, settings }: Settings): string => {
  const tables = sections.map(({ section, step, stepTitle, title, help }) => {
    const rows = settings.filter((setting) => setting.section === section).map(row);
    return `<h3 id="settings-${section}">${step}. ${escapeHtml(title)}</h3><p>${escapeHtml(`${stepTitle}: ${help}`)}</p>
<table><thead><tr><th>Setting</th><th></th><th>Takes</th><th>Meaning</th><th>Changed by</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  });
  return `<section id="settings"><h2>Settings</h2>${tables.join('')}</section>`;
};
