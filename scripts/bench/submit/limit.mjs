// The least that a durable submission can be: Nest on Fastify writes the body as one row. No session, no form, no trail.
import 'reflect-metadata';
import { Body, Controller, Module, Param, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { cpuMs, servePart } from '../kit/part.mjs';

const INSERT = { name: 'one', text: 'insert into plain_answer (id, owner, body) values ($1, $2, $3)' };
const INSERT_ALL = {
  name: 'all',
  text: 'insert into plain_answer (id, owner, body) select * from unnest($1::uuid[], $2::text[], $3::jsonb[])',
};

servePart(begin, (question) => (question === 'cpu' ? cpuMs() : undefined));
process.on('disconnect', () => process.exit(0));

async function begin({ databaseUrl, group }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
  await pool.query('create table if not exists plain_answer (id uuid primary key, owner text, body jsonb)');
  const write = group ? groupedWriter(pool) : (row) => pool.query({ ...INSERT, values: row });

  class Answers {
    async put(owner, body) {
      await write([randomUUID(), owner, JSON.stringify(body)]);
      return { ok: true };
    }
  }
  Param('owner')(Answers.prototype, 'put', 0);
  Body()(Answers.prototype, 'put', 1);
  Put(':owner')(Answers.prototype, 'put', Object.getOwnPropertyDescriptor(Answers.prototype, 'put'));
  Controller('answers')(Answers);
  class App {}
  Module({ controllers: [Answers] })(App);

  const app = await NestFactory.create(App, new FastifyAdapter(), { logger: ['error'] });
  await app.listen(0, '127.0.0.1');
  return { port: app.getHttpServer().address().port, method: 'PUT' };
}

/** Rows that arrive while a commit is under way share the next one. */
function groupedWriter(pool) {
  let waiting = [];
  let busy = false;
  const flush = async () => {
    busy = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const columns = [0, 1, 2].map((column) => group.map(({ row }) => row[column]));
      await pool.query({ ...INSERT_ALL, values: columns }).then(
        () => group.forEach(({ resolve }) => resolve()),
        (error) => group.forEach(({ reject }) => reject(error)),
      );
    }
    busy = false;
  };
  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      if (!busy) setImmediate(flush);
      busy = true;
    });
}
