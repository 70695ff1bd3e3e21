import { type Clinic, clinicChoices, fmsDistances, orthosisPlaces } from '../plan/clinic';
import type { FieldValue, FoldedFields } from './fold';

type Values = FoldedFields['fields'];

/** What was said of a child, from the fields `clinic.*` of its profile; what was not said is absent. */
export function toClinic(fields: Values): Clinic {
  const orthoses = Object.fromEntries(orthosisPlaces.flatMap((place) => (fields[`clinic.orthoses.${place}`] === true ? [[place, true]] : [])));
  const chosen = Object.entries(clinicChoices).flatMap(([name, choices]) =>
    choices.flatMap((choice) => (choice === fields[`clinic.${name}`] ? [[name, choice]] : [])),
  );
  const rated = fmsDistances.flatMap((metres) => {
    const value = fields[`clinic.fms${metres}`];
    return typeof value === 'number' ? [[`fms${metres}`, value]] : [];
  });
  const flags = (['lowVision', 'cvi', 'epilepsy'] as const).flatMap((name) => {
    const value = fields[`clinic.${name}`];
    return typeof value === 'boolean' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries([...chosen, ...rated, ...flags]), ...(Object.keys(orthoses).length > 0 ? { orthoses } : {}) };
}

/** The safer of two values that two devices gave a field `clinic.*` apart: said before not said, more limited before less, what calms before what does not. */
export function toSaferClinic(path: string, a: FieldValue, b: FieldValue): FieldValue | undefined {
  if (a === null || b === null) return a ?? b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return a || b;
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  const name = path.slice('clinic.'.length);
  // Of a left and a right field loss neither is safer: somebody looks again.
  if (name === 'fieldLoss' && a !== 'none' && b !== 'none') return undefined;
  if (name === 'fieldLoss') return a === 'none' ? b : a;
  const choices: readonly string[] = Object.hasOwn(clinicChoices, name) ? clinicChoices[name as keyof typeof clinicChoices] : [];
  return choices.find((choice) => choice === a || choice === b);
}
