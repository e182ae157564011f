import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { UnitsService } from '../units/index.js';
import { InvitationAnswer, SheetAnswer, StandingAnswer } from './bodies.js';
import { EnrolmentService } from './enrolment.service.js';
import { mustManageSomebody } from './people.controller.js';
import { RegisterService } from './register.service.js';

const Sheet = z.strictObject({ unit: z.string().min(1).max(100) });

/** Invitations to chats, and whose chats are bound. */
@Controller('api/people')
@UseGuards(SessionGuard)
export class EnrolmentController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly register: RegisterService,
    private readonly units: UnitsService,
  ) {}

  /** How many of each unit's people have a chat. */
  @Get('linked')
  @ApiOkResponse({ standardSchema: StandingAnswer })
  async standing(@CurrentPerson() { person, scope }: SignedIn): Promise<z.infer<typeof StandingAnswer>> {
    mustManageSomebody(scope);
    const tree = await this.units.tree();
    return (await this.enrolment.standing(person)).map((one) => ({ ...one, unitName: tree.name(one.unit) }));
  }

  /** A new invitation, shown once; those given before are revoked. */
  @Post(':id/invitation')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: InvitationAnswer })
  async invite(@CurrentPerson() { person }: SignedIn, @Param('id', ParseUUIDPipe) id: string) {
    return this.enrolment.invite(person, id);
  }

  /** The same, sent to where the person can be written to already. */
  @Post(':id/invitation/send')
  @HttpCode(204)
  async send(@CurrentPerson() { person }: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.enrolment.send(person, id);
  }

  /** Invitations for everybody of a unit who has no chat yet, for a sheet of paper. */
  @Post('invitations')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: SheetAnswer })
  async sheet(
    @CurrentPerson() { person, scope }: SignedIn,
    @Body({ schema: Sheet }) { unit }: z.infer<typeof Sheet>,
  ): Promise<z.infer<typeof SheetAnswer>> {
    if (!scope.manages(unit)) throw notAllowed();
    return {
      unit,
      unitName: (await this.units.tree()).name(unit),
      invitations: await this.enrolment.inviteUnit(person, unit),
    };
  }

  /** Ends the binding of a chat; the chat is told. */
  @Post('chats/:link/end')
  @HttpCode(204)
  async unlink(@CurrentPerson() { person }: SignedIn, @Param('link', ParseUUIDPipe) link: string): Promise<void> {
    await this.register.unlink(person, link);
  }
}
