import { useEffect, useRef, useState } from 'preact/hooks';
import { useText } from '../../parts/use-app';

/** A file that an adult asked for, and what is said once it is saved. */
interface Made {
  readonly name: string;
  readonly file: Blob;
  readonly said: string;
}

/** Makes a file and hands it to the browser to save; one at a time, and a read that does not work is said. */
export function useDownload(): { readonly busy: boolean; readonly said: string | null; save(make: () => Promise<Made>): Promise<void> } {
  const text = useText();
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const address = useRef<string | null>(null);
  const drop = () => {
    if (address.current) URL.revokeObjectURL(address.current);
    address.current = null;
  };
  useEffect(() => drop, []);

  async function save(make: () => Promise<Made>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setSaid(text('review.csvWait'));
    try {
      const made = await make();
      drop();
      // The address stays until the next file: some browsers read it only after the press is over.
      address.current = URL.createObjectURL(made.file);
      const link = document.createElement('a');
      link.href = address.current;
      link.download = made.name;
      document.body.append(link);
      link.click();
      link.remove();
      setSaid(made.said);
    } catch {
      setSaid(text('therapist.results.problem'));
    }
    setBusy(false);
  }

  return { busy, said, save };
}
