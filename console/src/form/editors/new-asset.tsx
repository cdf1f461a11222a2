import { Button, Modal } from '@mantine/core';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import type { Asset } from '../../api/assets.ts';
import { useCatalogue } from '../../api/catalogue.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { MadeKind } from '../new-asset/words.ts';

const load = () => import('../new-asset/new-asset-form.tsx');
const NewAssetForm = lazy(load);

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
  const open = () => setOpen(true);
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
        // The fields are there as it opens: focus goes into the first.
        onClick={() => void load().then(open, open)}
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
        <Suspense>
          <NewAssetForm
            kind={kind}
            onCancel={() => setOpen(false)}
            onMade={(asset) => {
              setOpen(false);
              onMade(asset);
            }}
          />
        </Suspense>
      </Modal>
    </>
  );
};
