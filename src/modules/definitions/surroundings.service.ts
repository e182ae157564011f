import { Injectable } from '@nestjs/common';
import { figuresElsewhere, type Surroundings } from '../../forms/index.js';
import { Database, row, type Em } from '../database/index.js';
import type { Audience } from '../units/index.js';
import { DefinitionsService } from './definitions.service.js';

/** What a form stands among: the other forms as they are published, and the units that its rows may apply to. */
@Injectable()
export class SurroundingsService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
  ) {}

  async of(form: string, em: Em = this.database.em): Promise<Surroundings> {
    const newest = await this.definitions.newest(em);
    const forms = await Promise.all([...newest].map(([key, version]) => this.definitions.get(key, version, em)));
    const audiences = await this.named(em);
    return {
      // A profile that was loaded before it named them says nothing of what there is.
      ...(audiences ? { appliesTo: new Set(['all', ...audiences.map(({ code }) => code)]) } : {}),
      figures: figuresElsewhere(
        forms.map(({ definition }) => definition),
        form,
      ),
    };
  }

  /** The traits that a row may apply to, beside every unit, as the profile in force names them. */
  async audiences(em: Em = this.database.em): Promise<Audience[]> {
    return (await this.named(em)) ?? [];
  }

  private async named(em: Em): Promise<Audience[] | undefined> {
    const found = await row<{ audiences: Audience[] | null }>(
      em,
      `select rules -> 'audiences' as audiences from profile_state order by loaded_at desc limit 1`,
    );
    return found?.audiences ?? undefined;
  }
}
