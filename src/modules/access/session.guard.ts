import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
// The types of `cookies` and `setCookie` come with the plugin.
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { type Person, UnitsService } from '../units/index.js';
import { signInNeeded } from './problems.js';
import { Scope } from './scope.js';
import { SessionsService } from './sessions.service.js';

export const SESSION_COOKIE = 'nhip_session';

interface SignedIn {
  person: Person;
  scope: Scope;
}

type Request = FastifyRequest & { signedIn?: SignedIn };

/** Lets a request pass only with a session. That a changing one comes from our own pages was seen before (src/http). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionsService,
    private readonly units: UnitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const person = await this.sessions.person(request.cookies[SESSION_COOKIE]);
    if (!person) throw signInNeeded();
    request.signedIn = { person, scope: new Scope(person, await this.units.tree()) };
    return true;
  }
}

/** The signed-in person and scope in a handler's parameters; only behind {@link SessionGuard}. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const signedIn = context.switchToHttp().getRequest<Request>().signedIn;
  if (!signedIn) throw signInNeeded();
  return signedIn;
});

export type { SignedIn };
