import { AssetGone, Busy } from '../../domain/errors.ts';
import { stakesOf } from '../../domain/member-stakes.ts';
import { type SectionRecord, sectionRecord } from '../../domain/section-record.ts';
import type { Members } from '../../usecases/ports.ts';
import { putIf } from './conditional-write.ts';
import { sectionKey } from './keys.ts';
import { goneFaults, moveStakes } from './stakes.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** True if what stands in the way was left by the same run: then the step is done already. */
export const isRepeat = (found: Record<string, unknown> | undefined, record: SectionRecord): boolean =>
  found?.runId === record.runId;

/**
 * AP-21 · leave a step's record, once · PutItem, 1 write unit; with the assets and files that its settings name: 1
 * transaction, 2 write units, 4 per asset and 2 per file. What members work on is no matter of this: the step assigns it
 * before it leaves its record.
 */
export const recordSectionOf =
  (store: Store): Members['record'] =>
  async (ref, record, stamp) => {
    const put = {
      Item: { ...sectionKey(ref, record.section), ...sectionRecord.parse(record), changed: stamp },
      ConditionExpression: 'attribute_not_exists(pk)',
    };
    const stakes = { ...stakesOf([], [record]), work: { taken: [], givenUp: [] } };
    if (stakes.settings.taken.length + stakes.files.taken.length === 0) {
      const result = await putIf(store, put);
      if (!result.written && !isRepeat(result.found, record)) throw new Busy();
      return;
    }
    const refused = await transact(store, {
      record: { Put: { ...put, TableName: store.table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
      ...moveStakes(store, ref, stakes, stamp),
    });
    if (refused.size === 0) return;
    if (refused.has('record')) {
      if (isRepeat(refused.get('record'), record)) return;
      throw new Busy();
    }
    throw new AssetGone(goneFaults(refused, stakes, ''));
  };
