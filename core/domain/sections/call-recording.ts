import * as z from 'zod/mini';
import { assetKey } from '../asset-key.ts';
import { docs } from '../docs.ts';

const percent = (title: string, description: string) =>
  z.int().check(z.minimum(0), z.maximum(100)).register(docs, { title, description });

const ofCampaign = z.strictObject({
  campaign: assetKey
    .clone()
    .register(docs, { title: 'Campaign', description: 'Key of the campaign whose calls it is about.' }),
  percent: percent('Percent', 'Of its calls, how many in a hundred are recorded, 0 to 100.'),
});

/** Whoever a campaign is said twice of would not know which counts. */
const saidOnce = z.superRefine<z.infer<typeof ofCampaign>[]>((campaigns, context) => {
  campaigns.forEach(({ campaign }, index) => {
    if (campaigns.findIndex((other) => other.campaign === campaign) === index) return;
    context.addIssue({ code: 'custom', path: [index, 'campaign'], message: `names ${campaign} twice` });
  });
});

/** How many calls are recorded: a default for either direction, and others for single campaigns. */
export const callRecording = z
  .strictObject({
    inboundPercent: percent('Inbound', 'Of inbound calls, how many in a hundred are recorded, 0 to 100.'),
    outboundPercent: percent('Outbound', 'Of outbound calls, how many in a hundred are recorded, 0 to 100.'),
    campaigns: z._default(z.array(ofCampaign).check(z.maxLength(20), saidOnce), []).register(docs, {
      title: 'By campaign',
      description: 'For the calls of these campaigns another ratio, in either direction; up to 20.',
    }),
  })
  .register(docs, { title: 'Call recording', description: 'Call-recording ratios, in percent (A-6).' });
