import { Body, Controller, Get, HttpCode, Inject, Put, Req, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Clock, WALL_CLOCK } from '../shared/index.js';
import { PasswordsService } from './passwords.service.js';
import { tooManyTries } from './problems.js';
import { RateLimit } from './rate-limit.js';
import { CurrentPerson, SESSION_COOKIE, SessionGuard, type SignedIn } from './session.guard.js';

const text = z.string().max(200);
const Change = z.strictObject({ password: text, current: text.optional(), login: text.optional() });
const Standing = z.strictObject({ login: z.string().nullable() });

/** The own password of whoever is signed in. */
@Controller('api/session/password')
@UseGuards(SessionGuard)
export class PasswordController {
  private readonly limit = new RateLimit(10);

  constructor(
    private readonly passwords: PasswordsService,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  /** The login, where a password is set. */
  @Get()
  @ApiOkResponse({ standardSchema: Standing })
  async standing(@CurrentPerson() { person }: SignedIn): Promise<z.infer<typeof Standing>> {
    return { login: (await this.passwords.loginOf(person.id)) ?? null };
  }

  /** Sets the first password with its login, or changes it for whoever knows the present one. */
  @Put()
  @HttpCode(204)
  async change(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: Change }) body: z.infer<typeof Change>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    if (!this.limit.allows(person.id, this.clock.now().getTime())) throw tooManyTries();
    await this.passwords.change(person, body, request.cookies[SESSION_COOKIE]);
  }
}
