import { Body, Controller, Get, HttpCode, Put, Req, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PasswordsService } from './passwords.service.js';
import { CurrentPerson, SESSION_COOKIE, SessionGuard, type SignedIn } from './session.guard.js';
import { TriesService } from './tries.service.js';

const text = z.string().max(200);
const Change = z.strictObject({ password: text, current: text.optional(), login: text.optional() });
const Standing = z.strictObject({ login: z.string().nullable() });

/** The own password of whoever is signed in. */
@Controller('api/session/password')
@UseGuards(SessionGuard)
export class PasswordController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly tries: TriesService,
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
    await this.tries.spend('password', person.id);
    await this.passwords.change(person, body, request.cookies[SESSION_COOKIE]);
  }
}
