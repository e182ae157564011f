import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notAllowed } from './problems.js';
import type { SignedIn } from './session.guard.js';

/** Lets only admins pass; stands behind the session guard. */
@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest & { signedIn?: SignedIn }>();
    if (!request.signedIn?.scope.has('admin')) throw notAllowed();
    return true;
  }
}
