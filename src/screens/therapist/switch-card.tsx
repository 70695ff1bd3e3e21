import type { ChildProfile } from '../../plan/types';
import { Card } from '../parts/card';
import { Choice } from '../parts/choice';
import { useText } from '../parts/use-app';
import { NumberField } from './number-field';
import type { Edits } from './use-edits';
import { formatValue } from './words';

/** What the form offers; the ranges of movement/types.ts. */
const ranges = {
  scanMs: { min: 1000, max: 20_000, step: 500 },
  switchHoldMs: { min: 0, max: 1500, step: 100 },
  repeatMs: { min: 0, max: 2000, step: 100 },
} as const;

/** How this child plays by switch, key or gamepad. */
export function SwitchCard({ child }: { readonly child: Edits<ChildProfile> }) {
  const text = useText();
  const { value, edit } = child;
  if (!value) return null;
  const { switches } = value;
  const seconds = (ms: number) => formatValue(text, 's', ms / 1000, 1);
  return (
    <Card title={text('therapist.touch.switches')}>
      <Choice
        label={text('therapist.touch.scan')}
        value={switches.scan}
        options={(['direct', 'one', 'two'] as const).map((to) => ({ value: to, label: text(`therapist.touch.scanBy.${to}`) }))}
        onChange={(to) => edit({ 'switches.scan': to })}
      />
      <p class="hint">{text(`therapist.touch.scanHelp.${switches.scan}`)}</p>
      {switches.scan !== 'direct' && (
        <NumberField
          name="scanMs"
          value={switches.scanMs}
          range={ranges.scanMs}
          format={seconds}
          onChange={(to) => edit({ 'switches.scanMs': to })}
        />
      )}
      <NumberField
        name="switchHoldMs"
        value={switches.holdMs}
        range={ranges.switchHoldMs}
        format={(ms) => (ms === 0 ? text('therapist.touch.atOnce') : seconds(ms))}
        onChange={(to) => edit({ 'switches.holdMs': to })}
      />
      <NumberField
        name="repeatMs"
        value={switches.repeatMs}
        range={ranges.repeatMs}
        format={(ms) => (ms === 0 ? text('therapist.touch.none') : seconds(ms))}
        onChange={(to) => edit({ 'switches.repeatMs': to })}
      />
    </Card>
  );
}
