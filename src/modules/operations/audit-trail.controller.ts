import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { AuditPage, AuditQuery } from './audit-trail.js';
import { AuditTrailService } from './audit-trail.service.js';

/** Who did what, when and why; for admins. */
@Controller('api/audit')
@UseGuards(SessionGuard, AdminGuard)
export class AuditTrailController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  @ApiOkResponse({ standardSchema: AuditPage })
  see(@CurrentPerson() { person }: SignedIn, @Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditPage> {
    return this.trail.page(query, person.locale);
  }
}
