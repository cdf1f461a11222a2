import { Button, Modal } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import type { Asset } from '../../api/assets.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { MadeKind } from '../new-asset/words.ts';

const load = async () => (await import('../new-asset/new-asset-form.tsx')).default;

const WORDS = {
  en: { schedule: 'New schedule', 'sip-client': 'New SIP client', close: 'Close' },
  es: { schedule: 'Horario nuevo', 'sip-client': 'Cliente SIP nuevo', close: 'Cerrar' },
};

interface NewAssetProps {
  readonly kind: MadeKind;
  readonly onMade: (asset: Asset) => void;
}

/** The way to a new one, for those who may make it. */
export const NewAsset = ({ kind, onMade }: NewAssetProps) => {
  const words = useWords(WORDS);
  const { may, membership } = useAccount();
  const { assetKinds } = useCatalogue();
  const [isOpen, setOpen] = useState(false);
  // Not lazily: the fields are there as the dialog opens, so that focus goes into the first.
  const [NewAssetForm, setForm] = useState<Awaited<ReturnType<typeof load>>>();
  const open = () =>
    load().then(
      (form) => {
        setForm(() => form);
        setOpen(true);
      },
      (error: unknown) =>
        setOpen(() => {
          throw error;
        }),
    );
  const create = assetKinds.find((one) => one.kind === kind)?.create;
  const held: readonly string[] = membership.permissions;
  if (!may('createAsset') || create === undefined || !held.includes(create)) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        mt={4}
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => void open()}
      >
        {words[kind]}…
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words[kind]}
        size="lg"
        closeButtonProps={{ 'aria-label': words.close }}
      >
        {NewAssetForm !== undefined && (
          <NewAssetForm
            kind={kind}
            onCancel={() => setOpen(false)}
            onMade={(asset) => {
              setOpen(false);
              onMade(asset);
            }}
          />
        )}
      </Modal>
    </>
  );
};
