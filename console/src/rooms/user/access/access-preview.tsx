import { Alert, Checkbox, List, Stack, Text, Title } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { AccessPreview } from '../../../api/member-access.ts';
import { useRightNames } from '../../../api/right-names.ts';
import { useWords } from '../../../language/language-provider.tsx';
import { useFormats } from '../../../language/use-formats.ts';
import { ACCESS_WORDS } from './words.ts';

interface AccessPreviewCardProps {
  readonly preview: AccessPreview | undefined;
  readonly isChanged: boolean;
  /** The warnings that are meant, by code. */
  readonly confirmed: readonly string[];
  readonly onConfirm: (codes: readonly string[]) => void;
}

const Gained = ({ title, rights }: { title: string; rights: AccessPreview['added'] }) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const lines = [...rights.permissions.map(names.permission), ...rights.pages.map(names.page)];
  if (lines.length + rights.endpoints.length === 0) return null;
  return (
    <div>
      <Text fw={500} size="sm">
        {title}
      </Text>
      <List size="sm">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a permission and a page may be called the same
          <List.Item key={at}>{line}</List.Item>
        ))}
        {rights.endpoints.length > 0 && <List.Item>{words.more(rights.endpoints.length)}</List.Item>}
      </List>
    </div>
  );
};

const isNothing = ({ permissions, pages, endpoints }: AccessPreview['added']): boolean =>
  permissions.length + pages.length + endpoints.length === 0;

/** What is given by hand and lacks something else: the API warns of it, and tells here what. */
const withoutEffect = ({ access }: AccessPreview) =>
  access.permissions.filter(
    ({ lacks, sources }) => lacks.length > 0 && sources.some(({ from }) => from === 'grant'),
  );

/** What a change adds, takes away and breaks, before it is made (X-5, E-19). */
export const AccessPreviewCard = ({ preview, isChanged, confirmed, onConfirm }: AccessPreviewCardProps) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const toggle = (code: string, isMeant: boolean) => {
    const others = confirmed.filter((one) => one !== code);
    onConfirm(isMeant ? [...others, code] : others);
  };
  return (
    <Stack gap="sm">
      <Title order={2} fz="lg">
        {words.preview}
      </Title>
      <Stack gap="sm" aria-live="polite">
        {!isChanged && <Text c="dimmed">{words.noChange}</Text>}
        {preview !== undefined && (
          <>
            {isNothing(preview.added) && isNothing(preview.removed) && (
              <Text c="dimmed">{words.sameRights}</Text>
            )}
            <Gained title={words.adds} rights={preview.added} />
            <Gained title={words.takesAway} rights={preview.removed} />
            {preview.refusals.length > 0 && (
              <Alert color="red" title={words.refused}>
                <List size="sm">
                  {preview.refusals.map(({ pointer, detail }) => (
                    <List.Item key={`${pointer} ${detail}`}>{detail}</List.Item>
                  ))}
                </List>
              </Alert>
            )}
            {withoutEffect(preview).map(({ permission, lacks }) => (
              <Alert key={permission} color="yellow" icon={<TriangleAlert />}>
                {`${names.permission(permission)}: ${words.noEffect(list(lacks.map(names.permission)))}`}
              </Alert>
            ))}
            {preview.warnings.map(
              ({ code }) =>
                code !== 'missing-requirement' && (
                  <Alert key={code} color="yellow" icon={<TriangleAlert />}>
                    <Checkbox
                      label={words.confirm(words.warnings[code])}
                      checked={confirmed.includes(code)}
                      onChange={(event) => toggle(code, event.currentTarget.checked)}
                    />
                  </Alert>
                ),
            )}
          </>
        )}
      </Stack>
    </Stack>
  );
};
