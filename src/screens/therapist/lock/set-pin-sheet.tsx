import { useMemo, useState } from 'preact/hooks';
import type { StorageProblem } from '../../../session/types';
import type { Lock } from '../../../store/lock/types';
import { Button } from '../../parts/button';
import { Sheet } from '../../parts/sheet';
import { StorageBanner } from '../../parts/storage-banner';
import { useText } from '../../parts/use-app';
import { CodeSlip } from './code-slip';
import { Keypad } from './keypad';
import { PinEntry } from './pin-entry';

type Step = 'now' | 'choose' | 'again' | 'code';

/** Sets or changes the PIN: chosen twice, and in force only once the recovery code is written down. */
export function SetPinSheet(props: {
  readonly lock: Lock;
  /** The adult has just shown who it is: the PIN that is set is not asked for. */
  readonly isKnown: boolean;
  onClose(): void;
}) {
  const text = useText();
  const { lock } = props;
  const [step, setStep] = useState<Step>(props.isKnown || !lock.isSet ? 'choose' : 'now');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [differs, setDiffers] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const code = useMemo(() => lock.createCode(), [lock]);
  const compare = (second: string) => {
    setDiffers(second !== pin);
    setAgain('');
    if (second !== pin) setPin('');
    setStep(second === pin ? 'code' : 'choose');
  };
  const choose = (first: string) => {
    setPin(first);
    setStep('again');
  };
  async function save(): Promise<void> {
    if (saving) return;
    setSaving(true);
    const outcome = await lock.set(pin, code);
    setSaving(false);
    if (outcome.saved) props.onClose();
    else setProblem(outcome.problem);
  }
  return (
    <Sheet title={text(lock.isSet ? 'lock.change' : 'lock.setPin')} class="pin-sheet" onClose={props.onClose}>
      {problem && <StorageBanner problem={problem} />}
      {step === 'now' && (
        <>
          <p class="lock-ask">{text('lock.typeOld')}</p>
          <PinEntry lock={lock} label={text('lock.typeOld')} onOpen={() => setStep('choose')} />
        </>
      )}
      {step === 'choose' && (
        <>
          <p class="lock-ask">{text('lock.choose')}</p>
          <Keypad key="choose" label={text('lock.choose')} value={pin} disabled={false} onChange={setPin} onDone={choose} />
          <p class="pin-words" role="status">
            {differs ? text('lock.differs') : text('lock.chooseHint')}
          </p>
        </>
      )}
      {step === 'again' && (
        <>
          <p class="lock-ask">{text('lock.again')}</p>
          <Keypad key="again" label={text('lock.again')} value={again} disabled={false} onChange={setAgain} onDone={compare} />
          <p class="pin-words" role="status">
            {isEasy(pin) ? text('lock.easy') : ''}
          </p>
          {isEasy(pin) && (
            <Button
              kind="quiet"
              size="main"
              icon="back"
              onPress={() => {
                setPin('');
                setStep('choose');
              }}
            >
              {text('lock.chooseOther')}
            </Button>
          )}
        </>
      )}
      {step === 'code' && <CodeSlip code={code} busy={saving} onWritten={() => void save()} />}
    </Sheet>
  );
}

/** True for digits that a child finds: all the same, or in a row. */
function isEasy(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]));
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
}
