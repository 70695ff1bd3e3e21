import { findGame } from '../../../games/registry';
import { playableSources } from '../../../movement/interpret/interpreters';
import { clinicLevels } from '../../../plan/clinic';
import { fitsProfile } from '../../../plan/profile-hints';
import { listNew, type PlanTemplate, planTemplates, type TemplateItem, toTemplateFields } from '../../../plan/templates';
import type { ChildProfile, PlanItem } from '../../../plan/types';
import type { Fields } from '../../../store/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { useApp, useText } from '../../parts/use-app';
import { toFitWords } from './fit-words';

/** Named starting plans; one press adds a plan's games, and nothing more is asked. Those for this child's level come first. */
export function TemplateSheet(props: {
  readonly child: ChildProfile;
  readonly items: readonly PlanItem[];
  onEdit(fields: Fields): void;
  onClose(): void;
}) {
  const text = useText();
  const { levels, newId } = useApp();
  const { child, items } = props;
  const toFit = ({ game, level }: TemplateItem) => {
    const found = levels.find((one) => one.game === game && one.id === level);
    return fitsProfile(child.clinic, findGame(game)?.drill.id ?? '', found?.params ?? {}) !== false;
  };
  const suits = ({ gmfcs: [from, to], items }: PlanTemplate) => {
    const own = child.clinic?.gmfcs;
    // What was said beside the level may speak against a game.
    if (!own || !items.every(toFit)) return false;
    const at = clinicLevels.indexOf(own);
    return at >= clinicLevels.indexOf(from) && at <= clinicLevels.indexOf(to);
  };
  const add = (template: PlanTemplate) => {
    props.onEdit(toTemplateFields(template, items, levels, newId, (game) => playableSources(findGame(game)?.drill.movement ?? 'rep')[0] ?? 'adult'));
    props.onClose();
  };
  const sorted = [...planTemplates.filter(suits), ...planTemplates.filter((one) => !suits(one))];
  return (
    <Sheet title={text('planEdit.templates.title')} class="plan-sheet" onClose={props.onClose}>
      <p class="hint">{text('planEdit.templates.help')}</p>
      <ul class="templates">
        {sorted.map((template) => {
          const [from, to] = template.gmfcs;
          const left = listNew(template.items, items);
          return (
            <li key={template.id}>
              <h3>{template.name[text.language]}</h3>
              <p class="hint">
                {text('planEdit.templates.for', { levels: `${from}–${to}`, posture: text(`planEdit.templates.posture.${template.posture}`) })}
                {suits(template) && <span class="fits"> {toFitWords(text, child)}</span>}
              </p>
              <p>{template.about[text.language]}</p>
              <ul class="template-games">
                {template.items.map((item) => {
                  const level = levels.find((one) => one.game === item.game && one.id === item.level);
                  return (
                    <li key={item.game}>
                      <b>{text(`${item.game}.name`)}</b>: {level && `${level.order} ${level.name[text.language]}`}
                      {!left.includes(item) && <span class="hint"> ({text('planEdit.templates.there')})</span>}
                    </li>
                  );
                })}
              </ul>
              <p class="hint">{text('planEdit.templates.sources', { sources: template.sources })}</p>
              <Button kind="main" icon="plus" disabled={left.length === 0} onPress={() => add(template)}>
                {text('planEdit.templates.add', { count: left.length })}
                <span class="unseen">: {template.name[text.language]}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
