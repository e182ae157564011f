import { Body, Controller, Get, HttpCode, Param, Post, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { obligationUnknown, type Obligation, ObligationsService } from '../calendar/index.js';
import { Takes } from '../shared/index.js';
import { DocumentBody } from './bodies.js';
import { DocumentsService } from './documents.service.js';
import { documentUnknown, fileUnknown } from './problems.js';

const Recorded = z.object({
  number: z.string(),
  /** ISO day. */
  signedOn: z.string(),
  signer: z.string(),
  recipients: z.string(),
  /** Name of the scan; absent where none was given. */
  fileName: z.string().optional(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});

/** The signed document that fulfils an obligation, and its scan: given back only to be saved. */
@Controller('api/obligations/:obligation/document')
@UseGuards(SessionGuard)
export class DocumentsController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly documents: DocumentsService,
  ) {}

  @Post()
  @Takes({ body: 'file' })
  @HttpCode(204)
  async record(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('obligation') id: string,
    @Body({ schema: DocumentBody }) body: z.infer<typeof DocumentBody>,
  ): Promise<void> {
    const obligation = await this.mustFind(id);
    scope.mustAnswerFor(obligation.unit);
    const { file, ...document } = body;
    const content = file && { name: file.name, content: Buffer.from(file.base64, 'base64') };
    await this.documents.record(obligation, { ...document, file: content }, person.id);
  }

  @Get()
  @ApiOkResponse({ standardSchema: Recorded })
  async recorded(@CurrentPerson() { scope }: SignedIn, @Param('obligation') id: string) {
    scope.mustSee((await this.mustFind(id)).unit);
    const found = await this.documents.recorded(id);
    if (!found) throw documentUnknown();
    return found;
  }

  @Get('file')
  async file(
    @CurrentPerson() { scope }: SignedIn,
    @Param('obligation') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    scope.mustSee((await this.mustFind(id)).unit);
    const found = await this.documents.file(id);
    if (!found) throw fileUnknown();
    void reply
      // Whatever is inside, it is saved and never shown in the page's own origin.
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .header('cache-control', 'private, no-store')
      .send(found.content);
  }

  private async mustFind(id: string): Promise<Obligation> {
    const obligation = await this.obligations.find(id);
    if (!obligation) throw obligationUnknown();
    return obligation;
  }
}
