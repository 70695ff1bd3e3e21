import { useState } from 'preact/hooks';
import type { Lock } from '../../../store/lock/types';
import { Banner } from '../../parts/banner';
import { Button } from '../../parts/button';
import { useDevice, useText } from '../../parts/use-app';
import { SetPinSheet } from './set-pin-sheet';
import { useLock } from './use-lock';

/** Asks kindly for a PIN once there is a child to protect; put off, it is not asked again and stays among the tablet's settings. */
export function PinOffer(props: { readonly lock: Lock }) {
  const text = useText();
  const lock = useLock(props.lock);
  const device = useDevice();
  const [setting, setSetting] = useState(false);
  if (!lock.canSet || ((lock.isSet || device.settings.pinPutOff) && !setting)) return null;
  return (
    <>
      {!lock.isSet && (
        <Banner title={text('lock.offer')}>
          <p>{text('lock.offerWhy')}</p>
          <Button kind="main" size="main" icon="lock" onPress={() => setSetting(true)}>
            {text('lock.setPin')}
          </Button>
          <Button kind="quiet" size="main" onPress={() => void device.edit({ pinPutOff: true })}>
            {text('lock.later')}
          </Button>
        </Banner>
      )}
      {setting && <SetPinSheet lock={lock} isKnown={false} onClose={() => setSetting(false)} />}
    </>
  );
}
