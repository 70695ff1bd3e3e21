import type { Sound } from '../games/kit/sound';
import type { Seat } from '../session/together';

/** The sound of one of several games on one tablet: everyone's effects, but one music and one beat. `follow` is called once in each frame. */
export function shareSound(sound: Sound, seat: Seat): Sound & { follow(): void } {
  let wanted = false;
  let heard = false;
  return {
    ...sound,
    startMusic() {
      wanted = true;
    },
    followBeat(beat, nowMs, part) {
      const leads = seat.leadsBeat(beat !== null);
      sound.followBeat(leads ? beat : null, nowMs, part);
    },
    follow() {
      if (!wanted || seat.isHeard === heard) return;
      heard = seat.isHeard;
      if (heard) sound.startMusic();
      else sound.pause();
    },
  };
}
