// As much of JSON Schema as /openapi.json uses: the faults of a value, as texts.
export function faults(value, schema, document, at = "$") {
  if (schema.$ref) return faults(value, document.components.schemas[schema.$ref.split("/").pop()], document, at);
  if (value === null) return schema.nullable ? [] : [`${at} is null`];
  const is = Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
  if (schema.type && schema.type !== is && !(schema.type === "number" && is === "integer")) return [`${at} is of type ${is}, not ${schema.type}`];
  const found = [];
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at} is ${value}`);
  if (is === "array" && schema.items) value.forEach((item, i) => found.push(...faults(item, schema.items, document, `${at}[${i}]`)));
  if (is === "object") {
    for (const name of schema.required ?? []) if (!(name in value)) found.push(`${at}.${name} is missing`);
    for (const [name, child] of Object.entries(value)) {
      const known = schema.properties?.[name] ?? schema.additionalProperties;
      if (known) found.push(...faults(child, known, document, `${at}.${name}`));
    }
  }
  return found;
}

// The routes of a document: { method, path, role, operation }.
export function routes(document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, role: operation["x-least-role"], operation })));
}
