import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleQuestionMark, ExternalLink, Phone, TableProperties } from 'lucide-react';
import { Link } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { useApi } from '../api/api-provider.tsx';
import { bodyOf } from '../api/client.ts';
import { useWords } from '../language/language-provider.tsx';
import { SHELL_WORDS } from './words.ts';

const LINKS = ['faq', 'guides', 'releaseNotes', 'forum', 'terms', 'privacy'] as const;

/** Help, one click away: what the deployment has of it. */
export const HelpMenu = () => {
  const words = useWords(SHELL_WORDS);
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['help'],
    queryFn: () => bodyOf(api.GET('/v1/help', { params: { path: {} } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { support } = data ?? {};
  return (
    <Menu position="bottom-end" width="17rem">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={words.help.title}>
          <CircleQuestionMark size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to={ADDRESSES.settingsTable}
          rightSection={<TableProperties size={14} aria-hidden />}
        >
          {words.help.settings}
        </Menu.Item>
        {LINKS.flatMap((name) => {
          const href = data?.[name];
          if (href === undefined) return [];
          return (
            <Menu.Item
              key={name}
              component="a"
              href={href}
              target="_blank"
              rel="noreferrer"
              rightSection={<ExternalLink size={14} aria-hidden />}
            >
              {words.help[name]}
            </Menu.Item>
          );
        })}
        {support !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Label>{`${support.hours} (${support.timeZone})`}</Menu.Label>
            <Menu.Item
              component="a"
              href={`tel:${support.phone}`}
              rightSection={<Phone size={14} aria-hidden />}
            >
              {`${words.help.support}: ${support.phone}`}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};
