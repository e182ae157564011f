import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { obligationUnknown, ObligationsService } from '../calendar/index.js';
import { Takes } from '../shared/index.js';
import { FilesService } from './files.service.js';
import { fileRefused, fileUnknown } from './problems.js';

const Named = z.object({ name: z.string().min(1).max(500) });

/** Files kept with a report: sent as they are (`application/octet-stream`), given back only to be saved. */
@Controller('api/reports/:obligation/files')
@UseGuards(SessionGuard)
export class FilesController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly files: FilesService,
  ) {}

  @Get()
  async list(@CurrentPerson() { scope }: SignedIn, @Param('obligation') id: string) {
    const obligation = await this.mustFind(id);
    scope.mustSee(obligation.unit);
    return { files: await this.files.list(id) };
  }

  @Post()
  @HttpCode(201)
  @Takes({ body: 'file' })
  async keep(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('obligation') id: string,
    @Query({ schema: Named }) { name }: z.infer<typeof Named>,
    @Body() content: unknown,
  ) {
    const obligation = await this.mustFind(id);
    scope.mustAnswerFor(obligation.unit);
    if (!Buffer.isBuffer(content)) throw fileRefused();
    return this.files.keep(id, { name, content }, person.id);
  }

  @Get(':file')
  async give(
    @CurrentPerson() { scope }: SignedIn,
    @Param('obligation') id: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const obligation = await this.mustFind(id);
    scope.mustSee(obligation.unit);
    const found = await this.files.content(id, file);
    if (!found) throw fileUnknown();
    void reply
      .header('content-type', found.mediaType)
      // Never shown in the page's own origin, whatever is inside.
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .header('cache-control', 'private, no-store')
      .send(found.content);
  }

  private async mustFind(id: string) {
    const obligation = await this.obligations.find(id);
    if (!obligation) throw obligationUnknown();
    return obligation;
  }
}
