import { useEffect, useState } from 'preact/hooks';
import encodeQR from 'qr';
import type { StorageProblem } from '../../../session/types';
import { cutPieces, mostPieces } from '../../../store/transfer/pieces';
import type { BackupOf, Transfer } from '../../../store/transfer/types';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Sheet } from '../../parts/sheet';
import { StorageBanner } from '../../parts/storage-banner';
import { useAsync, useText } from '../../parts/use-app';
import { formatDay } from '../words';
import { isLongEnough, PassphraseField } from './passphrase-field';

/** How long each picture stands: a camera that looks several times a second sees it more than once. */
const turnMs = 400;

/** Shows one child's plan or newest session as a run of pictures that another tablet's camera reads. */
export function PicturesSheet(props: { readonly transfer: Transfer; readonly child: string; onClose(): void }) {
  const text = useText();
  const { transfer, child } = props;
  const [what, setWhat] = useState<'plan' | 'session'>('plan');
  const [passphrase, setPassphrase] = useState('');
  const [pieces, setPieces] = useState<readonly string[] | null>(null);
  const [state, setState] = useState<'ready' | 'busy' | 'too-many'>('ready');
  const [problem, setProblem] = useState<StorageProblem | null>(null);
  const { value: newest } = useAsync(() => transfer.readNewestSession(child), [transfer, child]);
  const of: BackupOf = what === 'session' && newest ? { what: 'session', session: newest.session } : { what: 'plan', child };
  async function make(): Promise<void> {
    setState('busy');
    const file = await transfer.write(of, passphrase);
    const tooLarge = !file.ok && file.problem === 'too-large';
    setProblem(file.ok || file.problem === 'too-large' ? null : file.problem);
    const cut = file.ok ? cutPieces(new Uint8Array(await file.value.arrayBuffer())) : null;
    setPieces(cut);
    setState((file.ok && !cut) || tooLarge ? 'too-many' : 'ready');
  }
  return (
    <Sheet title={text('transfer.pictures')} class="transfer-sheet" onClose={props.onClose}>
      {problem && <StorageBanner problem={problem} />}
      {pieces ? (
        <Run pieces={pieces} passphrase={passphrase} />
      ) : (
        <>
          <p>{text('transfer.picturesWhy')}</p>
          {newest && (
            <Choice
              label={text('transfer.which')}
              value={what}
              options={[
                { value: 'plan' as const, label: text('transfer.plan') },
                { value: 'session' as const, label: text('transfer.session', { day: formatDay(text, newest.on) }) },
              ]}
              onChange={(to) => setWhat(to)}
            />
          )}
          <PassphraseField value={passphrase} onChange={setPassphrase} onOffer={() => setPassphrase(transfer.createPassphrase())} />
          {state === 'too-many' && <p class="notice">{text('transfer.tooMany', { count: mostPieces })}</p>}
          <Button kind="main" size="main" icon="check" disabled={state === 'busy' || !isLongEnough(passphrase)} onPress={() => void make()}>
            {text(state === 'busy' ? 'transfer.making' : 'transfer.show')}
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Run({ pieces, passphrase }: { readonly pieces: readonly string[]; readonly passphrase: string }) {
  const text = useText();
  const [at, setAt] = useState(0);
  useEffect(() => {
    const turning = setInterval(() => setAt((i) => (i + 1) % pieces.length), turnMs);
    return () => clearInterval(turning);
  }, [pieces]);
  const cells = encodeQR(pieces[at] ?? '', 'raw', { ecc: 'low', encoding: 'byte', border: 4 });
  const path = cells.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <>
      <p>{text('transfer.showing')}</p>
      <p class="notice">{text('transfer.sayThis', { passphrase })}</p>
      <svg class="qr" viewBox={`0 0 ${cells.length} ${cells.length}`} shape-rendering="crispEdges" role="img" aria-label={text('transfer.pictures')}>
        <rect width="100%" height="100%" fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p class="picture-number">{text('transfer.number', { number: at + 1, count: pieces.length })}</p>
    </>
  );
}
