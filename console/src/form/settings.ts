import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { settingsView } from '../../../core/contract/settings.ts';
import { useApi } from '../api/api-provider.tsx';
import { bodyOf } from '../api/client.ts';

export type Settings = z.output<typeof settingsView>;
export type SectionFacts = Settings['sections'][number];
export type Setting = Settings['settings'][number];

/** The table of settings: what every option is called, does, and takes. All forms are made of it. */
export const useSettings = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['settings'],
    queryFn: () => bodyOf(api.GET('/v1/settings', { params: { path: {} } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
};

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** The settings right inside a section, a group, an item of a list, or a variant of a choice. */
export const settingsIn = (
  settings: readonly Setting[],
  pointer: string,
  when?: string,
): readonly Setting[] =>
  settings.filter((setting) => parentOf(setting.pointer) === pointer && setting.when === when);
