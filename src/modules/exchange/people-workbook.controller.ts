import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AuditService, CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { Database } from '../database/index.js';
import { RegisterService, ROLES, UnitFinder } from '../people/index.js';
import { MESSAGES, type Messages, Takes } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { PeopleWorkbookService } from './people-workbook.service.js';
import { notAWorkbook } from './problems.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More than anybody looks at; counts are of all. */
const MOST_SHOWN = 500;

const Wish = z.object({ filled: z.enum(['true', 'false']).default('false') });
const Confirmed = z.object({ confirm: z.string().min(1).max(100) });

const Counts = z.strictObject({
  added: z.number().int(),
  moved: z.number().int(),
  changed: z.number().int(),
  left: z.number().int(),
  back: z.number().int(),
  unchanged: z.number().int(),
});
const Preview = z.strictObject({
  /** In words: "12 người mới, 3 đổi đơn vị, 1 nghỉ". */
  summary: z.string(),
  counts: Counts,
  changes: z.array(
    z.strictObject({ sort: z.enum(['add', 'change', 'leave']), line: z.number().int(), text: z.string() }),
  ),
  faults: z.array(z.strictObject({ cell: z.strictObject({ sheet: z.string(), cell: z.string() }), text: z.string() })),
  /** What is sent back as `confirm`. */
  digest: z.string(),
});

/** A list of people as a workbook: out empty or filled, back in with a preview first. */
@Controller('api/people/workbook')
@UseGuards(SessionGuard)
export class PeopleWorkbookController {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly workbooks: PeopleWorkbookService,
    private readonly register: RegisterService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** The empty list, or the people that the signed-in person manages as it would hold them. */
  @Get()
  async download(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: Wish }) { filled }: z.infer<typeof Wish>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    mustManage(scope);
    const { locale } = person;
    const tree = await this.units.tree();
    const finder = new UnitFinder(tree);
    const managed = scope.managed();
    const units = tree.units.filter((unit) => unit.member && (managed === undefined || managed.has(unit.code)));
    const role = (one: string) => this.messages.t(locale, `people.role-${one}`);
    const people = filled === 'true' ? (await this.register.list(person)).filter((one) => one.mayManage) : [];
    const { writePeopleWorkbook } = await import('./people-workbook/index.js');
    const buffer = await writePeopleWorkbook(
      {
        rows: people.flatMap(({ roles, code, name, title, phone, email }) =>
          roles.map((held) => ({
            ...{ code, name, title, email, role: role(held.role) },
            phone: phone?.replace(/^\+84/, '0'),
            unit: finder.nameOf(tree.get(held.unit)),
          })),
        ),
        units: units.map((unit) => ({ code: unit.code, name: finder.nameOf(unit) })),
        roles: ROLES.filter((one) => one !== 'admin' || scope.has('admin')).map(role),
        yes: this.messages.t(locale, 'people.list-yes'),
      },
      this.workbooks.words(locale),
    );
    if (filled === 'true') {
      await this.audit.note(this.database.em, {
        actor: person.id,
        action: 'list of people given out',
        subject: 'people',
        details: { people: people.length },
      });
    }
    this.send(reply, buffer, 'danh-sach-can-bo');
  }

  /** What a list would change, in words, and what is wrong in it by cell. Nothing is written. */
  @Post('preview')
  @Takes({ body: 'file' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Preview })
  async preview(@CurrentPerson() { person, scope }: SignedIn, @Body() body: unknown): Promise<z.infer<typeof Preview>> {
    mustManage(scope);
    const { summary, counts, changes, faults, digest } = await this.workbooks.read(person, bytesOf(body));
    return {
      ...{ summary, counts, digest },
      changes: changes.slice(0, MOST_SHOWN),
      faults: faults.slice(0, MOST_SHOWN),
    };
  }

  /** Applies the list as it was shown. */
  @Post()
  @Takes({ body: 'file' })
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: Counts })
  async apply(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: Confirmed }) { confirm }: z.infer<typeof Confirmed>,
    @Body() body: unknown,
  ) {
    mustManage(scope);
    return this.workbooks.apply(person, bytesOf(body), confirm);
  }

  /** The same file with its faults as notes in coloured cells, and a first sheet that lists them. */
  @Post('marked')
  @Takes({ body: 'file' })
  @HttpCode(200)
  async marked(
    @CurrentPerson() { person, scope }: SignedIn,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    mustManage(scope);
    const { workbook, faults } = await this.workbooks.read(person, bytesOf(body));
    const { markFaults } = await import('./report-workbook/index.js');
    const t = (key: string) => this.messages.t(person.locale, `exchange.faults.${key}`);
    const buffer = await markFaults(workbook, faults.slice(0, MOST_SHOWN), {
      ...{ sheet: t('sheet'), title: t('title'), hint: t('hint'), none: t('none') },
      ...{ sequence: t('sequence'), place: t('place'), fault: t('fault') },
    });
    this.send(reply, buffer, `danh-sach-can-bo-${t('file').replaceAll(' ', '-')}`);
  }

  private send(reply: FastifyReply, buffer: Buffer, name: string): void {
    void reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${name}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(buffer);
  }
}

function mustManage(scope: SignedIn['scope']): void {
  if (scope.managed()?.size === 0) throw notAllowed();
}

function bytesOf(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw notAWorkbook();
  return body;
}
