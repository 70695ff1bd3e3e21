import type { Text } from '../../../core/text';
import { findGame } from '../../../games/registry';
import { findText } from '../words';

/** The name of a plan's field in words, from its path such as `items.<id>.params.holdMs`; the path's end when it has none. */
export function toFieldName(text: Text, path: string, game = 'fireflies'): string {
  const [, , group = '', name = ''] = path.split('.');
  const param = group === 'params' || group === 'bounds' ? findGame(game)?.drill.params[name] : undefined;
  if (param) return text(group === 'bounds' ? 'therapist.plan.boundOf' : 'therapist.plan.valueOf', { what: text(`${param.label}.label`) });
  return findText(text, `therapist.field.${name === '' ? group : name}`) ?? path.replace(/^items\.[^.]+\./, '');
}
