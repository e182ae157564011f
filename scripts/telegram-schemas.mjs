// Rewrites test/standins/telegram/schemas/requests.json: JSON Schemas of the Bot API calls that the product makes, read
// from the published types of @gramio/types. Run after that package changes: `node scripts/telegram-schemas.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';
import { at } from './prepare/root.mjs';

/** Calls with parameters; those without any (getMe, getWebhookInfo) need no schema. */
const METHODS = [
  ...['answerCallbackQuery', 'deleteWebhook', 'editMessageText', 'getFile', 'getUpdates'],
  ...['sendChatAction', 'sendDocument', 'sendMessage', 'setMyCommands', 'setWebhook'],
];

/** The schemas as one value: `methods` by name, and what they share under `$defs`. */
export function telegramSchemas() {
  const folder = at('node_modules/@gramio/types');
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const declared = new Map();
  for (const file of ['params.d.ts', 'objects.d.ts']) {
    const text = readFileSync(path.join(folder, 'out', file), 'utf8');
    for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        declared.set(statement.name.text, statement);
      }
    }
  }
  const $defs = {};
  const define = (name) => {
    const declaration = declared.get(name);
    if (!declaration) throw new Error(`@gramio/types ${version} declares no ${name}`);
    if (!(name in $defs)) {
      $defs[name] = {}; // stands while a type that mentions itself is read
      $defs[name] = ts.isInterfaceDeclaration(declaration) ? object(declaration.members) : schemaOf(declaration.type);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const object = (members) => {
    const properties = {};
    const required = [];
    for (const member of members) {
      properties[member.name.text] = schemaOf(member.type);
      if (!member.questionToken) required.push(member.name.text);
    }
    return { type: 'object', properties, required, additionalProperties: false };
  };
  const schemaOf = (type) => {
    if (ts.isParenthesizedTypeNode(type)) return schemaOf(type.type);
    if (ts.isArrayTypeNode(type)) return { type: 'array', items: schemaOf(type.elementType) };
    if (ts.isUnionTypeNode(type)) return anyOf(type.types.filter((one) => !isConvertible(one)).map(schemaOf));
    if (ts.isLiteralTypeNode(type)) return { const: JSON.parse(type.literal.getText().replaceAll("'", '"')) };
    if (ts.isTypeReferenceNode(type)) return reference(type);
    switch (type.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { type: 'string' };
      case ts.SyntaxKind.BooleanKeyword:
        return { type: 'boolean' };
      case ts.SyntaxKind.NumberKeyword:
        return { type: 'number' };
      default:
        throw new Error(`no JSON Schema is known for the type ${type.getText()}`);
    }
  };
  const reference = (type) => {
    const name = (ts.isQualifiedName(type.typeName) ? type.typeName.right : type.typeName).text;
    // Exclude<keyof TelegramUpdate, "update_id">: the names of the kinds of updates.
    if (name === 'Exclude') {
      const [{ type: whole }, { literal: without }] = type.typeArguments;
      const names = declared.get(whole.typeName.right.text).members.map((member) => member.name.text);
      return { enum: names.filter((one) => one !== without.text) };
    }
    // A file goes in a part of its own; in its place stands the part's name.
    return name === 'Blob' ? { type: 'string' } : define(name);
  };
  const methods = Object.fromEntries(
    METHODS.map((name) => [name, define(`${name[0].toUpperCase()}${name.slice(1)}Params`)]),
  );
  const botApi = /Bot API v([\d.]+)/.exec(readFileSync(path.join(folder, 'out/params.d.ts'), 'utf8'))?.[1];
  return {
    $comment: `Bot API ${botApi}, from @gramio/types ${version}; written by scripts/telegram-schemas.mjs`,
    methods,
    $defs: Object.fromEntries(Object.entries($defs).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** `{ toString(): string }`, `{ toJSON(): X }`: what a library accepts, never what stands on the wire. */
const isConvertible = (type) => ts.isTypeLiteralNode(type) && type.members.every(ts.isMethodSignature);

function anyOf(schemas) {
  if (schemas.length === 1) return schemas[0];
  return schemas.every((one) => 'const' in one) ? { enum: schemas.map((one) => one.const) } : { anyOf: schemas };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = JSON.stringify(telegramSchemas());
  writeFileSync(
    at('test/standins/telegram/schemas/requests.json'),
    await format(text, { parser: 'json', printWidth: 120 }),
  );
}
