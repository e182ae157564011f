import type { JsonSchema } from './value-schema.js';

/**
 * The same schema for a validator that makes code for each part: equal properties of the root (rows that ask the same) are
 * described once, without the words. A form of 116 rows has a dozen kinds of them and compiles accordingly faster.
 */
export function withSharedShapes(schema: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  if (!properties) return schema;
  const names = new Map<string, string>();
  const shapes: JsonSchema = {};
  const referring = Object.entries(properties).map(([key, property]) => {
    const bare = withoutWords(property);
    const text = JSON.stringify(bare);
    let name = names.get(text);
    if (name === undefined) {
      name = `shared-${names.size + 1}`;
      names.set(text, name);
      shapes[name] = bare;
    }
    return [key, { $ref: `#/$defs/${name}` }] as const;
  });
  return {
    ...schema,
    properties: Object.fromEntries(referring),
    $defs: { ...(schema['$defs'] as JsonSchema | undefined), ...shapes },
  };
}

/** Without titles and descriptions, of the schema itself and of its properties. */
function withoutWords({ title: _, description: __, ...schema }: JsonSchema): JsonSchema {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  if (!properties) return schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, withoutWords(one)])),
  };
}
