import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { MESSAGES, type Messages } from '../shared/index.js';

const Area = z.object({ area: z.enum(['forms', 'understand']) });

/** The sentences of the form engine, for pages that run it themselves: a fault is told in the same words everywhere. */
@Controller('api/words')
@UseGuards(SessionGuard)
export class WordsController {
  constructor(@Inject(MESSAGES) private readonly messages: Messages) {}

  @Get()
  words(@CurrentPerson() { person }: SignedIn, @Query({ schema: Area }) { area }: z.infer<typeof Area>) {
    const keys = this.messages.keys('vi').filter((key) => key.startsWith(`${area}.`));
    return { words: Object.fromEntries(keys.map((key) => [key, this.messages.t(person.locale, key)])) };
  }
}
