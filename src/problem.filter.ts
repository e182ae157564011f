import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from './modules/access/index.js';
import { tooLarge } from './http/body-limits.js';
import { MESSAGES, Problem, type Locale, type Messages } from './modules/shared/index.js';

/** The one translator from what went wrong to HTTP: `{code, message}` in the user's language, never a stack or a value of ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  constructor(@Inject(MESSAGES) private readonly messages: Messages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest & { signedIn?: SignedIn }>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const locale = localeOf(request);
    const { status, code, params } = this.describe(error, request);
    if (reply.sent || reply.raw.headersSent) return;
    void reply.status(status).send({ code, message: this.messages.t(locale, code, params) });
  }

  private describe(
    error: unknown,
    request: FastifyRequest,
  ): { status: number; code: string; params?: Record<string, string | number> } {
    if (error instanceof Problem) return { status: error.status, code: error.code, params: error.params };
    const status = statusOf(error);
    if (status === 404) return { status, code: 'request.unknown' };
    if (status === 413) return this.describe(tooLarge(request.routeOptions.bodyLimit), request);
    if (status !== undefined && status < 500) {
      return { status, code: 'request.invalid', params: { reasons: reasonsOf(error) } };
    }
    this.log.error(String(error), (error as Error).stack);
    return { status: 500, code: 'server.failed' };
  }
}

/** Nest's exceptions and Fastify's own (a body too large, broken JSON) both carry a status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : undefined;
}

function reasonsOf(error: unknown): string {
  const response = error instanceof HttpException ? error.getResponse() : undefined;
  const message = typeof response === 'object' ? (response as { message?: unknown }).message : (error as Error).message;
  return (Array.isArray(message) ? message.join('; ') : String(message)).slice(0, 500);
}

function localeOf(request: FastifyRequest & { signedIn?: SignedIn }): Locale {
  if (request.signedIn) return request.signedIn.person.locale;
  return request.headers['accept-language']?.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
