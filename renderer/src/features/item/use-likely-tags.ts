import { useEffect, useState } from 'react';
import { useServices } from '../../app/context/services';
import { useEngineState } from '../../app/context/use-engine-state';
import type { ItemId } from '../../domain/ids';
import type { Item } from '../../domain/item';
import type { LikelyTag } from '../../domain/recommendation';
import { suggestedTags } from './suggested-tags';

interface Answer {
  readonly itemId: ItemId;
  readonly likely: readonly LikelyTag[];
}

/** Tags the model would expect of the item; none while it has not answered. The last answer stays until the next one. */
export function useLikelyTags(item: Item): readonly LikelyTag[] {
  const { recommender } = useServices();
  // A worker that was restarted is asked again.
  const { status } = useEngineState();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    recommender.likelyTags({ itemIds: [item.id] }, { signal: leaving.signal }).then(
      ([likely = []]) => {
        if (!leaving.signal.aborted) setAnswer({ itemId: item.id, likely });
      },
      // Guesses that cannot be had are not missed: the page says nothing of them, and Settings says how the model is.
      () => undefined,
    );
    return () => {
      leaving.abort();
    };
    // `status` is no input: the question stays the same.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [recommender, item, status]);
  return answer?.itemId === item.id ? suggestedTags(answer.likely, item) : [];
}
