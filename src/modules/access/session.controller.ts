import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Database } from '../database/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { UnitsService } from '../units/index.js';
import { AuditService } from './audit.service.js';
import { OneTimeService } from './one-time.service.js';
import { PasswordsService } from './passwords.service.js';
import { networkOf } from './network-of.js';
import { linkExpired } from './problems.js';
import { CurrentPerson, SESSION_COOKIE, SessionGuard, type SignedIn } from './session.guard.js';
import { SessionsService } from './sessions.service.js';
import { TriesService } from './tries.service.js';

const SignIn = z.union([
  z.strictObject({ token: z.string().min(1).max(100) }),
  z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(200) }),
]);

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly oneTime: OneTimeService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    private readonly tries: TriesService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Signs in with the secret of a one-time link, or with login and password. The page posts the secret, so that a link
   * preview cannot use it up.
   */
  @Post()
  @HttpCode(204)
  async signIn(
    @Body({ schema: SignIn }) body: z.infer<typeof SignIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.tries.spend('sign-in', networkOf(request.ip));
    const secret = 'token' in body ? await this.byLink(body.token) : await this.byPassword(body.login, body.password);
    void reply.setCookie(SESSION_COOKIE, secret, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.publicUrl?.startsWith('https:') ?? false,
      maxAge: 14 * 86_400,
    });
  }

  private byLink(token: string): Promise<string> {
    return this.database.transaction(async (em) => {
      const person = await this.oneTime.useSignIn(em, token);
      if (!person) throw linkExpired();
      await this.audit.note(em, { actor: person, action: 'signed in', subject: person, details: { by: 'link' } });
      return this.sessions.open(em, person);
    });
  }

  private async byPassword(login: string, password: string): Promise<string> {
    const key = login.normalize('NFC').trim().toLowerCase();
    await this.tries.spend('login', key);
    const person = await this.passwords.personOf(login, password);
    return this.database.transaction(async (em) => {
      await this.audit.note(em, { actor: person, action: 'signed in', subject: person, details: { by: 'password' } });
      return this.sessions.open(em, person);
    });
  }

  /** Who is signed in, with roles by name of unit. */
  @Get()
  @UseGuards(SessionGuard)
  async who(@CurrentPerson() { person }: SignedIn) {
    const tree = await this.units.tree();
    return {
      person: { id: person.id, name: person.name, title: person.title, locale: person.locale },
      roles: person.roles.map((held) => ({ ...held, unitName: tree.name(held.unit) })),
      training: this.settings.training,
    };
  }

  @Post('end')
  @HttpCode(204)
  @UseGuards(SessionGuard)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = request.cookies[SESSION_COOKIE];
    if (secret) await this.sessions.end(secret);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}
