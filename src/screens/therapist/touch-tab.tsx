import { type ChildProfile, clearPct } from '../../plan/types';
import { Card } from '../parts/card';
import { Choice } from '../parts/choice';
import { StorageBanner } from '../parts/storage-banner';
import { Toggle } from '../parts/toggle';
import { useText } from '../parts/use-app';
import { NumberField } from './number-field';
import { SwitchCard } from './switch-card';
import type { Edits } from './use-edits';
import { formatNumber, formatValue } from './words';

/** What the form offers; the ranges of clinical.md C9 (hold, merge) and of movement/types.ts. */
const ranges = {
  holdMs: { min: 0, max: 1500, step: 100 },
  mergeMs: { min: 0, max: 400, step: 20 },
  edgeRestMm: { min: 0, max: 40, step: 2 },
  palmMm: { min: 15, max: 60, step: 5 },
  lockoutMs: { min: 0, max: 2000, step: 100 },
  reachMm: { min: 50, max: 600, step: 10 },
  volume: { min: 0, max: 1, step: 0.05 },
} as const;

const volumes = ['music', 'effects', 'voice'] as const;

/** How this child touches, sees and hears: one plain sentence for each setting. */
export function TouchTab({ child }: { readonly child: Edits<ChildProfile> }) {
  const text = useText();
  const { value, edit } = child;
  if (!value) return null;
  const { touch, play } = value;
  const seconds = (zero: string) => (ms: number) => (ms === 0 ? text(zero) : formatValue(text, 's', ms / 1000, ms % 100 === 0 ? 1 : 2));
  const mm = (value: number) => formatValue(text, 'mm', value);
  return (
    <>
      {child.problem && <StorageBanner problem={child.problem} />}
      <div class="settings packed">
        <Card title={text('therapist.touch.counts')}>
          <Choice
            label={text('therapist.touch.accept')}
            value={touch.accept}
            options={(['contact', 'release'] as const).map((to) => ({ value: to, label: text(`therapist.touch.on.${to}`) }))}
            onChange={(to) => edit({ 'touch.accept': to })}
          />
          <p class="hint">{text(`therapist.touch.onHelp.${touch.accept}`)}</p>
          <NumberField
            name="holdMs"
            value={touch.holdMs}
            range={ranges.holdMs}
            format={seconds('therapist.touch.atOnce')}
            onChange={(to) => edit({ 'touch.holdMs': to })}
          />
          <NumberField
            name="lockoutMs"
            value={value.lockoutMs}
            range={ranges.lockoutMs}
            format={seconds('therapist.touch.none')}
            onChange={(to) => edit({ lockoutMs: to })}
          />
        </Card>
        <Card title={text('therapist.touch.filter')}>
          <NumberField
            name="mergeMs"
            value={touch.mergeMs}
            range={ranges.mergeMs}
            format={seconds('therapist.touch.none')}
            onChange={(to) => edit({ 'touch.mergeMs': to })}
          />
          <NumberField
            name="edgeRestMm"
            value={touch.edgeRestMm}
            range={ranges.edgeRestMm}
            format={(to) => (to === 0 ? text('therapist.touch.none') : mm(to))}
            onChange={(to) => edit({ 'touch.edgeRestMm': to })}
          />
          <NumberField name="palmMm" value={touch.palmMm} range={ranges.palmMm} format={mm} onChange={(to) => edit({ 'touch.palmMm': to })} />
        </Card>
        <SwitchCard child={child} />
        <Card title={text('therapist.touch.place')}>
          <NumberField
            name="reachMm"
            value={value.reachMm}
            range={ranges.reachMm}
            format={mm}
            none={text('therapist.touch.wholeField')}
            onChange={(to) => edit({ reachMm: to })}
          />
          <Choice
            label={text('therapist.touch.hand')}
            value={play.hand}
            options={(['left', 'right'] as const).map((to) => ({ value: to, label: text(`therapist.side.${to}`), icon: `${to}-hand` }))}
            onChange={(to) => edit({ 'play.hand': to })}
          />
          <p class="hint">{text('therapist.touch.handHelp')}</p>
        </Card>
        <Card title={text('therapist.touch.picture')}>
          {(['simplePicture', 'highContrast', 'reducedMotion'] as const).map((name) => (
            <Toggle
              key={name}
              label={text(`therapist.touch.${name}`)}
              hint={text(`therapist.touch.${name}Help`)}
              value={play[name]}
              onChange={(to) => edit({ [`play.${name}`]: to })}
            />
          ))}
          <Choice
            label={text('therapist.touch.clear.label')}
            value={play.clear?.side ?? 'none'}
            options={(['none', 'left', 'right'] as const).map((to) => ({ value: to, label: text(`therapist.touch.clear.${to}`) }))}
            onChange={(to) => edit({ 'play.clear.side': to, 'play.clear.pct': play.clear?.pct ?? clearPct.usual })}
          />
          <p class="hint">{text('therapist.touch.clear.help')}</p>
          {play.clear && play.clear.side !== 'none' && (
            <NumberField
              name="clearPct"
              value={play.clear.pct}
              range={clearPct}
              format={(to) => text('unit.pct.value', { value: formatNumber(text, to) })}
              onChange={(to) => edit({ 'play.clear.pct': to })}
            />
          )}
        </Card>
        <Card title={text('therapist.touch.sound')}>
          {volumes.map((name) => (
            <NumberField
              key={name}
              name={name}
              value={play.volumes[name]}
              range={ranges.volume}
              format={(to) => (to === 0 ? text('therapist.touch.silent') : text('unit.pct.value', { value: formatNumber(text, to * 100) }))}
              onChange={(to) => edit({ [`play.volumes.${name}`]: to })}
            />
          ))}
        </Card>
      </div>
    </>
  );
}
