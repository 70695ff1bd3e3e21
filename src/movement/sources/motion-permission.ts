/** What asks for permission on iPads and iPhones. */
interface AskingEvents {
  readonly requestPermission?: () => Promise<'granted' | 'denied'>;
}

/** The newest question on each page that no start has taken up. */
const asked = new WeakMap<Window, Promise<string | null>>();

/**
 * Asks for the motion sensors, where a browser asks at all. Call it first in the adult's tap: iPads let a page ask only while the tap itself is
 * handled, and all that is loaded or drawn first comes too late. The next start of the sensors takes the answer.
 */
export function askForMotion(win: Window & typeof globalThis): void {
  asked.set(win, ask(win));
}

/** Why the sensors were refused, or null: the answer to the question of the tap; without one it asks now. Without tilt play goes on. */
export function takeMotionAnswer(win: Window & typeof globalThis): Promise<string | null> {
  const answer = asked.get(win) ?? ask(win);
  asked.delete(win);
  return answer;
}

/** Both kinds of events at once and before anything is waited for. */
async function ask(win: Window & typeof globalThis): Promise<string | null> {
  const one = async (events: AskingEvents | undefined) => (await events?.requestPermission?.()) ?? 'granted';
  const [motion] = await Promise.allSettled([one(win.DeviceMotionEvent as AskingEvents), one(win.DeviceOrientationEvent as AskingEvents)]);
  if (motion.status === 'rejected') return String(motion.reason);
  return motion.value === 'denied' ? 'motion sensors are not allowed' : null;
}
