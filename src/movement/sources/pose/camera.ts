import type { Millis } from '../../../core/units';
import type { SourceState, SourceTrouble } from '../../types';

/** Older than this, a stamp of the camera is on another clock than the page's. */
const oldestMs: Millis = 2000;

/** Asks for the camera that looks at the child, in a picture as small as tracking needs. */
export function askCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
  });
}

/** What an error of `askCamera` means: refused by somebody, not there, or there and not working. */
export function toState(error: unknown): SourceState {
  const name = error instanceof Error ? error.name : '';
  const refused = name === 'NotAllowedError' || name === 'SecurityError';
  // Without https there are no media devices at all.
  const absent = name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'TypeError';
  return { state: refused ? 'refused' : absent ? 'absent' : 'broken', why: String(error) };
}

/** When a picture was taken, on the page's clock: as the camera says, or when the page got it. */
export function toTakenMs({ captureTime, presentationTime }: VideoFrameCallbackMetadata, nowMs: Millis): Millis {
  const stamped = captureTime !== undefined && captureTime <= nowMs && captureTime > nowMs - oldestMs;
  return stamped ? captureTime : Math.min(presentationTime, nowMs);
}

/** Tells when the camera of a stream is unplugged or its permission taken back; returns its undo. */
export function watchCamera(stream: MediaStream, tell: (trouble: SourceTrouble) => void): () => void {
  const tracks = stream.getTracks();
  let permission: PermissionStatus | null = null;
  let watching = true;
  const was = readPermission().then((status) => {
    permission = status;
    if (watching) status?.addEventListener('change', onPermission);
    return status?.state ?? null;
  });

  function onPermission(): void {
    if (permission?.state !== 'granted') tell('revoked');
  }

  async function onEnded(): Promise<void> {
    const [before, now] = [await was, (await readPermission())?.state ?? null];
    // Taken back it is `denied` or, in Chromium, `prompt`; where it was never told as granted, only `denied` is proof.
    const revoked = now === 'denied' || (before === 'granted' && now !== 'granted');
    if (watching) tell(revoked ? 'revoked' : 'unplugged');
  }

  for (const track of tracks) track.addEventListener('ended', onEnded);
  return () => {
    watching = false;
    permission?.removeEventListener('change', onPermission);
    for (const track of tracks) track.removeEventListener('ended', onEnded);
  };
}

/** How the camera's permission stands; null where the browser does not tell. */
async function readPermission(): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: 'camera' as PermissionName });
  } catch {
    return null;
  }
}

/** Turns a camera's light out. */
export function turnOff(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
