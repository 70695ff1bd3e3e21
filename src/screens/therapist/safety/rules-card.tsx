import type { Text } from '../../../core/text';
import { type ChildSafety, toOwnRule } from '../../../plan/safety/child-safety';
import { type SafetyRuleId, safetyRuleIds, safetyRules } from '../../../plan/safety/rules';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Stepper } from '../../parts/stepper';
import { useText } from '../../parts/use-app';
import { formatValue } from '../words';

/** Faces of pain that a child can have every day: more than this is for a doctor, not for a setting. */
const usualPain = { min: 0, max: 8, step: 2 };

/** A child's own safety rules: as usual, stricter, or looser within the hard limits. */
export function RulesCard(props: { readonly safety: ChildSafety | undefined; onEdit(fields: Fields): void }) {
  const text = useText();
  const { safety, onEdit } = props;
  const own = safetyRuleIds.filter((rule) => safety?.rules[rule] !== undefined);
  return (
    <Card title={text('safety.rules')}>
      <p class="hint">{text('safety.rulesHelp')}</p>
      {safetyRuleIds.map((rule) => (
        <RuleField key={rule} rule={rule} safety={safety} onChange={(to) => onEdit({ [`safety.rules.${rule}`]: to })} />
      ))}
      <div class="setting">
        <Stepper
          label={text('safety.usualPain')}
          value={safety?.usualPain ?? 0}
          {...usualPain}
          format={(value) => text('safety.unit.face', { value })}
          onChange={(to) => to !== null && onEdit({ 'safety.usualPain': to })}
        />
        <p class="hint">{text('safety.usualPainHelp')}</p>
      </div>
      {own.length > 0 && (
        <Button icon="again" onPress={() => onEdit(Object.fromEntries(own.map((rule) => [`safety.rules.${rule}`, null])))}>
          {text('safety.allUsual')}
        </Button>
      )}
    </Card>
  );
}

function RuleField(props: { readonly rule: SafetyRuleId; readonly safety: ChildSafety | undefined; onChange(to: number | null): void }) {
  const text = useText();
  const { rule } = props;
  const { usual, stricter, min, max, step } = safetyRules[rule];
  const value = toOwnRule(rule, props.safety);
  const format = (to: number) => formatRule(text, rule, to);
  const isStricter = stricter === 'up' ? value > usual : value < usual;
  return (
    <div class="setting">
      <Stepper
        label={text(`safety.rule.${rule}`)}
        value={value}
        min={min}
        max={max}
        step={step}
        format={format}
        onChange={(to) => to !== null && props.onChange(to === usual ? null : to)}
      />
      {value !== usual && <p class="hint">{text(isStricter ? 'safety.stricter' : 'safety.looser', { usual: format(usual) })}</p>}
    </div>
  );
}

/** A rule's value with its unit. */
function formatRule(text: Text, rule: SafetyRuleId, value: number): string {
  const { unit } = safetyRules[rule];
  if (unit === 'ms') return formatValue(text, 's', value / 1000, 1);
  if (unit === 'pct') return formatValue(text, 'pct', value);
  return text(`safety.unit.${unit}`, { value });
}
