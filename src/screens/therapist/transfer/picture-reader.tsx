import { useEffect, useRef, useState } from 'preact/hooks';
import { type Collected, collectPiece, joinPieces } from '../../../store/transfer/pieces';
import { Button } from '../../parts/button';
import { useText } from '../../parts/use-app';
import { createPictureEye } from './picture-eye';

/** Reads a run of pictures from another tablet's screen, in any order, until the file is whole. The camera's pictures go nowhere. */
export function PictureReader(props: { onRead(file: Blob): void; onBack(): void }) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [seen, setSeen] = useState<Collected | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let done = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let collected: Collected | null = null;
    const stop = () => {
      done = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const start = async () => {
      const shown = video.current;
      const look = await createPictureEye();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
      if (done || !shown) return stop();
      shown.srcObject = stream;
      await shown.play();
      const step = async () => {
        for (const piece of await look(shown)) collected = collectPiece(collected, piece);
        if (done) return;
        setSeen(collected);
        const file = collected && joinPieces(collected);
        if (file) {
          stop();
          return props.onRead(new Blob([file]));
        }
        timer = setTimeout(() => void step(), 60);
      };
      await step();
    };
    start().catch(() => {
      stop();
      setRefused(true);
    });
    return stop;
  }, []);
  const row = Array.from({ length: seen?.count ?? 0 }, (_, i) => seen?.pieces.has(i + 1) ?? false);
  return (
    <div class="picture-reader">
      {refused ? <p class="notice">{text('transfer.noCamera')}</p> : <p>{text('transfer.hold')}</p>}
      {!refused && <video ref={video} muted playsInline aria-label={text('transfer.camera')} />}
      <p role="status">{seen ? text('transfer.seen', { seen: seen.pieces.size, count: seen.count }) : ''}</p>
      <div class="piece-row" aria-hidden="true">
        {row.map((is, i) => (
          <span key={i} class={is ? 'is-seen' : ''} />
        ))}
      </div>
      <Button size="main" icon="back" kind="quiet" onPress={props.onBack}>
        {text('common.back')}
      </Button>
    </div>
  );
}
