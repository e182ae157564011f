import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { ExtensionWishes, StatusesToReview } from './desk.js';
import { DeskService } from './desk.service.js';

/** What waits for the signed-in person's decision; who may decide nothing gets empty lists. */
@Controller('api')
@UseGuards(SessionGuard)
export class DeskController {
  constructor(private readonly desk: DeskService) {}

  /** Wishes for more time, the oldest first. */
  @Get('extension-requests')
  @ApiOkResponse({ standardSchema: ExtensionWishes })
  async wishes(@CurrentPerson() { person }: SignedIn) {
    return { requests: await this.desk.wishes(person) };
  }

  /** Status reports to accept or return, the oldest first. */
  @Get('status-reports')
  @ApiOkResponse({ standardSchema: StatusesToReview })
  async statuses(@CurrentPerson() { person }: SignedIn) {
    return { reports: await this.desk.statuses(person) };
  }
}
