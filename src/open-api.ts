import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { AppModule } from './app.module.js';
import { readSettings } from './modules/settings/index.js';

/** `GET /api/openapi.json`: what the API takes and gives, written when first asked for. */
export function exposeOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => {
      document ??= documentOf(app);
      return reply.send(document);
    });
}

/** The same document without a database: nothing of the product is started. The types of the pages are written from it. */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const nowhere = AppModule.with({ settings: readSettings({}), databaseUrl: 'postgresql://nowhere' });
  const app = await NestFactory.create<NestFastifyApplication>(nowhere, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return documentOf(app);
}

function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const described = new DocumentBuilder()
    .setTitle('Nhịp')
    .setDescription('Annual socio-economic planning: what is owed, reports, roll-ups, follow-ups.')
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('nhip_session')
    .build();
  return SwaggerModule.createDocument(app, described, {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: jsonSchemaOf(schema, schemaType) } : undefined,
  });
}

/**
 * A zod schema in the words of OpenAPI. What mentions itself (any JSON) would need a name that is unique in the document
 * and has none, so that it stands as anything; what JSON Schema cannot say (a refinement) is left to the server.
 */
function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const written = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  const { $schema: _, $defs: __, ...rest } = written;
  return withoutReferences(rest) as Record<string, unknown>;
}

function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutReferences(one)]));
}
