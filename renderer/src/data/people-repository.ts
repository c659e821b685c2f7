import type { ActionReceipt, Created, PeopleRepository } from '../app/services';
import { AppError } from '../domain/errors';
import type { TasteEventType } from '../domain/event';
import { type ItemId, OWNER_ID, type PersonId, personId } from '../domain/ids';
import type { Person, PersonDraft, PersonPatch } from '../domain/person';
import { type DataContext, existingPerson } from './data-context';
import { cleanTags } from './item-validation';
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

  async addFriend(draft: PersonDraft, tastes: readonly { readonly itemId: ItemId; readonly type: TasteEventType }[] = []): Promise<Created<PersonId>> {
    const person: Person = {
      likedTags: [], avoidedTags: [], note: null, email: null, source: 'manual', ...checkedPerson(draft),
      id: personId(this.context.newId()), isOwner: false, createdAt: this.context.clock(), archivedAt: null,
    };
    const { actionId, label } = await this.context.journal.write(() => `Added ${person.name}`, async (write) => {
      await write.add('people', [person]);
      await replaceStatements(this.context, write, person.id, tastes.map((taste) => ({ ...taste, rating: null })));
    });
    return { id: person.id, actionId, label };
  }

  async editFriend(id: PersonId, patch: PersonPatch): Promise<ActionReceipt> {
    const checked = checkedPerson(patch);
    return this.#change(id, (person) => ({ ...person, ...checked }), (person) => `Edited ${person.name}`);
  }

  async archiveFriend(id: PersonId): Promise<ActionReceipt> {
    const archivedAt = this.context.clock();
    return this.#change(id, (person) => ({ ...person, archivedAt }), (person) => `Archived ${person.name}`);
  }

  async unarchiveFriend(id: PersonId): Promise<ActionReceipt> {
    return this.#change(id, (person) => ({ ...person, archivedAt: null }), (person) => `Brought ${person.name} back from the archive`);
  }

  async moveToTrash(id: PersonId): Promise<ActionReceipt> {
    return this.context.journal.write((person: Person) => `Moved ${person.name} to the trash`, async (write) => {
      const person = await this.#friend(id);
      await trashPerson(this.context, write, person);
      return person;
    });
  }

  async #change(id: PersonId, change: (person: Person) => Person, label: (person: Person) => string): Promise<ActionReceipt> {
    return this.context.journal.write(label, async (write) => {
      const after = change(await this.#friend(id));
      await write.put('people', [after]);
      return after;
    });
  }

  async #friend(id: PersonId): Promise<Person> {
    if (id === OWNER_ID) throw new AppError('invalid-input', 'The owner of the library is not a friend and stays.');
    return existingPerson(this.context.database, id);
  }
}

function checkedPerson<T extends PersonPatch>(values: T): T {
  const name = values.name?.trim();
  if (name === '') throw new AppError('invalid-input', 'A friend needs a name.');
  return {
    ...values,
    ...(name === undefined ? {} : { name }),
    ...(values.likedTags === undefined ? {} : { likedTags: cleanTags(values.likedTags) }),
    ...(values.avoidedTags === undefined ? {} : { avoidedTags: cleanTags(values.avoidedTags) }),
  };
}
