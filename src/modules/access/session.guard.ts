import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
// The types of `cookies` and `setCookie` come with the plugin.
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { type Person, UnitsService } from '../units/index.js';
import { notAllowed, signInNeeded } from './problems.js';
import { Scope } from './scope.js';
import { SessionsService } from './sessions.service.js';

export const SESSION_COOKIE = 'nhip_session';

interface SignedIn {
  person: Person;
  scope: Scope;
}

type Request = FastifyRequest & { signedIn?: SignedIn };

/**
 * Lets a request pass only with a session. A changing request must come from our own pages: the browser says so in
 * `Sec-Fetch-Site`, and the cookie is SameSite=Lax besides.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionsService,
    private readonly units: UnitsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    mustBeSameSite(request);
    const person = await this.sessions.person(request.cookies[SESSION_COOKIE]);
    if (!person) throw signInNeeded();
    request.signedIn = { person, scope: new Scope(person, await this.units.tree()) };
    return true;
  }
}

/** Refuses a changing request that another site made the browser send. */
export function mustBeSameSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw notAllowed();
}

/** The signed-in person and scope in a handler's parameters; only behind {@link SessionGuard}. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const signedIn = context.switchToHttp().getRequest<Request>().signedIn;
  if (!signedIn) throw signInNeeded();
  return signedIn;
});

export type { SignedIn };
