import type { ActionReceipt, Created } from '../domain/ports/action-receipt';
import type { SharesRepository } from '../domain/ports/shares-repository';
import { AppError } from '../domain/errors';
import { eventId, type ItemId, type PersonId, type ShareId, shareId } from '../domain/ids';
import type { Outcome, Share, ShareDraft } from '../domain/share';
import { type DataContext, existingItem, existingPerson } from './data-context';
import type { RecordedWrite } from './recorded-write';
import { completeEvent } from '../domain/event';
import { eventsBetween } from './taste-statements';
import { trashShare } from './trash-bin';

const newestFirst = (a: Share, b: Share): number => b.sharedAt - a.sharedAt;

export class DexieSharesRepository implements SharesRepository {
  constructor(private readonly context: DataContext) {}

  async shareItem(draft: ShareDraft): Promise<Created<ShareId>> {
    const share: Share = {
      ...draft,
      id: shareId(this.context.newId()),
      sharedAt: this.context.clock(),
      outcome: null,
      outcomeAt: null,
    };
    const { actionId, label } = await this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const { item, person } = await this.#names(share);
        await write.add('shares', [share]);
        return this.context.labels.itemShared(item, person);
      },
    );
    return { id: share.id, actionId, label };
  }

  async recordOutcome(id: ShareId, outcome: Outcome | null): Promise<ActionReceipt> {
    return this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const share = await this.#existing(id);
        const { item, person } = await this.#names(share);
        const now = this.context.clock();
        await write.put('shares', [{ ...share, outcome, outcomeAt: outcome === null ? null : now }]);
        await this.#replaceReaction(write, share, outcome, now);
        return this.context.labels.outcomeRecorded(item, person, outcome);
      },
    );
  }

  async editNote(id: ShareId, note: string): Promise<ActionReceipt> {
    return this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const share = await this.#existing(id);
        const { item, person } = await this.#names(share);
        await write.put('shares', [{ ...share, note }]);
        return this.context.labels.shareNoteEdited(item, person);
      },
    );
  }

  async all(): Promise<readonly Share[]> {
    return (await this.context.database.shares.toArray()).sort(newestFirst);
  }

  async withPerson(id: PersonId): Promise<readonly Share[]> {
    return (await this.context.database.shares.where('personId').equals(id).toArray()).sort(newestFirst);
  }

  async ofItem(id: ItemId): Promise<readonly Share[]> {
    return (await this.context.database.shares.where('itemId').equals(id).toArray()).sort(newestFirst);
  }

  async moveToTrash(id: ShareId): Promise<ActionReceipt> {
    return this.context.journal.write(
      (text: string) => text,
      async (write) => {
        const share = await this.#existing(id);
        const { item, person } = await this.#names(share);
        await trashShare(this.context, write, share, this.context.labels.shareTitle(item, person));
        return this.context.labels.shareTrashed(item, person);
      },
    );
  }

  async #replaceReaction(write: RecordedWrite, share: Share, outcome: Outcome | null, now: number): Promise<void> {
    const earlier = (await eventsBetween(this.context, share.personId, [share.itemId])).filter(
      (event) => event.shareId === share.id,
    );
    await write.remove(
      'events',
      earlier.map((event) => event.id),
    );
    if (outcome === null) return;
    const { personId, itemId } = share;
    await write.add('events', [
      completeEvent(
        { personId, itemId, type: 'reacted', outcome, shareId: share.id, source: 'share', at: now },
        eventId(this.context.newId()),
        now,
      ),
    ]);
  }

  async #existing(id: ShareId): Promise<Share> {
    const share = await this.context.database.shares.get(id);
    if (share === undefined) throw new AppError('not-found', 'This share is no longer there. It may be in the trash.');
    return share;
  }

  async #names(share: Pick<Share, 'itemId' | 'personId'>) {
    return {
      item: await existingItem(this.context.database, share.itemId),
      person: await existingPerson(this.context.database, share.personId),
    };
  }
}
