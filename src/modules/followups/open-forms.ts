import { Injectable } from '@nestjs/common';
import type { Em } from '../database/index.js';

/** A form that a person is in the middle of answering by chat. */
export interface OpenForm {
  title: string;
  /** Indicators with an open answer, of so many. */
  left: number;
  of: number;
}

type Reader = (people: readonly string[], em?: Em) => Promise<Map<string, OpenForm>>;

/**
 * Who is in the middle of a form, so that a notice says how much is left instead of calling them away from it. The room that
 * keeps the dialogs says how that is read; where there is none, nobody is.
 */
@Injectable()
export class OpenForms {
  private reader?: Reader;

  readBy(reader: Reader): void {
    this.reader = reader;
  }

  async of(people: readonly string[], em?: Em): Promise<Map<string, OpenForm>> {
    return this.reader && people.length > 0 ? this.reader(people, em) : new Map();
  }
}
