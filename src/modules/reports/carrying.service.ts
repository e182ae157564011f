import { Injectable } from '@nestjs/common';
import { type Answers, carryAnswers } from '../../forms/index.js';
import type { Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import type { Renamed } from './answer-changes.js';
import type { Report } from './report.js';

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
    let { definition } = await this.definitions.get(key, from, em);
    let carried = answers;
    for (const step of await this.definitions.steps(key, from, to, em)) {
      carried = carryAnswers(carried, definition, step.to.definition, step.carries).answers;
      definition = step.to.definition;
    }
    return carried;
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
