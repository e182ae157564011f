// A Nest application on Fastify that does nothing but greet: what any product built on them needs at least.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class Hello {
  greet() {
    return { hello: true };
  }
}
Get('/')(Hello.prototype, 'greet', Object.getOwnPropertyDescriptor(Hello.prototype, 'greet'));
Controller()(Hello);

class App {}
Module({ controllers: [Hello] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: ['error'] });
await app.listen(0, '127.0.0.1');
console.log('ready');
process.on('SIGINT', () => void app.close().then(() => process.exit(0)));
