import { useMemo } from 'react';
import { useServices } from '../../app/context/services';
import { useAnswer } from '../../app/context/use-answer';
import { useEngineState } from '../../app/context/use-engine-state';
import type { Item } from '../../domain/item';
import type { LikelyTag } from '../../domain/recommendation';
import { suggestedTags } from './suggested-tags';

/**
 * Tags predicted for the item: none before the first answer, the last ones until the next. An error is not shown: the
 * page works without them, and Settings shows the state of the model.
 */
export function useLikelyTags(item: Item): readonly LikelyTag[] {
  const { recommender } = useServices();
  // A worker that was restarted is asked again, and so is one whose copy of the item has changed.
  const { status } = useEngineState();
  const asked = useMemo(() => ({ item, status }), [item, status]);
  const { answer } = useAnswer(asked, async ({ item: { id } }, signal) => {
    const [likely = []] = await recommender.likelyTags({ itemIds: [id] }, { signal });
    return { itemId: id, likely };
  });
  return answer?.itemId === item.id ? suggestedTags(answer.likely, item) : [];
}
