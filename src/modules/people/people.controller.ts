import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  UseGuards,
} from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { NewPersonBody, PeopleAnswer, PeopleQuery, PersonBody, RoleBody, RoleNamed, UnitsAnswer } from './bodies.js';
import { type Particulars, readParticulars } from './particulars.js';
import { particularsWrong } from './problems.js';
import { RegisterService } from './register.service.js';

const PAGE = 50;

/** The register of people, for administrators, heads and supervisors: each sees and changes those of the own subtree. */
@Controller('api/people')
@UseGuards(SessionGuard)
export class PeopleController {
  constructor(
    private readonly register: RegisterService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: PeopleAnswer })
  async list(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: PeopleQuery }) { page, ...wish }: z.infer<typeof PeopleQuery>,
  ): Promise<z.infer<typeof PeopleAnswer>> {
    mustManageSomebody(scope);
    const tree = await this.units.tree();
    const found = await this.register.list(person, wish);
    return {
      total: found.length,
      pageSize: PAGE,
      people: found.slice((page - 1) * PAGE, page * PAGE).map((one) => ({
        ...one,
        roles: one.roles.map((held) => ({ ...held, unitName: tree.name(held.unit) })),
      })),
    };
  }

  /** Units whose people the signed-in person manages, for choosing one. */
  @Get('units')
  @ApiOkResponse({ standardSchema: UnitsAnswer })
  async managed(@CurrentPerson() { scope }: SignedIn): Promise<z.infer<typeof UnitsAnswer>> {
    const tree = await this.units.tree();
    const managed = scope.managed();
    return tree.units
      .filter((unit) => unit.member && (managed === undefined || managed.has(unit.code)))
      .map(({ code, name, parent }) => ({ code, name, within: parent === undefined ? undefined : tree.name(parent) }));
  }

  @Post()
  async add(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: NewPersonBody }) { roles, ...typed }: z.infer<typeof NewPersonBody>,
  ) {
    return { id: await this.register.add(person, { ...this.read(typed, person.locale), roles }) };
  }

  @Put(':id')
  @HttpCode(204)
  async change(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: PersonBody }) typed: z.infer<typeof PersonBody>,
  ): Promise<void> {
    await this.register.change(person, id, this.read(typed, person.locale));
  }

  /** Gives a role, or changes its days. */
  @Put(':id/roles')
  @HttpCode(204)
  async giveRole(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: RoleBody }) held: z.infer<typeof RoleBody>,
  ): Promise<void> {
    await this.register.giveRole(person, id, held);
  }

  @Post(':id/roles/end')
  @HttpCode(204)
  async endRole(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: RoleNamed }) held: z.infer<typeof RoleNamed>,
  ): Promise<void> {
    await this.register.endRole(person, id, held);
  }

  /** The person works here no more: sessions, chats and invitations end at once. */
  @Post(':id/leave')
  @HttpCode(204)
  async leave(@CurrentPerson() { person }: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.register.leave(person, id);
  }

  /** The person is back. */
  @Post(':id/return')
  @HttpCode(204)
  async comeBack(@CurrentPerson() { person }: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.register.comeBack(person, id);
  }

  private read(typed: z.infer<typeof PersonBody>, locale: Locale): Particulars {
    const { particulars, faults } = readParticulars(typed);
    if (faults.length > 0) {
      const reasons = faults.map((fault) => this.messages.t(locale, `people.fault-${fault}`)).join(' ');
      throw particularsWrong({ reasons });
    }
    return particulars;
  }
}

/** An official has nobody to manage; the list is not theirs to ask for. */
export function mustManageSomebody(scope: SignedIn['scope']): void {
  const managed = scope.managed();
  if (managed !== undefined && managed.size === 0) throw notAllowed();
}
