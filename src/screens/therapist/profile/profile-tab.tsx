import {
  clinicLevels,
  clinicPostures,
  clinicSeats,
  clinicSides,
  fieldLosses,
  fmsDistances,
  fmsRatings,
  hearings,
  orthosisPlaces,
  supportHeights,
} from '../../../plan/clinic';
import type { ChildProfile } from '../../../plan/types';
import { Button } from '../../parts/button';
import { Card } from '../../parts/card';
import { Stepper } from '../../parts/stepper';
import { StorageBanner } from '../../parts/storage-banner';
import { Toggle } from '../../parts/toggle';
import { useText } from '../../parts/use-app';
import type { Edits } from '../use-edits';
import { HintList } from './hint-list';
import { Pick } from './pick';
import './profile.css';

const scales = ['gmfcs', 'macs', 'cfcs'] as const;

/** What is known of a child: all of it optional, none of it sets how hard play is. `onGo` opens another section. */
export function ProfileTab({ child, onGo }: { readonly child: Edits<ChildProfile>; onGo(tab: 'safety' | 'touch'): void }) {
  const text = useText();
  const { value, edit } = child;
  if (!value) return null;
  const clinic = value.clinic ?? {};
  const words = <V extends string>(list: readonly V[], key: string) => list.map((one) => ({ value: one, label: text(`profile.${key}.${one}`) }));
  const say = (name: string) => (to: string | number | null) => edit({ [`clinic.${name}`]: to });
  return (
    <>
      {child.problem && <StorageBanner problem={child.problem} />}
      <p class="hint profile-about">{text('profile.about')}</p>
      <div class="settings packed profile">
        <Card title={text('profile.levels')}>
          {scales.map((scale) => (
            <div key={scale} class="setting">
              <Pick
                label={text(`profile.${scale}.label`)}
                class="levels-row"
                options={clinicLevels.map((level) => ({ value: level, label: level }))}
                value={clinic[scale]}
                onChange={say(scale)}
              />
              {clinic[scale] && <p class="hint">{text(`profile.${scale}.${clinic[scale]}`)}</p>}
            </div>
          ))}
          <fieldset class="setting fms">
            <legend class="choice-label">{text('profile.fms.label')}</legend>
            <p class="hint">{text('profile.fms.help')}</p>
            {fmsDistances.map((metres) => (
              <Stepper
                key={metres}
                label={text('profile.fms.at', { metres })}
                value={clinic[`fms${metres}`] ?? null}
                min={fmsRatings.min}
                max={fmsRatings.max}
                none={text('profile.notSaid')}
                onChange={say(`fms${metres}`)}
              />
            ))}
          </fieldset>
        </Card>
        <Card title={text('profile.posture.title')}>
          <Pick label={text('profile.posture.label')} options={words(clinicPostures, 'posture')} value={clinic.posture} onChange={say('posture')} />
          <div class="setting">
            <Pick label={text('profile.support.label')} options={words(supportHeights, 'support')} value={clinic.support} onChange={say('support')} />
            <p class="hint">{text('profile.support.help')}</p>
          </div>
          <Pick label={text('profile.seat.label')} options={words(clinicSeats, 'seat')} value={clinic.seat} onChange={say('seat')} />
          <fieldset class="setting orthoses">
            <legend class="choice-label">{text('profile.orthoses.label')}</legend>
            <div class="orthosis-row">
              {orthosisPlaces.map((place) => (
                <Button
                  key={place}
                  pressed={clinic.orthoses?.[place] === true}
                  onPress={() => edit({ [`clinic.orthoses.${place}`]: clinic.orthoses?.[place] === true ? null : true })}
                >
                  {text(`profile.orthoses.${place}`)}
                </Button>
              ))}
            </div>
          </fieldset>
        </Card>
        <HintList child={value} onEdit={edit} />
        <Card title={text('profile.body')}>
          <Pick label={text('profile.sides.label')} options={words(clinicSides, 'sides')} value={clinic.sides} onChange={say('sides')} />
          <Pick
            label={text('profile.epilepsy.label')}
            options={words(['no', 'yes'], 'epilepsy')}
            value={clinic.epilepsy === undefined ? undefined : clinic.epilepsy ? 'yes' : 'no'}
            onChange={(to) => edit({ 'clinic.epilepsy': to === null ? null : to === 'yes' })}
          />
        </Card>
        <Card title={text('profile.senses')}>
          <Pick
            label={text('profile.fieldLoss.label')}
            options={words(fieldLosses, 'fieldLoss')}
            value={clinic.fieldLoss}
            onChange={say('fieldLoss')}
          />
          <Toggle label={text('profile.lowVision')} value={clinic.lowVision ?? false} onChange={(to) => edit({ 'clinic.lowVision': to })} />
          <Toggle label={text('profile.cvi')} value={clinic.cvi ?? false} onChange={(to) => edit({ 'clinic.cvi': to })} />
          <Pick label={text('profile.hearing.label')} options={words(hearings, 'hearing')} value={clinic.hearing} onChange={say('hearing')} />
        </Card>
        <Card title={text('profile.elsewhere')}>
          <Button icon="heart" onPress={() => onGo('safety')}>
            {text('profile.toSafety')}
          </Button>
          <Button icon="touch" onPress={() => onGo('touch')}>
            {text('profile.toTouch')}
          </Button>
        </Card>
      </div>
    </>
  );
}
