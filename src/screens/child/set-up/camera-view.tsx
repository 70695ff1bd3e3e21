import { useEffect, useRef, useState } from 'preact/hooks';
import type { Millis } from '../../../core/units';
import type { NeededView } from '../../../movement/needed-joints';
import type { PosePicture, PoseSource } from '../../../movement/sources/pose';
import { createViewCheck, type ViewAdvice, type ViewCheck } from '../../../movement/view-check';
import { Toggle } from '../../parts/toggle';
import { useText } from '../../parts/use-app';
import { Skeleton } from './skeleton';

/** The view is looked at this often. */
const lookMs = 66;
/** Words change once what they say has lasted: pictures differ, and nobody can read advice that comes and goes. */
const sayAfterMs = 500;

/** "Can I see you?": the camera as a mirror, the child's joints over it, how well it is seen and what to change. A tap chooses the child. */
export function CameraView(props: { readonly pose: PoseSource; readonly needed: NeededView; onReady(ready: boolean): void }) {
  const { pose, needed } = props;
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [picture, setPicture] = useState<PosePicture | null>(null);
  const [onlyChild, setOnlyChild] = useState(pose.persons === 1);
  const [check, setCheck] = useState<ViewCheck>({ score: 0, advice: 'nobody', ready: false });

  useEffect(() => {
    if (video.current) {
      video.current.srcObject = pose.stream;
      void video.current.play().catch(() => {});
    }
    const judge = createViewCheck(needed.joints, needed.view);
    let seenMs = -1;
    let news: { readonly advice: ViewAdvice; readonly sinceMs: Millis } | null = null;
    const look = setInterval(() => {
      const latest = pose.latest;
      if (!latest || latest.atMs === seenMs) return;
      seenMs = latest.atMs;
      const { persons, child, light, atMs } = latest;
      const now = judge({ atMs, persons: persons.length, child, light, resultsPerS: pose.resultsPerS });
      setPicture(latest);
      if (news?.advice !== now.advice) news = { advice: now.advice, sinceMs: news ? atMs : atMs - sayAfterMs };
      const isSure = atMs - news.sinceMs >= sayAfterMs;
      setCheck((before) => (isSure ? now : { ...now, advice: before.advice }));
      props.onReady(now.ready);
    }, lookMs);
    return () => clearInterval(look);
  }, [pose]);

  function choose(event: MouseEvent & { readonly currentTarget: HTMLElement }): void {
    // By key there is no place: the next person is the child.
    if (event.detail === 0) {
      const { persons = [], child = null } = pose.latest ?? {};
      const next = persons[child ? (persons.indexOf(child) + 1) % persons.length : 0];
      if (next) pose.choose(next.x, next.y);
      return;
    }
    const box = event.currentTarget.getBoundingClientRect();
    // The picture is shown as a mirror; the tracker sees it as it is.
    pose.choose(1 - (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  function lookForChildOnly(only: boolean): void {
    pose.lookFor(only ? 1 : 2);
    setOnlyChild(only);
  }

  const percent = Math.round(check.score * 100);
  return (
    <div class="camera-view">
      <button
        type="button"
        class="camera-mirror"
        style={{ aspectRatio: String(pose.aspect), '--aspect': String(pose.aspect) }}
        aria-label={text('view.choose')}
        onClick={choose}
      >
        <video ref={video} muted playsInline />
        {picture && <Skeleton persons={picture.persons} child={picture.child} aspect={pose.aspect} />}
      </button>
      <div class="view-check">
        <meter class="view-score" aria-label={text('view.score')} min={0} max={100} low={50} high={99} optimum={100} value={percent} />
        <p role="status">{text(`view.advice.${check.advice}`)}</p>
        <Toggle label={text('view.onlyChild')} hint={text('view.onlyChildHint')} value={onlyChild} onChange={lookForChildOnly} />
        <p class="hint">{text('view.stays')}</p>
      </div>
    </div>
  );
}
