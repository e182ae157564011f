import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** `GET /api/openapi.json`: what the API takes and gives, written when first asked for. */
export function exposeOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => {
      document ??= SwaggerModule.createDocument(
        app,
        new DocumentBuilder()
          .setTitle('Nhịp')
          .setDescription('Annual socio-economic planning: what is owed, reports, roll-ups, follow-ups.')
          .setVersion('0.1.0')
          .addCookieAuth('nhip_session')
          .build(),
      );
      return reply.send(document);
    });
}
