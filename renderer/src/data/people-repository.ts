import type { ActionReceipt, Created } from '../domain/ports/action-receipt';
import type { PeopleRepository } from '../domain/ports/people-repository';
import { type Dials, NEUTRAL_DIALS } from '../domain/dials/dials';
import { AppError } from '../domain/errors';
import type { TasteEventType } from '../domain/event';
import { type ItemId, OWNER_ID, type PersonId, personId } from '../domain/ids';
import { NO_LEARNING_SETTINGS } from '../domain/learning';
import type { Person, PersonDraft, PersonPatch } from '../domain/person';
import { type DataContext, existingPerson, presentItems } from './data-context';
import { checkedDials, checkedPerson, checkPin } from './person-validation';
import { replaceStatements } from './taste-statements';
import { trashPerson } from './trash-bin';

export class DexiePeopleRepository implements PeopleRepository {
  constructor(private readonly context: DataContext) {}

  async friends(options?: { readonly includeArchived?: boolean }): Promise<readonly Person[]> {
    const people = await this.context.database.people.toArray();
    return people
      .filter((person) => !person.isOwner && (options?.includeArchived === true || person.archivedAt === null))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  async byId(id: PersonId): Promise<Person | undefined> {
    return this.context.database.people.get(id);
  }

  async addFriend(
    draft: PersonDraft,
    tastes: readonly { readonly itemId: ItemId; readonly type: TasteEventType }[] = [],
  ): Promise<Created<PersonId>> {
    const person: Person = {
      likedTags: [],
      avoidedTags: [],
      note: null,
      email: null,
      source: 'manual',
      ...checkedPerson(draft),
      id: personId(this.context.newId()),
      isOwner: false,
      learning: NO_LEARNING_SETTINGS,
      dials: NEUTRAL_DIALS,
      createdAt: this.context.clock(),
      archivedAt: null,
    };
    const { actionId, label } = await this.context.journal.write(
      () => this.context.labels.friendAdded(person),
      async (write) => {
        await write.add('people', [person]);
        const present = await presentItems(
          this.context.database,
          tastes.map((taste) => taste.itemId),
        );
        const statements = tastes.flatMap((taste) => (present.has(taste.itemId) ? [{ ...taste, rating: null }] : []));
        await replaceStatements(this.context, write, person.id, statements);
      },
    );
    return { id: person.id, actionId, label };
  }

  async editFriend(id: PersonId, patch: PersonPatch): Promise<ActionReceipt> {
    const checked = checkedPerson(patch);
    return this.#changeFriend(
      id,
      (person) => ({ ...person, ...checked }),
      (person) => this.context.labels.friendEdited(person),
    );
  }

  async archiveFriend(id: PersonId): Promise<ActionReceipt> {
    const archivedAt = this.context.clock();
    return this.#changeFriend(
      id,
      (person) => ({ ...person, archivedAt }),
      (person) => this.context.labels.friendArchived(person),
    );
  }

  async unarchiveFriend(id: PersonId): Promise<ActionReceipt> {
    return this.#changeFriend(
      id,
      (person) => ({ ...person, archivedAt: null }),
      (person) => this.context.labels.friendUnarchived(person),
    );
  }

  async pinWeight(id: PersonId, feature: string, logOdds: number | null): Promise<ActionReceipt> {
    checkPin(feature, logOdds);
    const label = (person: Person): string => this.context.labels.weightPinned(person, feature, logOdds);
    return this.#change(
      id,
      (person) => {
        const others = Object.entries(person.learning.pinned).filter(([name]) => name !== feature);
        const pinned = Object.fromEntries(logOdds === null ? others : [...others, [feature, logOdds]]);
        return { ...person, learning: { ...person.learning, pinned } };
      },
      label,
    );
  }

  async resetLearning(id: PersonId): Promise<ActionReceipt> {
    const since = this.context.clock();
    return this.#change(
      id,
      (person) => ({ ...person, learning: { pinned: {}, since } }),
      (person) => this.context.labels.learningReset(person),
    );
  }

  async setDials(id: PersonId, dials: Dials): Promise<ActionReceipt> {
    const checked = checkedDials(dials);
    return this.#change(
      id,
      (person) => ({ ...person, dials: checked }),
      (person) => this.context.labels.dialsSet(person),
    );
  }

  async moveToTrash(id: PersonId): Promise<ActionReceipt> {
    return this.context.journal.write(
      (person: Person) => this.context.labels.friendTrashed(person),
      async (write) => {
        const person = await this.#friend(id);
        await trashPerson(this.context, write, person);
        return person;
      },
    );
  }

  async #changeFriend(
    id: PersonId,
    change: (person: Person) => Person,
    label: (person: Person) => string,
  ): Promise<ActionReceipt> {
    if (id === OWNER_ID) throw notAFriend();
    return this.#change(id, change, label);
  }

  async #change(
    id: PersonId,
    change: (person: Person) => Person,
    label: (person: Person) => string,
  ): Promise<ActionReceipt> {
    return this.context.journal.write(label, async (write) => {
      const after = change(await existingPerson(this.context.database, id));
      await write.put('people', [after]);
      return after;
    });
  }

  async #friend(id: PersonId): Promise<Person> {
    if (id === OWNER_ID) throw notAFriend();
    return existingPerson(this.context.database, id);
  }
}

const notAFriend = (): AppError => new AppError('invalid-input', 'The owner of the library is not a friend and stays.');
