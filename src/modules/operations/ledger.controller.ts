import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminGuard, CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { Backlog, BacklogService } from './backlog.service.js';
import { LedgerPage, LedgerQuery } from './ledger.js';
import { LedgerService } from './ledger.service.js';
import { PassedOverPage, PassedOverQuery } from './passed-over.js';
import { PassedOverService } from './passed-over.service.js';

/** What left, what became of it, and what waits. */
@Controller('api/outbox')
@UseGuards(SessionGuard)
export class LedgerController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly passedOver: PassedOverService,
    private readonly backlog: BacklogService,
  ) {}

  /** Admins see everything, heads and supervisors what went to people of the units they watch. */
  @Get('ledger')
  @ApiOkResponse({ standardSchema: LedgerPage })
  async page(@CurrentPerson() { person, scope }: SignedIn, @Query({ schema: LedgerQuery }) query: LedgerQuery) {
    mayRead(scope);
    return this.ledger.page(query, { person: person.id, scope, locale: person.locale });
  }

  /** Notices of which no message was written, and why: of every unit for admins, of those they watch for heads and supervisors. */
  @Get('ledger/passed-over')
  @ApiOkResponse({ standardSchema: PassedOverPage })
  async notSent(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: PassedOverQuery }) query: PassedOverQuery,
  ): Promise<PassedOverPage> {
    mayRead(scope);
    return this.passedOver.page(query, { scope, locale: person.locale });
  }

  /** How much is due by kind and channel, how fast it goes, and when it will have gone. */
  @Get('backlog')
  @UseGuards(AdminGuard)
  @ApiOkResponse({ standardSchema: Backlog })
  async see() {
    return this.backlog.now();
  }
}

function mayRead(scope: SignedIn['scope']): void {
  if (!scope.has('admin') && !scope.has('supervisor') && !scope.has('head')) throw notAllowed();
}
