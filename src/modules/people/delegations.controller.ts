import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { UnitsService } from '../units/index.js';
import { DelegationAnswer, DelegationBody } from './bodies.js';
import { DelegationsService } from './delegations.service.js';

/** Who stands in for whom. */
@Controller('api/delegations')
@UseGuards(SessionGuard)
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsService,
    private readonly units: UnitsService,
  ) {}

  /** Those that the signed-in person may set or end, or that are about the person. */
  @Get()
  @ApiOkResponse({ standardSchema: z.array(DelegationAnswer) })
  async list(@CurrentPerson() { person }: SignedIn): Promise<z.infer<typeof DelegationAnswer>[]> {
    const tree = await this.units.tree();
    const found = await this.delegations.list(person);
    return found.map((one) => ({ ...one, unitName: one.unit && tree.name(one.unit) }));
  }

  /** Sets one; without a deputy it is leave. */
  @Post()
  async set(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: DelegationBody }) wish: z.infer<typeof DelegationBody>,
  ) {
    return { id: await this.delegations.set(person, wish) };
  }

  /** Ends one today. */
  @Post(':id/end')
  @HttpCode(204)
  async end(@CurrentPerson() { person }: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.delegations.end(person, id);
  }
}
