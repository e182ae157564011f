import { Injectable } from '@nestjs/common';
import { type Answers, type Carry, carryAnswers, type FormDefinition } from '../../forms/index.js';
import type { Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import type { Renamed } from './answer-changes.js';
import type { Report } from './report.js';

/** Answers that were led on, and whether any of them is not what or where it was. */
export interface Led {
  answers: Answers;
  isCarried: boolean;
}

interface Step {
  to: FormDefinition;
  carries: readonly Carry[];
}

/** Leads answers from the form versions they were given under to newer ones, as was confirmed when those were published. */
@Injectable()
export class CarryingService {
  constructor(private readonly definitions: DefinitionsService) {}

  /** Answers given under `from` as they stand under `to`; forms that only one side has are left as they are. */
  async forward(answers: Answers, from: Report['forms'], to: Report['forms'], em?: Em): Promise<Answers> {
    let carried = answers;
    for (const { key, version } of to) {
      const earlier = from.find((form) => form.key === key);
      if (earlier) carried = await this.formForward(carried, key, earlier.version, version, em);
    }
    return carried;
  }

  /** The same for one form. Back to an older version nothing changes: what it does not ask for is kept and not shown. */
  async formForward(answers: Answers, key: string, from: number, to: number, em?: Em): Promise<Answers> {
    return (await this.way(key, from, to, em))(answers);
  }

  /** The same as a function, for many reports that go the same way. */
  async way(key: string, from: number, to: number, em?: Em): Promise<(answers: Answers) => Answers> {
    const led = await this.led(key, from, to, em);
    return (answers) => led(answers).answers;
  }

  /** The same on to a draft of version `base`, and whether any answer was converted, renamed or lost on the way. */
  async wayToDraft(
    from: number,
    draft: { base: number; definition: FormDefinition; carries: readonly Carry[] },
  ): Promise<(answers: Answers) => Led> {
    const last = { to: draft.definition, carries: draft.carries };
    return this.led(draft.definition.key, from, draft.base, undefined, [last]);
  }

  private async led(
    key: string,
    from: number,
    to: number,
    em?: Em,
    beyond: readonly Step[] = [],
  ): Promise<(answers: Answers) => Led> {
    const start = (await this.definitions.get(key, from, em)).definition;
    const published = await this.definitions.steps(key, from, to, em);
    const steps = [...published.map((step): Step => ({ ...step, to: step.to.definition })), ...beyond];
    return (given) => {
      let [answers, before, isCarried] = [given, start, false];
      for (const step of steps) {
        const found = carryAnswers(answers, before, step.to, step.carries);
        isCarried ||= found.changed.length + found.lost.length > 0;
        [answers, before] = [found.answers, step.to];
      }
      return { answers, isCarried };
    };
  }

  /** Under which key an answer given under `from` goes on under `to`, where it is another one. */
  async renamed(key: string, from: number, to: number, em?: Em): Promise<Renamed> {
    const steps = await this.definitions.steps(key, from, to, em);
    return (place) =>
      steps.reduce((now, { carries }) => {
        const rename = carries.find((carry) => carry.do === 'rename' && carry.from === now);
        return rename?.do === 'rename' && rename.to !== null ? rename.to : now;
      }, place);
  }
}
