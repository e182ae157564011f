import type { Person } from '../units/index.js';
import type { Recipient } from './group-notices.js';
import type { Notice } from './ladder.js';

/** Who can be told: people who are there and have a reachable chat, by unit and role. */
export class Recipients {
  private readonly held = new Map<string, Recipient[]>();
  private readonly deputies = new Map<string, string[]>();

  /** `everyone` as they can be told: roles from which somebody is away stand with the deputy. */
  constructor(
    everyone: readonly Person[],
    private readonly canBeTold: ReadonlySet<string>,
  ) {
    for (const person of everyone) {
      if (!canBeTold.has(person.id)) continue;
      for (const { unit, role } of person.roles) {
        const key = `${unit} ${role}`;
        const list = this.held.get(key) ?? [];
        list.push({ person: person.id, unit, role });
        this.held.set(key, list);
      }
    }
  }

  /** Names who is told where nobody answered the notice `key`. */
  setDeputies(key: string, people: readonly string[]): void {
    this.deputies.set(key, this.reachable(people));
  }

  /** Those of `people` who can be told. */
  reachable(people: readonly string[]): string[] {
    return people.filter((person) => this.canBeTold.has(person));
  }

  of({ audience: { unit, role }, silenceOf }: Notice): readonly Recipient[] {
    if (silenceOf === undefined) return this.held.get(`${unit} ${role}`) ?? [];
    return (this.deputies.get(silenceOf) ?? []).map((person) => ({ person, unit, role }));
  }

  /** Who can be told as a holder of `role` in `unit`. */
  holding(unit: string, role: string): string[] {
    return (this.held.get(`${unit} ${role}`) ?? []).map(({ person }) => person);
  }

  /** `<unit> <role>` of everybody who can be told. */
  get roles(): ReadonlySet<string> {
    return new Set(this.held.keys());
  }

  /** Units of which somebody who answers or heads can be told. */
  get units(): ReadonlySet<string> {
    const answering = [...this.held.values()].flat().filter(({ role }) => role === 'official' || role === 'head');
    return new Set(answering.map(({ unit }) => unit));
  }
}
